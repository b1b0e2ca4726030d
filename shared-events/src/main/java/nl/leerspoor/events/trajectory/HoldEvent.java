package nl.leerspoor.events.trajectory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.Retraction;

/** Holds: the clock stops for a cause, the status stays. */
public sealed interface HoldEvent extends TrajectoryEvent {

    /**
     * The trajectory stands still from a day on.
     *
     * @param phase              {@code INSTROOM} before the start of learning, {@code LOPEND} after it
     * @param underlyingStatus   the status that goes on underneath
     * @param cohortId           the cohort in which it was decided, if any
     * @param plannedStartBefore the planned start that the hold puts in doubt
     * @param noteRef            reference of a note kept elsewhere; no personal data
     */
    record CandidateOnHold(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            String sector,
            LocalDate effectiveOn,
            String cause,
            String phase,
            String underlyingStatus,
            UUID cohortId,
            LocalDate expectedResumeOn,
            LocalDate plannedStartBefore,
            String noteRef)
            implements HoldEvent {}

    /**
     * The hold ended.
     *
     * @param holdEventId the hold
     * @param daysOnHold  days from the hold's date up to this one
     * @param endOfTrajectory whether it ended because the trajectory did (rule B17)
     */
    record CandidateResumed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID holdEventId,
            int daysOnHold,
            UUID cohortId,
            boolean endOfTrajectory)
            implements HoldEvent {}

    /**
     * The hold never was; unlike a resumed hold it never counted.
     *
     * @param alsoRetracts the resumption of that hold, if it had one
     * @param authorisedBy who authorised it
     */
    record CandidateHoldRetracted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID retractsEventId,
            List<UUID> alsoRetracts,
            String reason,
            String authorisedBy)
            implements HoldEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return Stream.concat(Stream.of(retractsEventId), alsoRetracts.stream())
                    .toList();
        }
    }
}
