package nl.leerspoor.command.trajectory.correction;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** Corrections of what was entered wrongly. Each keeps the effective date of what it corrects. */
public sealed interface CorrectionCommand extends TrajectoryCommand {

    String reason();

    @Override
    default LocalDate effectiveOn() {
        return null;
    }

    /** The sector was wrong from the beginning. */
    record CorrectCandidateSector(
            UUID trajectoryId,
            @NotNull @Code(CodeList.SECTORS) String newSector,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason)
            implements CorrectionCommand {}

    /** Learning started on another day than was entered; once guided weeks are counted, another person says so (rule B30). */
    record CorrectTrajectoryStart(
            UUID trajectoryId,
            @NotNull LocalDate newStart,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason) implements CorrectionCommand {}

    /** A hold never was; once guided weeks are counted, another person says so (rule B30). */
    record RetractHold(
            UUID trajectoryId,
            @NotNull UUID holdEventId,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason) implements CorrectionCommand {}

    /** The completion never was; the sender is another person than the one who entered it (rule B30). */
    record RetractCompletion(
            UUID trajectoryId,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason) implements CorrectionCommand {}

    /** The stop never was. */
    record RetractStop(
            UUID trajectoryId,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason) implements CorrectionCommand {}

    /** The school's confirmation of a werkproces never was. */
    record RetractWerkprocesConfirmation(
            UUID trajectoryId,
            @NotNull UUID confirmationEventId,
            @NotNull @Code(CodeList.CORRECTION_REASONS) String reason)
            implements CorrectionCommand {}
}
