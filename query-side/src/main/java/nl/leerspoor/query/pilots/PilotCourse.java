package nl.leerspoor.query.pilots;

import java.time.LocalDate;
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
import nl.leerspoor.query.pilots.PilotState.Lesson;
import nl.leerspoor.query.pilots.PilotState.Move;
import nl.leerspoor.query.pilots.PilotState.Partner;
import nl.leerspoor.query.pilots.PilotState.Programme;
import nl.leerspoor.query.pilots.PilotState.Target;

/** What each fact changes in what is told of a pilot. */
final class PilotCourse {

    private PilotCourse() {}

    static PilotState evolve(PilotState state, Fact<PilotEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case RegionPilotStarted e ->
                PilotState.started(
                        new Programme(e.region(), e.reference(), e.programmeId(), e.name(), e.sectors(), day),
                        e.plannedEnd(),
                        Optional.ofNullable(e.targetInView()));
            case TargetSet e -> state.aimingAt(new Target(e.year(), e.indicator(), e.value()));
            case RegionPilotEndRescheduled e -> state.endingOn(new Move(day, e.oldEnd(), e.newEnd(), e.cause()));
            case RegionPilotCompleted e -> state.completed(day, e.carriedOver());
            case PartnerAdded e -> state.with(new Partner(e.organisation(), e.organisationRole(), day));
            case LessonRecorded e -> state.with(new Lesson(e.lessonId(), day, e.kind(), e.code(), e.text()));
            case RegionPilotPlanConfirmed e -> state;
        };
    }
}
