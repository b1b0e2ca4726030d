package nl.leerspoor.events.supervisor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.DataSubject;
import nl.leerspoor.events.Erasure;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.Retraction;

/** What happens to a supervisor: the praktijkbegeleider in the company. */
public sealed interface SupervisorEvent extends Event {

    UUID supervisorId();

    /**
     * The company named a supervisor.
     *
     * @param maxCandidates how many candidates this supervisor can guide at a time
     */
    record SupervisorRegistered(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            int maxCandidates,
            String reference)
            implements SupervisorEvent {}

    /** The supervisor takes part in a training. */
    record SupervisorEnrolledInTraining(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, UUID trainingId)
            implements SupervisorEvent {}

    /**
     * The supervisor is trained.
     *
     * @param trainingId null when trained elsewhere
     * @param validUntil last day on which it counts, or null without end
     */
    record SupervisorTrained(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            UUID trainingId,
            String trainingKind,
            LocalDate validUntil,
            int maxCandidates)
            implements SupervisorEvent {}

    /** Experience counts as training. */
    record SupervisorExemptedFromTraining(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, String basis)
            implements SupervisorEvent {}

    /** A place with the supervisor is taken. */
    record SupervisorReserved(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            UUID trajectoryId,
            UUID candidateId)
            implements SupervisorEvent {}

    /** The place is free again. */
    record SupervisorReleased(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            UUID trajectoryId,
            UUID candidateId)
            implements SupervisorEvent {}

    /** The supervisor can guide nobody for a while. */
    record SupervisorBecameUnavailable(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, String cause)
            implements SupervisorEvent {}

    /** The supervisor can guide again. */
    record SupervisorAvailableAgain(UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements SupervisorEvent {}

    /** The supervisor works for another leerbedrijf from now on; {@code leerbedrijfId} is the new one. */
    record SupervisorMoved(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, UUID fromLeerbedrijfId)
            implements SupervisorEvent {}

    /** The supervisor can guide another number of candidates. */
    record SupervisorCapacityChanged(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            int oldMaxCandidates,
            int maxCandidates)
            implements SupervisorEvent {}

    /** The training counts no more. */
    record SupervisorTrainingExpired(UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements SupervisorEvent {}

    /** The supervisor was never trained. */
    record SupervisorTrainedRetracted(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            UUID retractsEventId,
            String reason,
            String authorisedBy)
            implements SupervisorEvent, Retraction {
        @Override
        public List<UUID> retracts() {
            return List.of(retractsEventId);
        }
    }

    /** Who the supervisor is, from a day on; replaces what was recorded before. What is not known is null. */
    record SupervisorDetailsRecorded(
            @DataSubject UUID supervisorId,
            String region,
            LocalDate effectiveOn,
            @PersonalData String name,
            @PersonalData String email,
            @PersonalData String telephone)
            implements SupervisorEvent {}

    /**
     * The key of the supervisor was destroyed together with this event, so that nobody can read any more who they were.
     *
     * @param personId      who it was
     * @param privacyCaseId on whose ground it was done
     * @param scope         what was erased: {@code ALL}
     */
    record PersonalDataErased(
            UUID supervisorId,
            String region,
            LocalDate effectiveOn,
            UUID personId,
            UUID privacyCaseId,
            String scope,
            String legalBasis)
            implements SupervisorEvent, Erasure {}
}
