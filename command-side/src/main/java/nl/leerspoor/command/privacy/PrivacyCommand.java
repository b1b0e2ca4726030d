package nl.leerspoor.command.privacy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask to record of a request of a person about their own data. */
public sealed interface PrivacyCommand extends Command {

    UUID privacyCaseId();

    @Override
    default UUID target() {
        return privacyCaseId();
    }

    /**
     * Takes in what a person asks.
     *
     * @param kind        by which right
     * @param candidateId whose request it is; else that of a supervisor, or of a contact person of a leerbedrijf
     * @param effectiveOn the day on which the request came in, from which the term runs
     * @param processings what is objected to; of an objection only
     */
    record OpenPrivacyCase(
            UUID privacyCaseId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,

            @NotNull @Pattern(regexp = "ERASURE|ACCESS|RECTIFICATION|OBJECTION|PORTABILITY")
            String kind,

            UUID candidateId,
            UUID supervisorId,
            UUID leerbedrijfId,
            UUID contactPersonId,
            @NotNull @Code(CodeList.PRIVACY_REQUESTERS) String requestedBy,

            @Size(max = 10) @Code(CodeList.PROCESSINGS) List<@NotNull String> processings)
            implements PrivacyCommand, Creation {}

    /** Takes two months more to decide, once (AVG art. 12(3)). */
    record ExtendPrivacyCase(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,

            @NotNull @Code(CodeList.PRIVACY_EXTENSION_REASONS)
            String reason)
            implements PrivacyCommand {}

    /** Decides that what was asked will be done. */
    record GrantPrivacyCase(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.PRIVACY_GRANT_GROUNDS) String legalBasis)
            implements PrivacyCommand {}

    /**
     * Decides that a part of what was asked will be done.
     *
     * @param ground   why the rest will not
     * @param withheld the parts of a copy that are the rest; of a request for a copy only
     */
    record PartlyGrantPrivacyCase(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.PRIVACY_GRANT_GROUNDS) String legalBasis,
            @NotNull @Code(CodeList.PRIVACY_REFUSAL_GROUNDS) String ground,

            @Size(max = 10) @Code(CodeList.EXPORT_PARTS) List<@NotNull String> withheld)
            implements PrivacyCommand {

        /** Each part once; none when none is named. */
        List<String> parts() {
            return withheld == null ? List.of() : withheld.stream().distinct().toList();
        }
    }

    /** Decides that what was asked will not be done. */
    record RefusePrivacyCase(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.PRIVACY_REFUSAL_GROUNDS) String ground)
            implements PrivacyCommand {}

    /** Erases the person, for ever. */
    record ExecuteErasure(UUID privacyCaseId, @NotNull LocalDate effectiveOn) implements PrivacyCommand {}

    /** Erases a person again whom the register of erasures has and a restored history knows nothing of, or not all. */
    record EraseAgain(UUID privacyCaseId, LocalDate effectiveOn, UUID personId, String legalBasis)
            implements PrivacyCommand {}

    /**
     * Records that the person got their copy, of everything or of what they gave.
     *
     * @param exportId as the copy says itself
     */
    record HandOverExport(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID exportId,
            @NotNull @Code(CodeList.EXPORT_MANNERS) String manner)
            implements PrivacyCommand {}

    /**
     * Records that what was wrong was put right.
     *
     * @param correctionEventIds the events that did so, in the streams of the person
     */
    record FinishRectification(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,

            @NotEmpty @Size(max = 50) List<@NotNull UUID> correctionEventIds)
            implements PrivacyCommand {}

    /**
     * Ends what the person objected to.
     *
     * @param processings what ends: all of it, or of an objection that was partly granted, a part
     */
    record EndProcessing(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,

            @NotEmpty @Size(max = 10) @Code(CodeList.PROCESSINGS)
            List<@NotNull String> processings)
            implements PrivacyCommand {}

    /**
     * Records who was told that something was put right, or that the person was erased (AVG art. 19).
     *
     * @param recipients none when nobody had got it
     */
    record InformRecipients(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,

            @NotNull @Size(max = 10) @Code(CodeList.DATA_RECIPIENTS)
            List<@NotNull String> recipients)
            implements PrivacyCommand {}
}
