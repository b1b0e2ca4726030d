package nl.leerspoor.command.trajectory.planning;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_WAITLISTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.INTAKE_OPEN;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_LATER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_WAITLISTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NO_PLANNED_START;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.PLANNED_START_IN_PAST;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.START_ALREADY_PLANNED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Contracted;
import nl.leerspoor.command.trajectory.Trajectory.Stage.InProgress;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Matched;
import nl.leerspoor.command.trajectory.Trajectory.Stage.NotSuitable;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Registered;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Suitable;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PostponeTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.TakeOffWaitlist;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.WaitlistCandidate;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/**
 * The rules of planned starts and of the waiting list. Whether a day lies in the past is judged on the day of the
 * decision, so that an old plan can be entered late.
 */
public final class Planning {

    private Planning() {}

    public static Decision<TrajectoryEvent> decide(Trajectory state, PlanningCommand command) {
        return switch (command) {
            case PlanTrajectoryStart c -> state.whileMoving(open -> whileAwaitingStart(open, () -> plan(open, c)));
            case PostponeTrajectoryStart c ->
                state.whileOpen(open -> whileAwaitingStart(open, () -> postpone(open, c)));
            case WaitlistCandidate c -> state.whileOpen(open -> waitlist(open, c));
            case TakeOffWaitlist c -> state.whileOpen(open -> takeOff(open, c));
        };
    }

    private static Decision<TrajectoryEvent> whileAwaitingStart(
            Open state, Supplier<Decision<TrajectoryEvent>> decision) {
        return switch (state.stage()) {
            case Registered s -> rejected(INTAKE_OPEN);
            case NotSuitable s -> rejected(NOT_SUITABLE);
            case Suitable s -> decision.get();
            case Matched s -> decision.get();
            case Contracted s -> decision.get();
            case InProgress s -> rejected(ALREADY_STARTED);
        };
    }

    /** A plan that still stands is postponed, not replaced, so that no delay goes uncounted. */
    private static Decision<TrajectoryEvent> plan(Open state, PlanTrajectoryStart c) {
        Optional<LocalDate> standing = state.plan().start().filter(start -> !start.isBefore(c.effectiveOn()));
        if (standing.isPresent()) {
            return rejected(START_ALREADY_PLANNED, Map.of("plannedStart", standing.get()));
        }
        if (c.plannedStart().isBefore(c.effectiveOn())) {
            return rejected(PLANNED_START_IN_PAST);
        }
        return accepted(new TrajectoryStartPlanned(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                c.plannedStart()));
    }

    /** Rule B19. A hold does not stand in its way, for a hold says nothing of when learning is to start. */
    private static Decision<TrajectoryEvent> postpone(Open state, PostponeTrajectoryStart c) {
        if (state.plan().start().isEmpty()) {
            return rejected(NO_PLANNED_START);
        }
        LocalDate oldStart = state.plan().start().get();
        if (!c.newStart().isAfter(oldStart)) {
            return rejected(NOT_LATER, Map.of("plannedStart", oldStart));
        }
        if (c.newStart().isBefore(c.effectiveOn())) {
            return rejected(PLANNED_START_IN_PAST);
        }
        return accepted(new TrajectoryStartPostponed(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                oldStart,
                c.newStart(),
                c.cause(),
                state.plan().postponements() + 1));
    }

    private static Decision<TrajectoryEvent> waitlist(Open state, WaitlistCandidate c) {
        return switch (state.stage()) {
            case Registered s -> rejected(INTAKE_OPEN);
            case NotSuitable s -> rejected(NOT_SUITABLE);
            case Suitable s when s.waiting().isPresent() -> rejected(ALREADY_WAITLISTED);
            case Suitable s ->
                accepted(new CandidateWaitlisted(
                        c.trajectoryId(),
                        state.route().candidateId(),
                        state.route().region(),
                        c.effectiveOn(),
                        state.route().sector(),
                        c.cause(),
                        c.intendedLeerbedrijfId()));
            case Matched s -> rejected(ALREADY_MATCHED);
            case Contracted s -> rejected(ALREADY_MATCHED);
            case InProgress s -> rejected(ALREADY_STARTED);
        };
    }

    private static Decision<TrajectoryEvent> takeOff(Open state, TakeOffWaitlist c) {
        return state.stage() instanceof Suitable suitable && suitable.waiting().isPresent()
                ? accepted(takenOff(state, c.effectiveOn()))
                : rejected(NOT_WAITLISTED);
    }

    /** The end of waiting, for whoever ends it. */
    public static CandidateTakenOffWaitlist takenOff(Open state, LocalDate on) {
        return new CandidateTakenOffWaitlist(
                state.route().id(), state.route().candidateId(), state.route().region(), on);
    }
}
