package nl.leerspoor.command.candidate;

import java.util.Optional;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateCommand.DeclineConfidenceMeasurement;
import nl.leerspoor.command.candidate.CandidateCommand.MeasureConfidence;
import nl.leerspoor.command.candidate.CandidateCommand.OnTrajectory;
import nl.leerspoor.command.candidate.CandidateCommand.RecordOutcome;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.events.candidate.CandidateEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Records on a candidate what concerns one of their trajectories. */
@Component
class FollowingUpHandler {

    private final Repository<CandidateStream> candidates;
    private final Repository<TrajectoryStream> trajectories;

    FollowingUpHandler(Repository<CandidateStream> candidates, Repository<TrajectoryStream> trajectories) {
        this.candidates = candidates;
        this.trajectories = trajectories;
    }

    @CommandHandler
    Outcome handle(MeasureConfidence command, By by) {
        return follow(command, by);
    }

    @CommandHandler
    Outcome handle(DeclineConfidenceMeasurement command, By by) {
        return follow(command, by);
    }

    @CommandHandler
    Outcome handle(RecordOutcome command, By by) {
        return follow(command, by);
    }

    private Outcome follow(OnTrajectory command, By by) {
        Aggregate<CandidateStream> candidate = Streams.load(candidates, command.candidateId());
        Optional<Trajectory> trajectory = Streams.find(trajectories, command.trajectoryId())
                .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())));
        return candidate.invoke(stream -> stream.publish(decide(stream, trajectory, command), by));
    }

    private static Decision<CandidateEvent> decide(
            CandidateStream candidate, Optional<Trajectory> trajectory, OnTrajectory command) {
        return trajectory
                .map(found -> FollowingUp.decide(candidate.on(command.effectiveOn()), found, command))
                .orElse(Decision.rejected(CandidateRefusal.UNKNOWN_TRAJECTORY));
    }
}
