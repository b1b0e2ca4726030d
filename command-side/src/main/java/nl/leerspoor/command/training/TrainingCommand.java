package nl.leerspoor.command.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask of a training of supervisors. */
public sealed interface TrainingCommand extends Command {

    UUID trainingId();

    @Override
    default UUID target() {
        return trainingId();
    }

    /**
     * Plans a training.
     *
     * @param sector null when it is for all sectors
     * @param places how many supervisors can take part
     */
    record ScheduleTraining(
            UUID trainingId,
            @NotNull @Code(CodeList.REGIONS) String region,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.TRAINING_KINDS) String trainingKind,
            @NotNull LocalDate start,
            @NotNull LocalDate end,
            @Code(CodeList.SECTORS) String sector,
            @NotNull @Min(1) @Max(200) Integer places,
            @Size(max = 40) String reference)
            implements TrainingCommand, Creation {}

    /** Has the training lie still, before or after its start; {@code effectiveOn} is the day of the decision. */
    record SuspendTraining(
            UUID trainingId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause,
            LocalDate expectedResumeOn)
            implements TrainingCommand {}

    /** Has the training go on, until a new end. */
    record ResumeTraining(
            UUID trainingId,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate newEnd) implements TrainingCommand {}

    /** Calls the training off. */
    record CancelTraining(
            UUID trainingId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause) implements TrainingCommand {}

    /**
     * Ends the training; those who passed are trained from then on.
     *
     * @param validUntil the last day on which it counts for them, or null when it counts without end
     */
    record CompleteTraining(
            UUID trainingId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(max = 200) List<@NotNull UUID> passed,
            LocalDate validUntil)
            implements TrainingCommand {}
}
