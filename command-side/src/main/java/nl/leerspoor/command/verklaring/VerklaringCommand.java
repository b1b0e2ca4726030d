package nl.leerspoor.command.verklaring;

import jakarta.validation.constraints.NotBlank;
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

/** What one can ask of a verklaring. */
public sealed interface VerklaringCommand extends Command {

    /** A document number: letters, digits and a few marks, with at least one letter so that it is never taken for a BSN. */
    String DOCUMENT_NUMBER = "(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9/._-]{0,39}";

    UUID verklaringId();

    @Override
    default UUID target() {
        return verklaringId();
    }

    /**
     * Draws up the paper on what a trajectory proved at one leerbedrijf.
     *
     * @param werkprocessen the codes that it states
     * @param replaces      an issued verklaring that this one is to replace, whose werkprocessen it may state again
     */
    record DraftVerklaring(
            UUID verklaringId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId,
            @NotNull UUID leerbedrijfId,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 20) String> werkprocessen,
            UUID replaces,
            @Size(max = 40) String reference)
            implements VerklaringCommand, Creation {}

    /** Records the signature of the leerbedrijf. */
    record SignForLeerbedrijf(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SIGN_METHODS) String method) implements VerklaringCommand {}

    /** The examencommissie establishes the paper (rule B12). */
    record ApproveVerklaring(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @Size(max = 40) String decisionRef) implements VerklaringCommand {}

    /** The examencommissie refuses the paper (rule B12). */
    record RefuseVerklaring(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.REFUSAL_REASONS) String reason) implements VerklaringCommand {}

    /** Takes the draft back. */
    record WithdrawDraft(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason)
            implements VerklaringCommand {}

    /** Hands the paper over by itself, not at a ceremony; {@code effectiveOn} is the day of issue (rule B13). */
    record IssueVerklaring(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Pattern(regexp = DOCUMENT_NUMBER) String documentNo,
            @NotNull @Code(CodeList.ISSUE_MANNERS) String manner)
            implements VerklaringCommand {}

    /**
     * The examencommissie takes an issued paper back (rule B15).
     *
     * @param decisionRef reference of its decision
     * @param replacedBy  the verklaring that takes its place, if there is one already
     */
    record RevokeVerklaring(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.REVOCATION_GROUNDS) String ground,
            @NotBlank @Size(max = 40) String decisionRef,
            UUID replacedBy)
            implements VerklaringCommand {}

    /** The examencommissie lets another verklaring of the candidate take the place of an issued one. */
    record ReplaceVerklaring(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID replacedBy,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason)
            implements VerklaringCommand {}

    /**
     * Records that the candidate showed the paper to somebody.
     *
     * @param sharedWith the kind of organisation, never a name
     */
    record ShareVerklaring(
            UUID verklaringId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.ORGANISATION_ROLES) String sharedWith)
            implements VerklaringCommand {}
}
