package nl.leerspoor.command.trajectory.intake;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.OPEN_TRAJECTORY_EXISTS;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNKNOWN_CANDIDATE;

import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReferCandidate;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** A candidate has one open trajectory in a region at a time: opening takes that claim, referral gives it back. */
@Component
class OpeningHandler {

    private final Repository<TrajectoryStream> trajectories;
    private final Repository<CandidateStream> candidates;
    private final ClaimedKeys claims;
    private final Aftermath aftermath;

    OpeningHandler(
            Repository<TrajectoryStream> trajectories,
            Repository<CandidateStream> candidates,
            ClaimedKeys claims,
            Aftermath aftermath) {
        this.trajectories = trajectories;
        this.candidates = candidates;
        this.claims = claims;
        this.aftermath = aftermath;
    }

    @CommandHandler
    Outcome handle(OpenTrajectory command, By by) throws Exception {
        Aggregate<TrajectoryStream> trajectory =
                trajectories.loadOrCreate(command.target().toString(), TrajectoryStream::new);
        Trajectory state = trajectory.invoke(stream -> stream.timeline().latest());
        Decision<TrajectoryEvent> opening = Streams.find(candidates, command.candidateId())
                .map(candidate -> candidate.invoke(stream -> decide(state, stream, command)))
                .orElseGet(() -> rejected(UNKNOWN_CANDIDATE));
        return Joint.by(by)
                .with(trajectory, opening)
                .claiming(
                        claims,
                        Aftermath.openTrajectory(command.region()),
                        command.candidateId().toString(),
                        command.target(),
                        OPEN_TRAJECTORY_EXISTS)
                .record();
    }

    private static Decision<TrajectoryEvent> decide(
            Trajectory state, CandidateStream candidate, OpenTrajectory command) {
        if (candidate.isErased()) {
            return rejected(PERSON_ERASED);
        }
        return candidate.isRegistered(command.region(), command.effectiveOn())
                ? Intake.decide(state, command)
                : rejected(UNKNOWN_CANDIDATE);
    }

    @CommandHandler
    Outcome handle(ReferCandidate command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.target());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Joint joint = Joint.by(by).with(trajectory, Intake.decide(state, command));
        return aftermath
                .ofEndingEarly(joint, state, command.effectiveOn(), "OTHER")
                .record();
    }
}
