package nl.leerspoor.events.trajectory;

import java.time.LocalDate;
import java.util.UUID;

/** Planned starts, their postponement, and the waiting list. */
public sealed interface PlanningEvent extends TrajectoryEvent {

    /** A start date was planned, where there was none or the old plan had lapsed. */
    record TrajectoryStartPlanned(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, LocalDate plannedStart)
            implements PlanningEvent {}

    /**
     * The planned start moved to a later day; {@code effectiveOn} is the day of the decision.
     *
     * @param count how many times the start was postponed by now
     */
    record TrajectoryStartPostponed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            LocalDate oldStart,
            LocalDate newStart,
            String cause,
            int count)
            implements PlanningEvent {}

    /**
     * Suitable, but there is no place or supervisor.
     *
     * @param intendedLeerbedrijfId where the candidate waits for a place, if that is known
     */
    record CandidateWaitlisted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String cause,
            UUID intendedLeerbedrijfId)
            implements PlanningEvent {}

    /** The waiting ended, by a match or by decision. */
    record CandidateTakenOffWaitlist(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PlanningEvent {}
}
