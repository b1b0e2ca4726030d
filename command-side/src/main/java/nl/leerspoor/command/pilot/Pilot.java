package nl.leerspoor.command.pilot;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.pilot.PilotEvent.LessonRecorded;
import nl.leerspoor.events.pilot.PilotEvent.PartnerAdded;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotCompleted;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotEndRescheduled;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotPlanConfirmed;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotStarted;
import nl.leerspoor.events.pilot.PilotEvent.TargetSet;

/** A region's pilot, as its facts make it. */
public sealed interface Pilot {

    /** Not started yet. */
    record Planned() implements Pilot {}

    /** Under way. */
    record Running(UUID id, String region, String programmeId, LocalDate plannedEnd) implements Pilot {}

    /** Over; its open trajectories go on as regular execution. */
    record Completed(UUID id, String region, String programmeId) implements Pilot {}

    /** The state after one more fact. */
    static Pilot evolve(Pilot state, Fact<PilotEvent> fact) {
        PilotEvent event = fact.event();
        return switch (event) {
            case RegionPilotStarted e
            when state instanceof Planned -> new Running(e.pilotId(), e.region(), e.programmeId(), e.plannedEnd());
            case RegionPilotStarted e -> throw new Impossible(state, e);
            case RegionPilotEndRescheduled e -> {
                Running running = running(state, e);
                yield new Running(running.id(), running.region(), running.programmeId(), e.newEnd());
            }
            case RegionPilotCompleted e -> {
                Running running = running(state, e);
                yield new Completed(running.id(), running.region(), running.programmeId());
            }
            case PartnerAdded e -> running(state, e);
            case TargetSet e -> running(state, e);
            case RegionPilotPlanConfirmed e -> running(state, e);
            case LessonRecorded e when state instanceof Planned -> throw new Impossible(state, e);
            case LessonRecorded e -> state;
        };
    }

    private static Running running(Pilot state, PilotEvent event) {
        if (state instanceof Running running) {
            return running;
        }
        throw new Impossible(state, event);
    }
}
