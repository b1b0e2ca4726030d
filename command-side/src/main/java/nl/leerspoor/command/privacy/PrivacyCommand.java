package nl.leerspoor.command.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
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
     * @param kind        {@code ERASURE}; other kinds are not taken in yet
     * @param effectiveOn the day on which the request came in, from which the term runs
     */
    record OpenPrivacyCase(
            UUID privacyCaseId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull @Pattern(regexp = "ERASURE") String kind,
            @NotNull UUID candidateId,
            @NotNull @Code(CodeList.PRIVACY_REQUESTERS) String requestedBy)
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
            @NotNull @Code(CodeList.ERASURE_GROUNDS) String legalBasis)
            implements PrivacyCommand {}

    /** Decides that what was asked will not be done. */
    record RefusePrivacyCase(
            UUID privacyCaseId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.ERASURE_REFUSAL_GROUNDS) String ground)
            implements PrivacyCommand {}

    /** Erases the person, for ever. */
    record ExecuteErasure(UUID privacyCaseId, @NotNull LocalDate effectiveOn) implements PrivacyCommand {}

    /** Erases a person again whom the register of erasures has and a restored history knows nothing of, or not all. */
    record EraseAgain(UUID privacyCaseId, LocalDate effectiveOn, UUID personId, String legalBasis)
            implements PrivacyCommand {}
}
