package nl.leerspoor.command.pilot;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.pilot.PilotRefusal.CARRY_OVER_INCOMPLETE;
import static nl.leerspoor.command.pilot.PilotRefusal.PILOT_ALREADY_COMPLETED;
import static nl.leerspoor.command.pilot.PilotRefusal.PILOT_NOT_STARTED;
import static nl.leerspoor.command.pilot.PilotRefusal.PLANNED_END_BEFORE_START;
import static nl.leerspoor.command.pilot.PilotRefusal.PLANNED_END_UNCHANGED;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.pilot.Pilot.Completed;
import nl.leerspoor.command.pilot.Pilot.Planned;
import nl.leerspoor.command.pilot.Pilot.Running;
import nl.leerspoor.command.pilot.PilotCommand.AddPartner;
import nl.leerspoor.command.pilot.PilotCommand.CompletePilot;
import nl.leerspoor.command.pilot.PilotCommand.ConfirmPilotPlan;
import nl.leerspoor.command.pilot.PilotCommand.RecordLesson;
import nl.leerspoor.command.pilot.PilotCommand.ReschedulePilotEnd;
import nl.leerspoor.command.pilot.PilotCommand.SetTarget;
import nl.leerspoor.command.pilot.PilotCommand.StartRegionPilot;
import nl.leerspoor.events.pilot.PilotEvent;
import nl.leerspoor.events.pilot.PilotEvent.LessonRecorded;
import nl.leerspoor.events.pilot.PilotEvent.PartnerAdded;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotCompleted;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotEndRescheduled;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotPlanConfirmed;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotStarted;
import nl.leerspoor.events.pilot.PilotEvent.TargetSet;

/** The rules of a pilot. */
final class Piloting {

    private Piloting() {}

    static Decision<PilotEvent> start(Pilot state, StartRegionPilot c) {
        if (!(state instanceof Planned)) {
            return rejected(ID_IN_USE);
        }
        if (c.plannedEnd().isBefore(c.effectiveOn())) {
            return rejected(PLANNED_END_BEFORE_START);
        }
        return accepted(new RegionPilotStarted(
                c.pilotId(),
                c.region(),
                c.effectiveOn(),
                c.programmeId(),
                c.name(),
                c.sectors(),
                c.plannedEnd(),
                c.datePrecision(),
                c.targetInView(),
                c.reference()));
    }

    /**
     * Decides everything but the start.
     *
     * @param openTrajectories the trajectories of the region that have not ended
     * @param newLesson        the id for a lesson, should one be recorded
     */
    static Decision<PilotEvent> decide(Pilot state, PilotCommand command, Set<UUID> openTrajectories, UUID newLesson) {
        return switch (state) {
            case Planned planned -> rejected(PILOT_NOT_STARTED);
            case Completed completed
            when command instanceof RecordLesson c -> accepted(lesson(c, completed.region(), newLesson));
            case Completed completed -> rejected(PILOT_ALREADY_COMPLETED);
            case Running running -> whileRunning(running, command, openTrajectories, newLesson);
        };
    }

    private static Decision<PilotEvent> whileRunning(
            Running pilot, PilotCommand command, Set<UUID> openTrajectories, UUID newLesson) {
        return switch (command) {
            case StartRegionPilot c -> rejected(ID_IN_USE);
            case AddPartner c ->
                accepted(new PartnerAdded(
                        pilot.id(), pilot.region(), c.effectiveOn(), c.organisation(), c.organisationRole()));
            case SetTarget c ->
                accepted(
                        new TargetSet(pilot.id(), pilot.region(), c.effectiveOn(), c.year(), c.indicator(), c.value()));
            case ConfirmPilotPlan c ->
                accepted(new RegionPilotPlanConfirmed(pilot.id(), pilot.region(), c.effectiveOn(), pilot.plannedEnd()));
            case ReschedulePilotEnd c -> reschedule(pilot, c);
            case RecordLesson c -> accepted(lesson(c, pilot.region(), newLesson));
            case CompletePilot c -> complete(pilot, c, openTrajectories);
        };
    }

    private static Decision<PilotEvent> reschedule(Running pilot, ReschedulePilotEnd c) {
        if (c.newEnd().equals(pilot.plannedEnd())) {
            return rejected(PLANNED_END_UNCHANGED);
        }
        return accepted(new RegionPilotEndRescheduled(
                pilot.id(), pilot.region(), c.effectiveOn(), pilot.plannedEnd(), c.newEnd(), c.cause()));
    }

    private static Decision<PilotEvent> complete(Running pilot, CompletePilot c, Set<UUID> openTrajectories) {
        Set<UUID> named = new HashSet<>(c.carryOver());
        if (!named.equals(openTrajectories)) {
            Set<UUID> missing = new HashSet<>(openTrajectories);
            missing.removeAll(named);
            Set<UUID> notOpen = new HashSet<>(named);
            notOpen.removeAll(openTrajectories);
            return rejected(
                    CARRY_OVER_INCOMPLETE, Map.of("missing", List.copyOf(missing), "notOpen", List.copyOf(notOpen)));
        }
        return accepted(new RegionPilotCompleted(
                pilot.id(),
                pilot.region(),
                c.effectiveOn(),
                c.carryOver().stream().distinct().toList()));
    }

    private static LessonRecorded lesson(RecordLesson c, String region, UUID id) {
        return new LessonRecorded(c.pilotId(), region, c.effectiveOn(), id, c.kind(), c.code(), c.text());
    }
}
