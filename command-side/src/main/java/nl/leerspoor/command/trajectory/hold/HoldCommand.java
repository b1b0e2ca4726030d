package nl.leerspoor.command.trajectory.hold;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask about standing still. */
public sealed interface HoldCommand extends TrajectoryCommand {

    /** Puts the trajectory on hold, before or after its start. */
    record PutCandidateOnHold(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause,
            LocalDate expectedResumeOn,
            @Size(max = 40) String noteRef)
            implements HoldCommand {}

    /** Ends the hold; a start that was planned has to be planned again. */
    record ResumeCandidate(UUID trajectoryId, @NotNull LocalDate effectiveOn) implements HoldCommand {}
}
