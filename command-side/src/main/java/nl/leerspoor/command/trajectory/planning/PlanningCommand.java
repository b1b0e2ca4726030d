package nl.leerspoor.command.trajectory.planning;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.trajectory.TrajectoryCommand;
import nl.leerspoor.events.reference.CodeList;

/** What one can ask about the start to come, and about waiting for a place. */
public sealed interface PlanningCommand extends TrajectoryCommand {

    /** Plans the start of learning, when there is no plan or the planned day went by. */
    record PlanTrajectoryStart(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate plannedStart) implements PlanningCommand {}

    /** Moves the planned start to a later day; {@code effectiveOn} is the day of the decision. */
    record PostponeTrajectoryStart(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull LocalDate newStart,
            @NotNull @Code(CodeList.CAUSES) String cause)
            implements PlanningCommand {}

    /** Puts a suitable candidate, for whom there is no place or supervisor, on the waiting list. */
    record WaitlistCandidate(
            UUID trajectoryId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Code(CodeList.CAUSES) String cause,
            UUID intendedLeerbedrijfId)
            implements PlanningCommand {}

    /** Takes the candidate off the waiting list; a match does so by itself. */
    record TakeOffWaitlist(UUID trajectoryId, @NotNull LocalDate effectiveOn) implements PlanningCommand {}
}
