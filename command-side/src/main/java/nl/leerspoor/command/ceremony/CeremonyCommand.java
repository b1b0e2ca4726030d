package nl.leerspoor.command.ceremony;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.verklaring.VerklaringCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a ceremony. */
public sealed interface CeremonyCommand extends Command {

    UUID ceremonyId();

    @Override
    default UUID target() {
        return ceremonyId();
    }

    /** Plans a ceremony; {@code effectiveOn} is the day of the decision, {@code on} the day of the ceremony. */
    record ScheduleCeremony(
            UUID ceremonyId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 80) String place,
            @Size(max = 40) String reference)
            implements CeremonyCommand, Creation {}

    /** Puts an approved verklaring on the list of what will be handed over. */
    record NominateForCeremony(
            UUID ceremonyId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID verklaringId) implements CeremonyCommand {}

    /** Moves the ceremony; no verklaring changes by it (rule B21). */
    record RescheduleCeremony(
            UUID ceremonyId,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate newOn,
            @NotNull @Code(CodeList.CAUSES) String cause)
            implements CeremonyCommand {}

    /** Calls the ceremony off. */
    record CancelCeremony(
            UUID ceremonyId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause) implements CeremonyCommand {}

    /**
     * Records that the ceremony took place. Those present get their verklaring; those absent keep it approved.
     *
     * @param publicationUrl where one can read of it, if anywhere
     */
    record HoldCeremony(
            UUID ceremonyId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(max = 500) List<@NotNull @Valid HandedOver> present,
            @NotNull @Size(max = 500) List<@NotNull UUID> absent,

            @Size(max = 300) @Pattern(regexp = "https?://\\S+")
            String publicationUrl)
            implements CeremonyCommand {}

    /** A verklaring that was handed over, under its document number. */
    record HandedOver(
            @NotNull UUID verklaringId,

            @NotNull @Pattern(regexp = VerklaringCommand.DOCUMENT_NUMBER)
            String documentNo) {}
}
