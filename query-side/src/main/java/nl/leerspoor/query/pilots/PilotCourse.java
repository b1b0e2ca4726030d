package nl.leerspoor.query.pilots;

import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.pilot.PilotEvent.LessonRecorded;
import nl.leerspoor.events.pilot.PilotEvent.PartnerAdded;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotCompleted;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotEndRescheduled;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotPlanConfirmed;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotStarted;
import nl.leerspoor.events.pilot.PilotEvent.TargetSet;
import nl.leerspoor.query.pilots.PilotState.Phase;
import nl.leerspoor.query.pilots.PilotState.Programme;

/** What each fact changes in what is told of a pilot. */
final class PilotCourse {

    private PilotCourse() {}

    static PilotState evolve(PilotState state, Fact<PilotEvent> fact) {
        return switch (fact.event()) {
            case RegionPilotStarted e ->
                new PilotState(
                        new Programme(e.region(), e.reference(), e.programmeId(), e.name(), fact.effectiveOn()),
                        Phase.RUNNING,
                        e.plannedEnd(),
                        Optional.ofNullable(e.targetInView()));
            case TargetSet e -> e.indicator().equals("IN_VIEW") ? state.aimingAt(e.value()) : state;
            case RegionPilotEndRescheduled e -> state.endingOn(e.newEnd());
            case RegionPilotCompleted e -> state.completed();
            case RegionPilotPlanConfirmed e -> state;
            case PartnerAdded e -> state;
            case LessonRecorded e -> state;
        };
    }
}
