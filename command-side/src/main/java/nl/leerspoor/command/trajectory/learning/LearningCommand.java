package nl.leerspoor.command.trajectory.learning;

import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.WERKPROCES;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask while the candidate learns. */
public sealed interface LearningCommand extends TrajectoryCommand {

    /** Records that the candidate made progress in employee skills or trade skills. */
    record RecordProgress(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.SKILL_KINDS) String skillKind,
            @Size(max = 40) String praktijkopdracht,
            @Pattern(regexp = WERKPROCES) String werkproces)
            implements LearningCommand {}

    /** Registers the hours of presence in an ISO week, as {@code 2020-W10}; somebody else corrects them (rule B30). */
    record RegisterAttendance(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,

            @NotNull @Pattern(regexp = "\\d{4}-W(0[1-9]|[1-4]\\d|5[0-3])")
            String isoWeek,

            @NotNull @DecimalMin("0") @DecimalMax("60") @Digits(integer = 2, fraction = 2)
            BigDecimal hours)
            implements LearningCommand {}

    /** Records the judgement of the company's supervisor on a werkproces. */
    record JudgeWerkproces(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Pattern(regexp = WERKPROCES) String werkproces,
            @NotNull @Code(CodeList.JUDGEMENTS) String result,
            @NotNull UUID supervisorId)
            implements LearningCommand {}

    /** Confirms a judgement for the school; the sender is the school coach. */
    record ConfirmWerkproces(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Pattern(regexp = WERKPROCES) String werkproces) implements LearningCommand {}
}
