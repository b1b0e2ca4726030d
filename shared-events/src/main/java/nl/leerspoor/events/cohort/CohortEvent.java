package nl.leerspoor.events.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** What happens to a cohort: trajectories on which one decision is taken together. */
public sealed interface CohortEvent extends Event {

    UUID cohortId();

    /** A member that the decision left alone, and the code of the rule that kept it out. */
    record Skipped(UUID trajectoryId, String reason) {}

    /** A cohort was made. */
    record CohortCreated(UUID cohortId, String region, LocalDate effectiveOn, String name, String reference)
            implements CohortEvent {}

    /** A trajectory joined. */
    record CandidateAddedToCohort(
            UUID cohortId, String region, LocalDate effectiveOn, UUID trajectoryId, UUID candidateId)
            implements CohortEvent {}

    /** A trajectory left. */
    record CandidateRemovedFromCohort(
            UUID cohortId, String region, LocalDate effectiveOn, UUID trajectoryId, UUID candidateId)
            implements CohortEvent {}

    /**
     * One decision to put all members on hold. Figures count the holds of the members, never this size.
     *
     * @param memberSnapshot the trajectories that were members at the time
     */
    record CohortPutOnHold(
            UUID cohortId,
            String region,
            LocalDate effectiveOn,
            String cause,
            LocalDate expectedResumeOn,
            List<UUID> memberSnapshot,
            int size)
            implements CohortEvent {}

    /** One decision to resume all members. */
    record CohortResumed(UUID cohortId, String region, LocalDate effectiveOn, List<UUID> memberSnapshot, int size)
            implements CohortEvent {}

    /**
     * What a decision on the cohort did to each member.
     *
     * @param action {@code HOLD} or {@code RESUME}
     */
    record CohortActionCompleted(
            UUID cohortId,
            String region,
            LocalDate effectiveOn,
            String action,
            List<UUID> applied,
            List<Skipped> skipped)
            implements CohortEvent {}
}
