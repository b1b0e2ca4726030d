package nl.leerspoor.command.trajectory;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.Trajectory.Hold;
import nl.leerspoor.command.trajectory.Trajectory.Learning;
import nl.leerspoor.command.trajectory.Trajectory.NotOpened;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Plan;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.Trajectory.Stage;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Contracted;
import nl.leerspoor.command.trajectory.Trajectory.Stage.InProgress;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Matched;
import nl.leerspoor.command.trajectory.Trajectory.Stage.NotSuitable;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Registered;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Suitable;
import nl.leerspoor.command.trajectory.Trajectory.Waiting;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.CorrectionEvent;
import nl.leerspoor.events.trajectory.CorrectionEvent.CandidateSectorCorrected;
import nl.leerspoor.events.trajectory.CorrectionEvent.TrajectoryStartCorrected;
import nl.leerspoor.events.trajectory.EndingEvent;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionAdvised;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionStarted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompletionRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.HoldEvent;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent;
import nl.leerspoor.events.trajectory.IntakeEvent.CandidateReferred;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryTransferredIn;
import nl.leerspoor.events.trajectory.IntakeEvent.WerkcoachReassigned;
import nl.leerspoor.events.trajectory.LearningEvent;
import nl.leerspoor.events.trajectory.PlacementEvent;
import nl.leerspoor.events.trajectory.PlanningEvent;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** How each fact changes a trajectory, and which fact is impossible in which state. */
public final class Course {

    private Course() {}

    public static Trajectory evolve(Trajectory state, Fact<TrajectoryEvent> fact) {
        return switch (fact.event()) {
            case IntakeEvent e -> intake(state, e, fact);
            case PlanningEvent e -> planning(open(state, e), e);
            case PlacementEvent e -> PlaceOfLearning.placement(open(state, e), e, fact);
            case HoldEvent e -> hold(open(state, e), e, fact);
            case LearningEvent e -> PlaceOfLearning.learning(open(state, e), e, fact);
            case EndingEvent e -> ending(state, e, fact);
            case CorrectionEvent e -> correction(state, e);
        };
    }

    private static Trajectory intake(Trajectory state, IntakeEvent event, Fact<TrajectoryEvent> fact) {
        return switch (event) {
            case TrajectoryOpened e -> {
                require(state instanceof NotOpened, state, e);
                yield begun(fact, e.goal(), e.sector(), e.level(), e.werkcoachId(), new Registered());
            }
            case TrajectoryTransferredIn e -> {
                require(state instanceof NotOpened, state, e);
                yield begun(fact, e.goal(), e.sector(), e.level(), e.werkcoachId(), transferred(e, fact));
            }
            case SuitabilityAssessed e -> {
                Open open = open(state, e);
                require(
                        open.stage() instanceof Registered
                                || open.stage() instanceof Suitable
                                || open.stage() instanceof NotSuitable,
                        state,
                        e);
                boolean suitable = e.leerbaar() && !e.schoolbaar();
                require(suitable || !isWaiting(open), state, e);
                yield open.with(suitable ? stillWaiting(open.stage()) : new NotSuitable());
            }
            case CandidateReferred e -> {
                Open open = open(state, e);
                require(
                        open.stage() instanceof Registered
                                || open.stage() instanceof Suitable
                                || open.stage() instanceof NotSuitable,
                        state,
                        e);
                require(!open.isOnHold(), state, e);
                yield new Ended(open.route(), open.stage(), End.REFERRED, fact.effectiveOn());
            }
            case WerkcoachReassigned e ->
                switch (state) {
                    case NotOpened s -> throw new Impossible(s, e);
                    case Open s -> s.with(s.route().coachedBy(e.newWerkcoachId()));
                    case Ended s -> new Ended(s.route().coachedBy(e.newWerkcoachId()), s.stage(), s.end(), s.on());
                };
        };
    }

    private static Suitable stillWaiting(Stage stage) {
        return stage instanceof Suitable suitable ? suitable : new Suitable(Optional.empty());
    }

    private static Open begun(
            Fact<TrajectoryEvent> fact, String goal, String sector, int level, String werkcoachId, Stage stage) {
        TrajectoryEvent e = fact.event();
        Route route = new Route(
                e.trajectoryId(),
                e.candidateId(),
                e.region(),
                goal,
                sector,
                level,
                werkcoachId,
                fact.id(),
                fact.effectiveOn());
        return new Open(route, stage, Plan.NONE, Optional.empty());
    }

    private static Stage transferred(TrajectoryTransferredIn e, Fact<TrajectoryEvent> fact) {
        return switch (e.status()) {
            case "REGISTERED" -> new Registered();
            case "NOT_SUITABLE" -> new NotSuitable();
            case "SUITABLE" -> new Suitable(Optional.empty());
            case "IN_PROGRESS" ->
                new InProgress(Optional.empty(), Optional.empty(), fact.effectiveOn(), fact.id(), Learning.NOTHING);
            default -> throw new Impossible(new NotOpened(), e);
        };
    }

    private static Trajectory planning(Open open, PlanningEvent event) {
        return switch (event) {
            case TrajectoryStartPlanned e -> {
                require(beforeStart(open), open, e);
                require(!open.isOnHold(), open, e);
                yield open.with(open.plan().to(e.plannedStart()));
            }
            case TrajectoryStartPostponed e -> {
                require(beforeStart(open), open, e);
                require(open.plan().start().equals(Optional.of(e.oldStart())), open, e);
                yield open.with(open.plan().postponedTo(e.newStart()));
            }
            case CandidateWaitlisted e -> {
                require(open.stage() instanceof Suitable && !isWaiting(open), open, e);
                yield open.with(new Suitable(Optional.of(
                        new Waiting(e.effectiveOn(), e.cause(), Optional.ofNullable(e.intendedLeerbedrijfId())))));
            }
            case CandidateTakenOffWaitlist e -> {
                require(isWaiting(open), open, e);
                yield open.with(new Suitable(Optional.empty()));
            }
        };
    }

    private static boolean isWaiting(Open open) {
        return open.stage() instanceof Suitable suitable && suitable.waiting().isPresent();
    }

    private static boolean beforeStart(Open open) {
        return open.stage() instanceof Suitable
                || open.stage() instanceof Matched
                || open.stage() instanceof Contracted;
    }

    private static Trajectory hold(Open open, HoldEvent event, Fact<TrajectoryEvent> fact) {
        return switch (event) {
            case CandidateOnHold e -> {
                require(!open.isOnHold(), open, e);
                yield open.held(new Hold(fact.id(), fact.effectiveOn(), e.cause(), Optional.ofNullable(e.cohortId())));
            }
            case CandidateResumed e -> {
                require(open.isOnHold(), open, e);
                yield open.resumed(fact.effectiveOn());
            }
            case CandidateHoldRetracted e -> open;
        };
    }

    private static Trajectory ending(Trajectory state, EndingEvent event, Fact<TrajectoryEvent> fact) {
        return switch (event) {
            case TrajectoryCompleted e -> {
                Open open = open(state, e);
                require(open.stage() instanceof InProgress && !open.isOnHold(), state, e);
                require(open.stage().learned().confirmed().keySet().containsAll(e.confirmedWerkprocessen()), state, e);
                yield ended(open, End.COMPLETED, fact.effectiveOn());
            }
            case TrajectoryStopped e -> {
                Open open = open(state, e);
                require(!open.isOnHold(), state, e);
                yield ended(open, End.STOPPED, fact.effectiveOn());
            }
            case TrajectoryTransferredOut e -> {
                Open open = open(state, e);
                require(!open.isOnHold(), state, e);
                yield ended(open, End.TRANSFERRED_OUT, fact.effectiveOn());
            }
            case ProgressionAdvised e -> progressed(state, e);
            case ProgressionStarted e -> progressed(state, e);
            case TrajectoryCompletionRetracted e -> state;
            case TrajectoryStopRetracted e -> state;
        };
    }

    private static Ended ended(Open open, End end, LocalDate on) {
        return new Ended(open.route(), open.stage(), end, on);
    }

    private static Trajectory progressed(Trajectory state, EndingEvent event) {
        require(
                state instanceof Ended(var route, var stage, End end, var on) && end == End.COMPLETED
                        || state instanceof Open open && open.stage() instanceof InProgress,
                state,
                event);
        return state;
    }

    private static Trajectory correction(Trajectory state, CorrectionEvent event) {
        return switch (event) {
            case CandidateSectorCorrected e ->
                switch (state) {
                    case NotOpened s -> throw new Impossible(s, e);
                    case Open s -> s.with(s.route().inSector(e.newSector()));
                    case Ended s -> new Ended(s.route().inSector(e.newSector()), s.stage(), s.end(), s.on());
                };
            case TrajectoryStartCorrected e -> state;
        };
    }

    private static Open open(Trajectory state, TrajectoryEvent event) {
        if (state instanceof Open open) {
            return open;
        }
        throw new Impossible(state, event);
    }

    static void require(boolean possible, Object state, TrajectoryEvent event) {
        if (!possible) {
            throw new Impossible(state, event);
        }
    }
}
