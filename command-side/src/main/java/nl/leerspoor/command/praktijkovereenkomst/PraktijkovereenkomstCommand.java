package nl.leerspoor.command.praktijkovereenkomst;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a praktijkovereenkomst. */
public sealed interface PraktijkovereenkomstCommand extends Command {

    /** The form of a werkproces code: basis or profile, kerntaak, werkproces. */
    String WERKPROCES = "[BP]\\d{1,2}-K\\d{1,2}-W\\d{1,2}";

    UUID praktijkovereenkomstId();

    @Override
    default UUID target() {
        return praktijkovereenkomstId();
    }

    /**
     * Draws up the agreement for the match of a trajectory.
     *
     * @param werkprocessen left out: those of the match
     */
    record DraftPok(
            UUID praktijkovereenkomstId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId,
            @NotNull LocalDate start,
            @NotNull LocalDate end,
            @NotNull @Min(1) @Max(60) Integer hoursPerWeek,
            @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = WERKPROCES) String> werkprocessen,
            @NotNull @Code(CodeList.LEERWEGEN) String leerweg,
            Boolean legalRepresentativeRequired,
            @Size(max = 40) String reference)
            implements PraktijkovereenkomstCommand, Creation {}

    /** Records the signature of a party; with the last one the agreement becomes active. */
    record SignPok(
            UUID praktijkovereenkomstId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SIGNING_PARTIES) String party,
            @NotNull @Code(CodeList.SIGN_METHODS) String method)
            implements PraktijkovereenkomstCommand {}

    /** Changes the text; all parties sign again. An active agreement holds as it was until they have. */
    record AmendPok(
            UUID praktijkovereenkomstId,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate start,
            @NotNull LocalDate end,
            @NotNull @Min(1) @Max(60) Integer hoursPerWeek,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = WERKPROCES) String> werkprocessen)
            implements PraktijkovereenkomstCommand {}

    /** Dissolves an active agreement before its time. */
    record DissolvePok(
            UUID praktijkovereenkomstId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.DISSOLUTION_GROUNDS) String ground)
            implements PraktijkovereenkomstCommand {}

    /** Ends an active agreement as it was meant to end. */
    record EndPok(UUID praktijkovereenkomstId, @NotNull LocalDate effectiveOn) implements PraktijkovereenkomstCommand {}

    /** Gives up an agreement that was never signed by all. */
    record RejectPok(
            UUID praktijkovereenkomstId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.DISSOLUTION_GROUNDS) String reason)
            implements PraktijkovereenkomstCommand {}
}
