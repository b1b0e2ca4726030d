package nl.leerspoor.command.trajectory.hold;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_ON_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.EXPECTED_RESUME_NOT_LATER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_ON_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ON_HOLD_FOR_OTHER_REASON;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.Trajectory.Hold;
import nl.leerspoor.command.trajectory.Trajectory.NotOpened;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The rules of holds. A hold lies over a trajectory and never changes what goes on underneath (rule B18). */
public final class Holding {

    private Holding() {}

    /**
     * Decides on a hold or its end.
     *
     * @param cohortId the cohort in which it was decided, or empty for a decision on this trajectory alone
     */
    public static Decision<TrajectoryEvent> decide(Trajectory state, HoldCommand command, Optional<UUID> cohortId) {
        return switch (state) {
            case NotOpened s -> rejected(TRAJECTORY_NOT_OPENED);
            case Ended s -> rejected(TRAJECTORY_ENDED);
            case Open s ->
                switch (command) {
                    case PutCandidateOnHold c -> hold(s, c, cohortId);
                    case ResumeCandidate c -> resume(s, c, cohortId);
                };
        };
    }

    /** The end of a hold on the day on which its trajectory ends (rule B17); nothing when there is no hold. */
    public static List<TrajectoryEvent> closing(Open state, LocalDate on) {
        return state.hold().stream()
                .<TrajectoryEvent>map(hold -> resumption(state, hold, on, Optional.empty(), true))
                .toList();
    }

    private static Decision<TrajectoryEvent> hold(Open state, PutCandidateOnHold c, Optional<UUID> cohortId) {
        if (state.isOnHold()) {
            return rejected(ALREADY_ON_HOLD);
        }
        if (c.expectedResumeOn() != null && !c.expectedResumeOn().isAfter(c.effectiveOn())) {
            return rejected(EXPECTED_RESUME_NOT_LATER);
        }
        return accepted(new CandidateOnHold(
                state.route().id(),
                state.route().candidateId(),
                state.route().region(),
                state.route().sector(),
                c.effectiveOn(),
                c.cause(),
                state.phase(),
                state.stage().code(),
                cohortId.orElse(null),
                c.expectedResumeOn(),
                state.plan().start().orElse(null),
                c.noteRef()));
    }

    /** A cohort resumes only the holds that it brought about; a hold with a reason of its own stays. */
    private static Decision<TrajectoryEvent> resume(Open state, ResumeCandidate c, Optional<UUID> cohortId) {
        if (state.hold().isEmpty()) {
            return rejected(NOT_ON_HOLD);
        }
        Hold hold = state.hold().get();
        if (cohortId.isPresent() && !hold.cohortId().equals(cohortId)) {
            return rejected(ON_HOLD_FOR_OTHER_REASON);
        }
        return accepted(resumption(state, hold, c.effectiveOn(), cohortId, false));
    }

    private static CandidateResumed resumption(
            Open state, Hold hold, LocalDate on, Optional<UUID> cohortId, boolean endOfTrajectory) {
        return new CandidateResumed(
                state.route().id(),
                state.route().candidateId(),
                state.route().region(),
                on,
                hold.eventId(),
                (int) ChronoUnit.DAYS.between(hold.since(), on),
                cohortId.orElse(null),
                endOfTrajectory);
    }
}
