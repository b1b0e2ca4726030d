package nl.leerspoor.command.trajectory.ending;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_IN_PROGRESS_OR_COMPLETED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NO_CONFIRMED_WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.SAME_REGION;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.Trajectory.Learning;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.Trajectory.Stage.InProgress;
import nl.leerspoor.command.trajectory.ending.EndingCommand.AdviseProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.CompleteTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StartProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.TransferTrajectory;
import nl.leerspoor.command.trajectory.hold.Holding;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionAdvised;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionStarted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryTransferredIn;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The rules of the end of a trajectory. */
public final class Ending {

    private Ending() {}

    /** Completion needs one confirmed werkproces at least (rule B10). */
    public static Decision<TrajectoryEvent> complete(Trajectory state, CompleteTrajectory c) {
        return state.whileMoving(open -> {
            if (!(open.stage() instanceof InProgress progress)) {
                return rejected(NOT_STARTED);
            }
            Learning learning = progress.learning();
            if (learning.confirmed().isEmpty()) {
                return rejected(NO_CONFIRMED_WERKPROCES);
            }
            boolean goalReached = progress.match()
                    .map(match -> learning.confirmed().keySet().containsAll(match.werkprocessen()))
                    .orElse(false);
            OptionalInt guidedWeeks = learning.guided().count(progress.startedOn(), c.effectiveOn());
            return accepted(new TrajectoryCompleted(
                    c.trajectoryId(),
                    open.route().candidateId(),
                    open.route().region(),
                    c.effectiveOn(),
                    learning.confirmedCodes(),
                    guidedWeeks.isPresent() ? guidedWeeks.getAsInt() : null,
                    goalReached));
        });
    }

    /** A stop closes a hold on the same day (rule B17). */
    public static Decision<TrajectoryEvent> stop(Trajectory state, StopTrajectory c) {
        return state.whileOpen(open -> {
            List<TrajectoryEvent> events = new ArrayList<>(Holding.closing(open, c.effectiveOn()));
            events.add(new TrajectoryStopped(
                    c.trajectoryId(), open.route().candidateId(), open.route().region(), c.effectiveOn(), c.reason()));
            return accepted(events);
        });
    }

    /** The old region's part ends; a hold ends with it (rules B17 and B31). */
    public static Decision<TrajectoryEvent> transferOut(
            Trajectory state, TransferTrajectory c, UUID newTrajectory, UUID newCandidate) {
        return state.whileOpen(open -> {
            if (open.route().region().equals(c.toRegion())) {
                return rejected(SAME_REGION);
            }
            List<TrajectoryEvent> events = new ArrayList<>(Holding.closing(open, c.effectiveOn()));
            events.add(new TrajectoryTransferredOut(
                    c.trajectoryId(),
                    open.route().candidateId(),
                    open.route().region(),
                    c.effectiveOn(),
                    c.toRegion(),
                    newTrajectory,
                    newCandidate));
            return accepted(events);
        });
    }

    /** The new region's part begins where the old one stood, on hold if that was; only the place is lost. */
    public static Decision<TrajectoryEvent> transferIn(
            Trajectory state, TransferTrajectory c, UUID newTrajectory, UUID newCandidate) {
        return state.whileOpen(open -> {
            Route route = open.route();
            String status = statusAfterTransfer(open);
            List<TrajectoryEvent> events = new ArrayList<>();
            events.add(new TrajectoryTransferredIn(
                    newTrajectory,
                    newCandidate,
                    c.toRegion(),
                    c.effectiveOn(),
                    c.trajectoryId(),
                    route.region(),
                    status,
                    route.goal(),
                    route.sector(),
                    route.level(),
                    c.werkcoachId(),
                    open.stage().learned().confirmedCodes()));
            open.hold()
                    .ifPresent(hold -> events.add(new CandidateOnHold(
                            newTrajectory,
                            newCandidate,
                            c.toRegion(),
                            route.sector(),
                            c.effectiveOn(),
                            hold.cause(),
                            open.phase(),
                            status,
                            null,
                            null,
                            null,
                            null)));
            return accepted(events);
        });
    }

    private static String statusAfterTransfer(Open open) {
        return switch (open.stage().code()) {
            case "MATCHED", "CONTRACTED" -> "SUITABLE";
            case String code -> code;
        };
    }

    public static Decision<TrajectoryEvent> advise(Trajectory state, AdviseProgression c) {
        return progressing(state)
                ? accepted(new ProgressionAdvised(
                        c.trajectoryId(),
                        state.whose().orElseThrow().candidateId(),
                        state.whose().orElseThrow().region(),
                        c.effectiveOn(),
                        c.to()))
                : rejected(NOT_IN_PROGRESS_OR_COMPLETED);
    }

    public static Decision<TrajectoryEvent> progress(Trajectory state, StartProgression c) {
        return progressing(state)
                ? accepted(new ProgressionStarted(
                        c.trajectoryId(),
                        state.whose().orElseThrow().candidateId(),
                        state.whose().orElseThrow().region(),
                        c.effectiveOn(),
                        c.to(),
                        c.schoolId()))
                : rejected(NOT_IN_PROGRESS_OR_COMPLETED);
    }

    private static boolean progressing(Trajectory state) {
        return switch (state) {
            case Trajectory.NotOpened s -> false;
            case Open s -> s.stage() instanceof InProgress;
            case Ended s -> s.end() == End.COMPLETED;
        };
    }
}
