package nl.leerspoor.command.cohort;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a cohort: trajectories on which one decision is taken together. */
public sealed interface CohortCommand extends Command {

    UUID cohortId();

    @Override
    default UUID target() {
        return cohortId();
    }

    /** One decision for all members. Those to whom it does not apply are skipped, with the reason. */
    sealed interface Together extends CohortCommand {}

    /** Makes a cohort without members. */
    record CreateCohort(
            UUID cohortId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotBlank @Size(max = 80) String name,
            @Size(max = 40) String reference)
            implements CohortCommand, Creation {}

    /** Adds an open trajectory of the same region. */
    record AddToCohort(
            UUID cohortId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId) implements CohortCommand {}

    /** Takes a member out; a hold that the cohort brought about stays. */
    record RemoveFromCohort(
            UUID cohortId,
            @NotNull LocalDate effectiveOn,
            @NotNull UUID trajectoryId) implements CohortCommand {}

    /** Puts all members on hold for one cause, before or after their start. */
    record PutCohortOnHold(
            UUID cohortId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause,
            LocalDate expectedResumeOn)
            implements Together {}

    /** Ends the holds that this cohort brought about; each start has to be planned again. */
    record ResumeCohort(UUID cohortId, @NotNull LocalDate effectiveOn) implements Together {}
}
