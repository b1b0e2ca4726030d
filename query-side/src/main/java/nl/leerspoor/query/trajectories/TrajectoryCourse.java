package nl.leerspoor.query.trajectories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.LearningEvent.ProgressRecorded;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmationRetracted;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.PlacementEvent;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.query.trajectories.TrajectoryState.Hold;
import nl.leerspoor.query.trajectories.TrajectoryState.Planning;
import nl.leerspoor.query.trajectories.TrajectoryState.Progression;
import nl.leerspoor.query.trajectories.TrajectoryState.Route;
import nl.leerspoor.query.trajectories.TrajectoryState.Status;
import nl.leerspoor.query.trajectories.TrajectoryState.Step;
import nl.leerspoor.query.trajectories.TrajectoryState.Waiting;
import nl.leerspoor.query.trajectories.TrajectoryState.Werkprocessen;

/** What each fact changes in what is told of a trajectory. What was allowed is decided elsewhere; here it happened. */
final class TrajectoryCourse {

    private TrajectoryCourse() {}

    static TrajectoryState evolve(TrajectoryState state, Fact<TrajectoryEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case IntakeEvent e -> intake(state, e, day);
            case PlanningEvent e -> planning(state, e, day, fact.recordedAt());
            case PlacementEvent e -> placement(state, e, day);
            case HoldEvent e -> hold(state, e, day);
            case LearningEvent e -> learning(state, e);
            case EndingEvent e -> ending(state, e, day);
            case CorrectionEvent e -> correction(state, e);
        };
    }

    private static TrajectoryState intake(TrajectoryState state, IntakeEvent event, LocalDate day) {
        return switch (event) {
            case TrajectoryOpened e ->
                opened(
                        new Route(
                                e.candidateId(),
                                e.region(),
                                e.reference(),
                                e.goal(),
                                e.sector(),
                                e.level(),
                                e.werkcoachId(),
                                Optional.empty()),
                        Status.REGISTERED,
                        Werkprocessen.carried(List.of()),
                        day);
            case TrajectoryTransferredIn e ->
                opened(
                        new Route(
                                e.candidateId(),
                                e.region(),
                                null,
                                e.goal(),
                                e.sector(),
                                e.level(),
                                e.werkcoachId(),
                                Optional.of(e.fromTrajectoryId())),
                        Status.valueOf(e.status()),
                        Werkprocessen.carried(e.confirmedWerkprocessen()),
                        day);
            case SuitabilityAssessed e ->
                e.leerbaar() && !e.schoolbaar()
                        ? state.in(Status.SUITABLE, day).with(state.milestones().suitable(day))
                        : state.in(Status.NOT_SUITABLE, day);
            case CandidateReferred e -> state.ended(Status.REFERRED, e.to(), day);
            case WerkcoachReassigned e -> state.with(state.route().coachedBy(e.newWerkcoachId()));
        };
    }

    private static TrajectoryState opened(Route route, Status status, Werkprocessen werkprocessen, LocalDate day) {
        return new TrajectoryState(
                route,
                status,
                day,
                Milestones.opened(day),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Planning.NONE,
                Optional.empty(),
                werkprocessen,
                Progression.NONE);
    }

    private static TrajectoryState planning(
            TrajectoryState state, PlanningEvent event, LocalDate day, Instant enteredAt) {
        return switch (event) {
            case TrajectoryStartPlanned e -> state.with(state.planning().to(e.plannedStart()));
            case TrajectoryStartPostponed e ->
                state.with(new Planning(
                        Optional.of(e.newStart()),
                        plus(state.planning().causes(), e.cause()),
                        plus(state.planning().days(), (int) ChronoUnit.DAYS.between(e.oldStart(), e.newStart()))));
            case CandidateWaitlisted e ->
                state.waiting(Optional.of(
                        new Waiting(day, enteredAt, e.cause(), Optional.ofNullable(e.intendedLeerbedrijfId()))));
            case CandidateTakenOffWaitlist e -> state.waiting(Optional.empty());
        };
    }

    private static TrajectoryState placement(TrajectoryState state, PlacementEvent event, LocalDate day) {
        return switch (event) {
            case CandidateMatched e ->
                comesTo(state, Status.MATCHED, day)
                        .with(state.milestones().matched(day))
                        .with(state.werkprocessen().agreed(e.werkprocessen()))
                        .with(new Place(
                                e.leerbedrijfId(),
                                e.supervisorId(),
                                e.schoolId(),
                                e.crebo(),
                                e.dossierVersion(),
                                e.inPreferredSector(),
                                Optional.empty()));
            case CandidateUnmatched e -> state.unmatched(day);
            case TrajectoryContracted e ->
                comesTo(state, Status.CONTRACTED, day)
                        .with(state.milestones().contracted(day))
                        .with(state.place().orElseThrow().agreedIn(e.praktijkovereenkomstId()));
            case TrajectoryStarted e ->
                state.in(Status.IN_PROGRESS, day).with(state.milestones().started(day));
            case PlaceReplaced e ->
                state.with(state.place().orElseThrow().movedTo(e.toLeerbedrijfId(), e.toSupervisorId()));
        };
    }

    /** Learning that goes on after a transfer or a change of place is not begun anew. */
    private static TrajectoryState comesTo(TrajectoryState state, Status next, LocalDate day) {
        return state.status() == Status.IN_PROGRESS ? state : state.in(next, day);
    }

    private static TrajectoryState hold(TrajectoryState state, HoldEvent event, LocalDate day) {
        return switch (event) {
            case CandidateOnHold e ->
                state.held(new Hold(
                        day, e.cause(), Optional.ofNullable(e.cohortId()), Optional.ofNullable(e.expectedResumeOn())));
            case CandidateResumed e -> state.resumed(day);
            case CandidateHoldRetracted e -> state;
        };
    }

    private static TrajectoryState learning(TrajectoryState state, LearningEvent event) {
        Werkprocessen werkprocessen = state.werkprocessen();
        return switch (event) {
            case ProgressRecorded e -> state;
            case AttendanceRegistered e -> state;
            case WerkprocesJudged e ->
                state.with(werkprocessen.judged(e.werkproces(), e.result().equals("MASTERED")));
            case WerkprocesConfirmed e -> state.with(werkprocessen.confirmed(e.werkproces()));
            case WerkprocesConfirmationRetracted e -> state;
        };
    }

    private static TrajectoryState ending(TrajectoryState state, EndingEvent event, LocalDate day) {
        Progression progression = state.progression();
        return switch (event) {
            case TrajectoryCompleted e -> state.ended(Status.COMPLETED, null, day);
            case TrajectoryStopped e -> state.ended(Status.STOPPED, e.reason(), day);
            case TrajectoryTransferredOut e -> state.ended(Status.TRANSFERRED_OUT, e.toRegion(), day);
            case ProgressionAdvised e ->
                state.with(new Progression(Optional.of(new Step(day, e.to())), progression.started()));
            case ProgressionStarted e ->
                state.with(new Progression(progression.advised(), Optional.of(new Step(day, e.to()))));
            case TrajectoryCompletionRetracted e -> state;
            case TrajectoryStopRetracted e -> state;
        };
    }

    private static TrajectoryState correction(TrajectoryState state, CorrectionEvent event) {
        return switch (event) {
            case CandidateSectorCorrected e -> state.with(state.route().inSector(e.newSector()));
            case TrajectoryStartCorrected e -> state;
        };
    }

    private static <T> List<T> plus(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
