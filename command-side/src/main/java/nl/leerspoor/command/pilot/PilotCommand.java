package nl.leerspoor.command.pilot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What one can ask of a region's pilot. */
public sealed interface PilotCommand extends Command {

    UUID pilotId();

    @Override
    default UUID target() {
        return pilotId();
    }

    /** Starts the pilot of a region in a national programme; one may run per region and programme. */
    record StartRegionPilot(
            UUID pilotId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(max = 40) String programmeId,
            @NotNull @Size(max = 80) String name,
            @NotEmpty @Code(CodeList.SECTORS) List<@NotNull String> sectors,
            @NotNull LocalDate plannedEnd,
            @NotNull @Pattern(regexp = "DAY|MONTH") String datePrecision,
            @Min(1) @Max(1_000_000) Integer targetInView,
            @Size(max = 40) String reference)
            implements PilotCommand, Creation {}

    /** Adds an organisation that takes part. */
    record AddPartner(
            UUID pilotId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(max = 80) String organisation,
            @NotNull @Code(CodeList.ORGANISATION_ROLES) String organisationRole)
            implements PilotCommand {}

    /** Sets what the region wants to reach in a year. */
    record SetTarget(
            UUID pilotId,
            @NotNull LocalDate effectiveOn,
            @Min(2015) @Max(2100) int year,
            @NotNull @Code(CodeList.TARGET_INDICATORS) String indicator,
            @Min(0) @Max(1_000_000) int value)
            implements PilotCommand {}

    /** Confirms that the planned end still stands. */
    record ConfirmPilotPlan(UUID pilotId, @NotNull LocalDate effectiveOn) implements PilotCommand {}

    /** Moves the planned end. */
    record ReschedulePilotEnd(
            UUID pilotId,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate newEnd,
            @NotNull @Code(CodeList.CAUSES) String cause)
            implements PilotCommand {}

    /** Records something learned. */
    record RecordLesson(
            UUID pilotId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.LESSON_KINDS) String kind,
            @NotNull @Code(CodeList.LESSON_CODES) String code,
            @Size(max = 1000) String text)
            implements PilotCommand {}

    /** Ends the pilot; every open trajectory of the region must be named, so that nobody vanishes from the figures. */
    record CompletePilot(
            UUID pilotId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(max = 10_000) List<@NotNull UUID> carryOver) implements PilotCommand {}
}
