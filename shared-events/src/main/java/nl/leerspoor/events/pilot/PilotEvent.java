package nl.leerspoor.events.pilot;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** What happens to a region's pilot: the programme with its period, partners, targets and lessons. */
public sealed interface PilotEvent extends Event {

    UUID pilotId();

    /**
     * The pilot runs from now on.
     *
     * @param programmeId   links the regional pilots of one national programme
     * @param datePrecision {@code DAY} or {@code MONTH}: how exactly the start date is known
     * @param targetInView  how many candidates the region aims to have in view, if it said so
     */
    record RegionPilotStarted(
            UUID pilotId,
            String region,
            LocalDate effectiveOn,
            String programmeId,
            String name,
            List<String> sectors,
            LocalDate plannedEnd,
            String datePrecision,
            Integer targetInView,
            String reference)
            implements PilotEvent {}

    /** An organisation takes part in the pilot in a role such as {@code SW_BEDRIJF}, {@code WSP} or {@code MBO_SCHOOL}. */
    record PartnerAdded(
            UUID pilotId, String region, LocalDate effectiveOn, String organisation, String organisationRole)
            implements PilotEvent {}

    /** What the region wants to reach in a year on an indicator; a later target replaces an earlier one. */
    record TargetSet(UUID pilotId, String region, LocalDate effectiveOn, int year, String indicator, int value)
            implements PilotEvent {}

    /** The region looked at its planned end date again and kept it. */
    record RegionPilotPlanConfirmed(UUID pilotId, String region, LocalDate effectiveOn, LocalDate plannedEnd)
            implements PilotEvent {}

    /** The planned end moved, for a coded cause; {@code effectiveOn} is the day of the decision. */
    record RegionPilotEndRescheduled(
            UUID pilotId, String region, LocalDate effectiveOn, LocalDate oldEnd, LocalDate newEnd, String cause)
            implements PilotEvent {}

    /** Something the pilot learned: a lesson, a tip or an open question. */
    record LessonRecorded(
            UUID pilotId, String region, LocalDate effectiveOn, UUID lessonId, String kind, String code, String text)
            implements PilotEvent {}

    /** The pilot ended; the open trajectories named here go on as regular execution. */
    record RegionPilotCompleted(UUID pilotId, String region, LocalDate effectiveOn, List<UUID> carriedOver)
            implements PilotEvent {}
}
