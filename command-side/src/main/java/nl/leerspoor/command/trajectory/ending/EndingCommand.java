package nl.leerspoor.command.trajectory.ending;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask about the end of a trajectory, and what comes after it. */
public sealed interface EndingCommand extends TrajectoryCommand {

    /** Ends learning with at least one confirmed werkproces. */
    record CompleteTrajectory(UUID trajectoryId, @NotNull LocalDate effectiveOn) implements EndingCommand {}

    /** Ends the trajectory early. */
    record StopTrajectory(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.STOP_REASONS) String reason) implements EndingCommand {}

    /** Moves the person and their route to another region; the history stays here. */
    record TransferTrajectory(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.REGIONS) String toRegion,
            @NotBlank @Size(max = 64) String werkcoachId)
            implements EndingCommand {}

    /** Advises further education; advice is not enrolment. */
    record AdviseProgression(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.PROGRESSION_TARGETS) String to) implements EndingCommand {}

    /** Records that the candidate enrolled in further education. */
    record StartProgression(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.PROGRESSION_TARGETS) String to,
            @NotNull @Code(CodeList.SCHOOLS) String schoolId)
            implements EndingCommand {}
}
