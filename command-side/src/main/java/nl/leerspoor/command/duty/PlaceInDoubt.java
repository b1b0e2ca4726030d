package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.MISSING_SIGNATURE;
import static nl.leerspoor.command.duty.DutyKind.REPLACEMENT_PLACE;
import static nl.leerspoor.command.duty.DutyKind.START_AT_RISK;
import static nl.leerspoor.command.duty.DutyKind.SUPERVISION_AT_RISK;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningLapsed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningWithdrawn;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfLeft;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainedRetracted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingCancelled;
import nl.leerspoor.events.training.TrainingEvent.SupervisorTrainingSuspended;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompletionRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;

/**
 * Which duties follow when a place is lost, in doubt or not signed for: because something happened to the leerbedrijf or
 * the supervisor, because the supervisor for whom a place waits is not trained in time, or because the trajectory came to
 * the place, or back to it, as things stood. One duty of a kind at a time: it stands until its need is gone.
 */
final class PlaceInDoubt {

    private static final Set<DutyKind> PLACE = EnumSet.of(REPLACEMENT_PLACE);
    private static final Set<DutyKind> START = EnumSet.of(START_AT_RISK);
    private static final Set<DutyKind> GUIDANCE = EnumSet.of(SUPERVISION_AT_RISK);
    private static final Set<DutyKind> SUPERVISION = EnumSet.of(START_AT_RISK, SUPERVISION_AT_RISK);
    private static final Set<DutyKind> PLACE_OR_SUPERVISION =
            EnumSet.of(REPLACEMENT_PLACE, START_AT_RISK, SUPERVISION_AT_RISK);
    private static final Set<DutyKind> ALL = EnumSet.allOf(DutyKind.class);

    private static final int WEEKS_TO_REPLACE = 4;
    private static final int WEEKS_TO_SUPERVISE = 2;

    private PlaceInDoubt() {}

    static List<DutyRaised> of(Cause cause, Whereabouts around) {
        Stream<DutyRaised> duties = switch (cause.event()) {
            case ErkenningWithdrawn e -> raise(PLACE, around.turnedTo(e.leerbedrijfId()), cause, around);
            case ErkenningLapsed e -> raise(PLACE, around.turnedTo(e.leerbedrijfId()), cause, around);
            case LeerbedrijfSuspended e -> raise(PLACE, around.turnedTo(e.leerbedrijfId()), cause, around);
            case LeerbedrijfLeft e -> raise(PLACE, around.turnedTo(e.leerbedrijfId()), cause, around);
            case SupervisorBecameUnavailable e ->
                raise(PLACE_OR_SUPERVISION, guidedBy(e.supervisorId(), around), cause, around);
            case SupervisorTrainingExpired e -> raise(SUPERVISION, guidedBy(e.supervisorId(), around), cause, around);
            case SupervisorTrainedRetracted e -> raise(SUPERVISION, guidedBy(e.supervisorId(), around), cause, around);
            case SupervisorTrainingSuspended e -> startsHeldUp(e.trainingId(), e.participants(), cause, around);
            case SupervisorTrainingCancelled e ->
                startsHeldUp(e.trainingId(), around.enrolledIn(e.trainingId()), cause, around);
            case CandidateMatched e -> raise(ALL, List.of(e.trajectoryId()), cause, around);
            case PlaceReplaced e -> raise(ALL, List.of(e.trajectoryId()), cause, around);
            case CandidateResumed e when !e.endOfTrajectory() -> raise(ALL, List.of(e.trajectoryId()), cause, around);
            case CandidateHoldRetracted e -> raise(ALL, List.of(e.trajectoryId()), cause, around);
            case TrajectoryStopRetracted e -> raise(ALL, List.of(e.trajectoryId()), cause, around);
            case TrajectoryCompletionRetracted e -> raise(ALL, List.of(e.trajectoryId()), cause, around);
            case TrajectoryStartPlanned e -> raise(START, List.of(e.trajectoryId()), cause, around);
            case TrajectoryContracted e -> raise(PLACE, List.of(e.trajectoryId()), cause, around);
            case TrajectoryStarted e -> raise(GUIDANCE, List.of(e.trajectoryId()), cause, around);
            default -> Stream.of();
        };
        return duties.toList();
    }

    /** Those of some kinds that are needed and don't stand open yet. */
    private static Stream<DutyRaised> raise(
            Set<DutyKind> kinds, List<UUID> trajectories, Cause cause, Whereabouts around) {
        return moving(trajectories, around)
                .flatMap(open -> Needs.ofThePlace(open, around).stream()
                        .filter(kinds::contains)
                        .filter(kind -> !around.isOpen(kind, open.route().id()))
                        .flatMap(kind -> open.stage().place().stream()
                                .flatMap(match -> duty(kind, open, match, cause).stream())));
    }

    private static Optional<DutyRaised> duty(DutyKind kind, Open open, Match match, Cause cause) {
        Subject subject = Subject.place(open.route(), match);
        return dueOn(kind, open, cause)
                .map(day -> open.stage()
                        .agreement()
                        .filter(agreement -> kind == MISSING_SIGNATURE)
                        .map(subject::under)
                        .orElse(subject)
                        .raise(kind, day, cause));
    }

    private static Optional<LocalDate> dueOn(DutyKind kind, Open open, Cause cause) {
        LocalDate from = cause.effectiveOn();
        return switch (kind) {
            case REPLACEMENT_PLACE -> Optional.of(from.plusWeeks(WEEKS_TO_REPLACE));
            case SUPERVISION_AT_RISK -> Optional.of(from.plusWeeks(WEEKS_TO_SUPERVISE));
            case MISSING_SIGNATURE -> Optional.of(WorkingDays.after(from, Raising.WORKING_DAYS_TO_SIGN));
            case START_AT_RISK -> plannedStart(open, cause);
            case OUTCOME_TO_ASK,
                    ERKENNING_TO_CHECK,
                    VERKLARING_TO_DRAFT,
                    PRIVACY_CASE_TO_DECIDE,
                    PRIVACY_CASE_TO_CARRY_OUT,
                    RECIPIENTS_TO_INFORM,
                    RETENTION_PROPOSALS -> Optional.empty();
        };
    }

    /** A start that is planned at the leerbedrijf of somebody who is not trained in time (rule B5). */
    private static Stream<DutyRaised> startsHeldUp(
            UUID training, List<UUID> supervisors, Cause cause, Whereabouts around) {
        return supervisors.stream()
                .flatMap(supervisor -> workplace(supervisor, around).stream()
                        .flatMap(leerbedrijf -> moving(around.turnedTo(leerbedrijf), around)
                                .filter(open -> Needs.isWaitingFor(leerbedrijf, open.stage()))
                                .flatMap(open -> plannedStart(open, cause)
                                        .map(start -> Subject.waiting(open.route(), leerbedrijf, supervisor, training)
                                                .raise(START_AT_RISK, start, cause))
                                        .stream())));
    }

    private static Stream<Open> moving(List<UUID> trajectories, Whereabouts around) {
        return trajectories.stream().map(around::trajectory).flatMap(trajectory -> Needs.moving(trajectory).stream());
    }

    private static List<UUID> guidedBy(UUID supervisor, Whereabouts around) {
        return switch (around.supervisor(supervisor)) {
            case Supervisor.NotRegistered s -> List.of();
            case Supervisor.Registered s ->
                s.reservations().keySet().stream().sorted().toList();
        };
    }

    private static Optional<UUID> workplace(UUID supervisor, Whereabouts around) {
        return switch (around.supervisor(supervisor)) {
            case Supervisor.NotRegistered s -> Optional.empty();
            case Supervisor.Registered s -> Optional.of(s.post().leerbedrijfId());
        };
    }

    /** A start that was planned for a day which had passed by then is no plan any more. */
    private static Optional<LocalDate> plannedStart(Open open, Cause cause) {
        return open.plan().start().filter(start -> !start.isBefore(cause.effectiveOn()));
    }
}
