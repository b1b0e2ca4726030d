package nl.leerspoor.events.trajectory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.Retraction;

/** The end of a trajectory, and what comes after it. */
public sealed interface EndingEvent extends TrajectoryEvent {

    /**
     * The agreed werkprocessen are confirmed; learning ends.
     *
     * @param guidedWeeks the ISO weeks that count as guided (rule B27), as far as they had been entered: with hours of
     *                    presence by the last entry of the week, not wholly on hold, at most forty; null when no presence
     *                    was registered
     * @param goalReached whether all werkprocessen of the match are confirmed
     */
    record TrajectoryCompleted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            List<String> confirmedWerkprocessen,
            Integer guidedWeeks,
            boolean goalReached)
            implements EndingEvent {}

    /** The trajectory ended without completion. */
    record TrajectoryStopped(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String reason)
            implements EndingEvent {}

    /** The trajectory goes on in another region (rule B31). */
    record TrajectoryTransferredOut(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String toRegion,
            UUID toTrajectoryId,
            UUID toCandidateId)
            implements EndingEvent {}

    /** The candidate is fit for further education; advice, not enrolment. */
    record ProgressionAdvised(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String to)
            implements EndingEvent {}

    /** The candidate enrolled in further education. */
    record ProgressionStarted(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String to, String schoolId)
            implements EndingEvent {}

    /**
     * The completion never was.
     *
     * @param alsoRetracts what followed from it on this trajectory
     */
    record TrajectoryCompletionRetracted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID retractsEventId,
            List<UUID> alsoRetracts,
            String reason,
            String authorisedBy)
            implements EndingEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return Stream.concat(Stream.of(retractsEventId), alsoRetracts.stream())
                    .toList();
        }
    }

    /**
     * The stop never was.
     *
     * @param alsoRetracts what followed from it on this trajectory, such as the end of a hold
     */
    record TrajectoryStopRetracted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID retractsEventId,
            List<UUID> alsoRetracts,
            String reason,
            String authorisedBy)
            implements EndingEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return Stream.concat(Stream.of(retractsEventId), alsoRetracts.stream())
                    .toList();
        }
    }
}
