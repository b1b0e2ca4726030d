package nl.leerspoor.events.trajectory;

import java.util.UUID;
import nl.leerspoor.events.Event;

/** What happens to a trajectory: one route of one candidate, from registration to its end. */
public sealed interface TrajectoryEvent extends Event
        permits IntakeEvent, PlanningEvent, PlacementEvent, HoldEvent, LearningEvent, EndingEvent, CorrectionEvent {

    UUID trajectoryId();

    UUID candidateId();
}
