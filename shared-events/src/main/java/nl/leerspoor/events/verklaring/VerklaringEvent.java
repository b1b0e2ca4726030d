package nl.leerspoor.events.verklaring;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;

/** What happens to a verklaring: the paper that says which werkprocessen a person can do. */
public sealed interface VerklaringEvent extends Event {

    UUID verklaringId();

    UUID trajectoryId();

    /**
     * A werkproces on a draft, with the facts on which it rests.
     *
     * @param code          as {@code B1-K1-W1}
     * @param schoolCoachId who confirmed it for the school
     */
    record Line(String code, UUID judgedEventId, UUID confirmedEventId, String schoolCoachId) {}

    /** A werkproces on an issued verklaring, with the facts on which it rests. */
    record IssuedWerkproces(String code, UUID judgedEventId, UUID confirmedEventId) {}

    /**
     * The paper was drawn up by one school for one leerbedrijf.
     *
     * @param regime the legal form, frozen by date (rule B14)
     * @param level  mbo level of the qualification
     */
    record VerklaringDrafted(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String regime,
            String schoolId,
            UUID leerbedrijfId,
            UUID supervisorId,
            String crebo,
            int level,
            String dossierVersion,
            List<Line> lines,
            String reference)
            implements VerklaringEvent {}

    /** The leerbedrijf signed. */
    record VerklaringSignedByLeerbedrijf(
            UUID verklaringId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String method)
            implements VerklaringEvent {}

    /** The examencommissie of the school established it. */
    record VerklaringApproved(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId,
            String decisionRef)
            implements VerklaringEvent {}

    /** The examencommissie refused it. */
    record VerklaringRefused(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId,
            String reason)
            implements VerklaringEvent {}

    /** The draft was taken back. */
    record VerklaringDraftWithdrawn(
            UUID verklaringId, UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String reason)
            implements VerklaringEvent {}

    /**
     * The paper was handed over; {@code effectiveOn} is the day of issue.
     *
     * @param documentNo       unique per school; holds letters, never nine digits
     * @param ceremonyId       where it was handed over, if at a ceremony
     * @param verificationHash SHA-256 in hex over what the paper says, for third parties who hold it
     */
    record VerklaringIssued(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String schoolId,
            UUID leerbedrijfId,
            UUID supervisorId,
            String regime,
            String documentNo,
            String crebo,
            int level,
            String dossierVersion,
            List<IssuedWerkproces> werkprocessen,
            LocalDate approvedOn,
            String manner,
            UUID ceremonyId,
            String verificationHash)
            implements VerklaringEvent {}

    /**
     * The paper counts no more (rule B15); its history stays.
     *
     * @param decidedBy   the body that decided
     * @param decisionRef reference of the decision
     * @param replacedBy  the verklaring that takes its place, if any
     */
    record VerklaringRevoked(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String ground,
            String decidedBy,
            String decisionRef,
            UUID replacedBy)
            implements VerklaringEvent {}

    /** Another verklaring takes its place. */
    record VerklaringReplaced(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID replacedBy,
            String reason)
            implements VerklaringEvent {}

    /** The candidate chose to show the paper to somebody. */
    record VerklaringShared(
            UUID verklaringId,
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String sharedWith)
            implements VerklaringEvent {}
}
