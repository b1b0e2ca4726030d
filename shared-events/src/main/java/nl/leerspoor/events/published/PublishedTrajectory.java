package nl.leerspoor.events.published;

import java.util.UUID;
import nl.leerspoor.events.trajectory.CorrectionEvent;
import nl.leerspoor.events.trajectory.EndingEvent;
import nl.leerspoor.events.trajectory.HoldEvent;
import nl.leerspoor.events.trajectory.IntakeEvent;
import nl.leerspoor.events.trajectory.LearningEvent;
import nl.leerspoor.events.trajectory.PlacementEvent;
import nl.leerspoor.events.trajectory.PlanningEvent;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** What is told of a trajectory, by phase. */
@About(stream = "trajectory", collection = "trajectories", readAt = "/v1/trajectories/{subject}")
public sealed interface PublishedTrajectory extends Published
        permits PublishedIntake,
                PublishedPlanning,
                PublishedPlacement,
                PublishedHold,
                PublishedLearning,
                PublishedEnding,
                PublishedCorrection {

    UUID trajectoryId();

    UUID candidateId();

    @Override
    default UUID subject() {
        return trajectoryId();
    }

    static Telling of(TrajectoryEvent event) {
        return switch (event) {
            case IntakeEvent intake -> PublishedIntake.of(intake);
            case PlanningEvent planning -> PublishedPlanning.of(planning);
            case PlacementEvent placement -> PublishedPlacement.of(placement);
            case HoldEvent hold -> PublishedHold.of(hold);
            case LearningEvent learning -> PublishedLearning.of(learning);
            case EndingEvent ending -> PublishedEnding.of(ending);
            case CorrectionEvent correction -> PublishedCorrection.of(correction);
        };
    }
}
