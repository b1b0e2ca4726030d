package nl.leerspoor.events.trajectory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** From coming into view to being found suitable or referred elsewhere. */
public sealed interface IntakeEvent extends TrajectoryEvent {

    /**
     * The candidate came into view of the region for this route.
     *
     * @param goal        {@code PRAKTIJKVERKLARING} or {@code VOORSCHAKEL_ENTREE}
     * @param level       mbo level, 1 for entree
     * @param werkcoachId pseudonymous id of the coach whose caseload it joins
     */
    record TrajectoryOpened(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String goal,
            String sector,
            int level,
            String werkcoachId,
            String reference)
            implements IntakeEvent {}

    /**
     * A trajectory of another region goes on here, in the status that it had there (rule B31).
     *
     * @param status     {@code SUITABLE}, {@code IN_PROGRESS} and so on
     * @param confirmedWerkprocessen codes that the old region's school confirmed
     */
    record TrajectoryTransferredIn(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID fromTrajectoryId,
            String fromRegion,
            String status,
            String goal,
            String sector,
            int level,
            String werkcoachId,
            List<String> confirmedWerkprocessen)
            implements IntakeEvent {}

    /**
     * The intake answered whether the candidate is leerbaar and schoolbaar; the outcome follows from the two answers.
     *
     * @param outcome     {@code LEERBAAR_NIET_SCHOOLBAAR}, {@code SCHOOLBAAR} or {@code NOG_NIET_LEERBAAR}
     * @param evidenceRef where the evidence lies that regular entree is demonstrably too hard; no personal data
     */
    record SuitabilityAssessed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            boolean leerbaar,
            boolean schoolbaar,
            String outcome,
            String evidenceKind,
            String evidenceRef,
            String instrument,
            String instrumentVersion,
            String assessorRole)
            implements IntakeEvent {}

    /** Another route fits better; the trajectory ends here. */
    record CandidateReferred(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String to)
            implements IntakeEvent {}

    /** Another werkcoach takes the trajectory over. */
    record WerkcoachReassigned(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String oldWerkcoachId,
            String newWerkcoachId)
            implements IntakeEvent {}
}
