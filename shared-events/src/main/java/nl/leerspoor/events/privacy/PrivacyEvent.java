package nl.leerspoor.events.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Revision;

/** What a person asked of the data about them (AVG art. 15 to 22), and what became of it. */
public sealed interface PrivacyEvent extends Event {

    UUID privacyCaseId();

    /** A request came in. */
    sealed interface Requested extends PrivacyEvent {

        /** What the person is here: {@code CANDIDATE}, {@code SUPERVISOR} or {@code CONTACT_PERSON}. */
        String subjectKind();

        /** Where it stands who they are: the candidate, the supervisor, or the leerbedrijf that they speak for. */
        UUID subjectId();

        /** Who that is, in all regions. */
        UUID personId();

        /** {@code PERSON}, {@code REPRESENTATIVE} or {@code RETENTION}. */
        String requestedBy();

        /** Last day to answer, a month after the request (AVG art. 12(3)). */
        LocalDate dueOn();
    }

    /** Somebody asked to be erased (AVG art. 17). */
    @Revision(2)
    record ErasureRequested(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            String requestedBy,
            LocalDate dueOn)
            implements Requested {}

    /** Somebody asked what is known of them (AVG art. 15). */
    record AccessRequested(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            String requestedBy,
            LocalDate dueOn)
            implements Requested {}

    /** Somebody asked to have put right what is wrong about them (AVG art. 16). */
    record RectificationRequested(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            String requestedBy,
            LocalDate dueOn)
            implements Requested {}

    /** Somebody asked for what they gave, to take it elsewhere (AVG art. 20). */
    record PortabilityRequested(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            String requestedBy,
            LocalDate dueOn)
            implements Requested {}

    /**
     * Somebody objected to what is done with the data about them (AVG art. 21).
     *
     * @param processings what it is: {@code PUBLICITY}, {@code DATA_SHARING} or {@code OUTCOME_CONTACT}
     */
    record ObjectionRaised(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            String requestedBy,
            LocalDate dueOn,
            List<String> processings)
            implements Requested {}

    /** More time was taken, of which the person was told within the month; once, for two months (AVG art. 12(3)). */
    record PrivacyCaseExtended(UUID privacyCaseId, String region, LocalDate effectiveOn, LocalDate dueOn, String reason)
            implements PrivacyEvent {}

    /**
     * What was asked will be done.
     *
     * @param legalBasis the ground that applies, such as one of AVG art. 17(1)
     */
    record PrivacyCaseGranted(UUID privacyCaseId, String region, LocalDate effectiveOn, String legalBasis)
            implements PrivacyEvent {}

    /**
     * A part of what was asked will be done.
     *
     * @param legalBasis the ground for that part
     * @param ground     the exception that applies to the rest, such as the rights of others (AVG art. 15(4))
     * @param withheld   the parts of a copy that are the rest, such as {@code NOTES}; none where it is no copy
     */
    @Revision(2)
    record PrivacyCasePartlyGranted(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            String legalBasis,
            String ground,
            List<String> withheld)
            implements PrivacyEvent {}

    /**
     * What was asked will not be done.
     *
     * @param ground the exception that applies, such as one of AVG art. 12(5) or 17(3)
     */
    record PrivacyCaseRefused(UUID privacyCaseId, String region, LocalDate effectiveOn, String ground)
            implements PrivacyEvent {}

    /** The person was erased: that it was done, and how, stands in the streams of the person. */
    record ErasureCarriedOut(UUID privacyCaseId, String region, LocalDate effectiveOn) implements PrivacyEvent {}

    /**
     * The person got a copy of the data.
     *
     * @param exportId the copy, as it says itself and as the processing log has it
     * @param manner   how it was handed over, such as {@code IN_PERSON}
     */
    record ExportHandedOver(UUID privacyCaseId, String region, LocalDate effectiveOn, UUID exportId, String manner)
            implements PrivacyEvent {}

    /**
     * What was wrong was put right.
     *
     * @param correctionEventIds the events that did so, each after the request
     */
    record RectificationCarriedOut(
            UUID privacyCaseId, String region, LocalDate effectiveOn, List<UUID> correctionEventIds)
            implements PrivacyEvent {}

    /**
     * What the person objected to is not done any more.
     *
     * @param processings         what it is
     * @param withdrawnConsents the kinds of consent that were taken back in the same moment, for they permitted it
     */
    record ProcessingEnded(
            UUID privacyCaseId,
            String region,
            LocalDate effectiveOn,
            List<String> processings,
            List<String> withdrawnConsents)
            implements PrivacyEvent {}

    /**
     * Those who had got it were told that something was put right, or that the person was erased (AVG art. 19).
     *
     * @param recipients who they are; none when nobody had got it
     */
    record RecipientsInformed(UUID privacyCaseId, String region, LocalDate effectiveOn, List<String> recipients)
            implements PrivacyEvent {}
}
