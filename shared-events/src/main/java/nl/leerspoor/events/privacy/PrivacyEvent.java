package nl.leerspoor.events.privacy;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** What a person asked of the data about them (AVG art. 15 to 22), and what became of it. */
public sealed interface PrivacyEvent extends Event {

    UUID privacyCaseId();

    /**
     * Somebody asked to be erased (AVG art. 17).
     *
     * @param candidateId whom it was asked for
     * @param personId    who that is, in all regions
     * @param requestedBy {@code PERSON}, {@code REPRESENTATIVE} or {@code RETENTION}
     * @param dueOn       last day to answer, a month after the request (AVG art. 12(3))
     */
    record ErasureRequested(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            UUID candidateId,
            UUID personId,
            String requestedBy,
            LocalDate dueOn)
            implements PrivacyEvent {}

    /** More time was taken, of which the person was told within the month; once, for two months (AVG art. 12(3)). */
    record PrivacyCaseExtended(UUID privacyCaseId, String region, LocalDate effectiveOn, LocalDate dueOn, String reason)
            implements PrivacyEvent {}

    /**
     * What was asked will be done.
     *
     * @param legalBasis the ground of AVG art. 17(1) that applies
     */
    record PrivacyCaseGranted(UUID privacyCaseId, String region, LocalDate effectiveOn, String legalBasis)
            implements PrivacyEvent {}

    /**
     * What was asked will not be done.
     *
     * @param ground the exception of AVG art. 12(5) or 17(3) that applies
     */
    record PrivacyCaseRefused(UUID privacyCaseId, String region, LocalDate effectiveOn, String ground)
            implements PrivacyEvent {}
}
