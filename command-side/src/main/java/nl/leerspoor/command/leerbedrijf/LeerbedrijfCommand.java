package nl.leerspoor.command.leerbedrijf;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.CompanyNumber;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a leerbedrijf. */
public sealed interface LeerbedrijfCommand extends Command {

    UUID leerbedrijfId();

    @Override
    default UUID target() {
        return leerbedrijfId();
    }

    /** What one can ask of an employer's taking part, once the region knows it. */
    sealed interface PipelineCommand extends LeerbedrijfCommand {}

    /** What one can ask of an employer's erkenning for a crebo. */
    sealed interface ErkenningCommand extends LeerbedrijfCommand {

        String crebo();
    }

    /**
     * Makes contact with an employer.
     *
     * @param companyNumber nine digits by which SBB knows the company, if it does
     */
    record ApproachLeerbedrijf(
            UUID leerbedrijfId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 80) String name,
            @NotNull @Code(CodeList.SECTORS) String sector,
            @CompanyNumber @Pattern(regexp = "\\d{9}") String companyNumber,
            @Size(max = 40) String reference)
            implements LeerbedrijfCommand, Creation {}

    /** Records that the employer is interested. */
    record RecordInterest(UUID leerbedrijfId, @NotNull LocalDate effectiveOn) implements PipelineCommand {}

    /** Records that the employer says no, and why (rule B24). */
    record Decline(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SECTORS) String sector,
            @NotNull @Code(CodeList.DECLINE_REASONS) String reason,
            @Size(max = 9) @Code(CodeList.DECLINE_REASONS) List<@NotNull String> secondaryReasons,
            @Code(CodeList.RECONSIDER_CONDITIONS) String wouldReconsiderIf)
            implements PipelineCommand {}

    /** Takes up contact again after a decline. */
    record ReopenContact(UUID leerbedrijfId, @NotNull LocalDate effectiveOn) implements PipelineCommand {}

    /** Has the employer take part. */
    record JoinPilot(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SECTORS) String sector) implements PipelineCommand {}

    /** Has the employer take no part for a while. */
    record SuspendLeerbedrijf(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause) implements PipelineCommand {}

    /** Has the employer take part again. */
    record ResumeLeerbedrijf(UUID leerbedrijfId, @NotNull LocalDate effectiveOn) implements PipelineCommand {}

    /** Has the employer leave for good; it gives the same kinds of reason as one that declines. */
    record LeavePilot(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.DECLINE_REASONS) String reason) implements PipelineCommand {}

    /** Records places on offer; they inform, they don't limit. A second offer for the crebo replaces the first. */
    record OfferPlaces(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CREBOS) String crebo,
            @NotNull @Min(1) @Max(500) Integer places,
            @NotNull LocalDate from,
            LocalDate to,
            @Min(0) @Max(60) Integer supervisionHoursPerWeek)
            implements PipelineCommand {}

    /** Takes back the offer for a crebo. */
    record WithdrawPlaces(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CREBOS) String crebo) implements PipelineCommand {}

    /** Records that the employer asks SBB for erkenning. */
    record RequestErkenning(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CREBOS) String crebo) implements ErkenningCommand {}

    /** Records that the employer holds erkenning, or that SBB assessed it again; no request needs to go before. */
    record ConfirmErkenning(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CREBOS) String crebo,
            @NotNull LocalDate lastAssessedOn)
            implements ErkenningCommand {}

    /** Records that SBB took the erkenning away. */
    record RegisterErkenningWithdrawal(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CREBOS) String crebo,
            @NotNull @Code(CodeList.ERKENNING_LOSS_REASONS) String reason)
            implements ErkenningCommand {}

    /** Records that the erkenning lapsed by law after four years without bpv (WEB 7.2.10, rule B25). */
    record LapseErkenning(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CREBOS) String crebo) implements ErkenningCommand {}

    /**
     * Names who speaks for the employer, in place of whoever did before.
     *
     * @param contactPersonId the same for the same person, and of nobody else
     */
    record NameContactPerson(
            UUID leerbedrijfId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID contactPersonId,
            @NotBlank @Size(max = 120) String name,

            @Size(max = 120) @Pattern(regexp = "[^@\\s]{1,64}@[^@\\s.]+([.][^@\\s.]+)+")
            String email,

            @Pattern(regexp = "[+][1-9][0-9]{7,14}|0[0-9]{1,3}-?[0-9]{6,8}")
            String telephone)
            implements LeerbedrijfCommand, Confidential {}
}
