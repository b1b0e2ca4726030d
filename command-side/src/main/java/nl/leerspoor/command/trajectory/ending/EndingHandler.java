package nl.leerspoor.command.trajectory.ending;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;

import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Ids;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.ending.EndingCommand.AdviseProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.CompleteTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StartProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.TransferTrajectory;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** The end of a trajectory, with all that ends with it, in one transaction. */
@Component
class EndingHandler {

    private final Repository<TrajectoryStream> trajectories;
    private final Repository<CandidateStream> candidates;
    private final ClaimedKeys claims;
    private final Aftermath aftermath;

    EndingHandler(
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
    Outcome handle(CompleteTrajectory command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.target());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Joint joint = Joint.by(by).with(trajectory, Ending.complete(state, command));
        return aftermath.ofCompleting(joint, state, command.effectiveOn()).record();
    }

    @CommandHandler
    Outcome handle(StopTrajectory command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.target());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Joint joint = Joint.by(by).with(trajectory, Ending.stop(state, command));
        return aftermath
                .ofEndingEarly(joint, state, command.effectiveOn(), "TRAJECTORY_STOPPED")
                .record();
    }

    @CommandHandler
    Outcome handle(TransferTrajectory command, By by) throws Exception {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.target());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        UUID newTrajectory = Ids.next();
        UUID newCandidate = Ids.next();
        Joint joint = Joint.by(by).with(trajectory, Ending.transferOut(state, command, newTrajectory, newCandidate));
        if (state instanceof Trajectory.Open open) {
            Aggregate<CandidateStream> candidate =
                    Streams.load(candidates, open.route().candidateId());
            Aggregate<CandidateStream> arriving =
                    candidates.loadOrCreate(newCandidate.toString(), CandidateStream::new);
            joint.with(
                    arriving,
                    candidate.invoke(from -> arriving.invoke(to ->
                            to.registerTransferred(from, newCandidate, command.toRegion(), command.effectiveOn()))));
            joint.with(
                    trajectories.loadOrCreate(newTrajectory.toString(), TrajectoryStream::new),
                    Ending.transferIn(state, command, newTrajectory, newCandidate));
            joint.claiming(
                    claims,
                    Aftermath.openTrajectory(command.toRegion()),
                    newCandidate.toString(),
                    newTrajectory,
                    ID_IN_USE);
        }
        Outcome outcome = aftermath
                .ofEndingEarly(joint, state, command.effectiveOn(), "TRAJECTORY_TRANSFERRED")
                .record();
        return switch (outcome) {
            case Outcome.Refused refused -> refused;
            case Outcome.Recorded recorded ->
                recorded.telling(Map.of("newTrajectoryId", newTrajectory, "newCandidateId", newCandidate));
        };
    }

    @CommandHandler
    Outcome handle(AdviseProgression command, By by) {
        return Streams.load(trajectories, command.target())
                .invoke(stream -> stream.publish(Ending.advise(stream.on(command.effectiveOn()), command), by));
    }

    @CommandHandler
    Outcome handle(StartProgression command, By by) {
        return Streams.load(trajectories, command.target())
                .invoke(stream -> stream.publish(Ending.progress(stream.on(command.effectiveOn()), command), by));
    }
}
