package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyKind.REPLACEMENT_PLACE;
import static nl.leerspoor.command.duty.DutyKind.START_AT_RISK;
import static nl.leerspoor.command.duty.DutyKind.SUPERVISION_AT_RISK;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Stage;
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

/**
 * Which duties follow when a place is lost or in doubt: because the leerbedrijf lost its erkenning or takes no part,
 * because the supervisor can't guide, or because the supervisor for whom a place waits is not trained in time. What
 * becomes of the candidate is for people to decide, so the event itself changes no trajectory. A trajectory on hold
 * needs nothing now.
 */
final class PlaceInDoubt {

    private static final int WEEKS_TO_REPLACE = 4;
    private static final int WEEKS_TO_SUPERVISE = 2;

    private PlaceInDoubt() {}

    static List<DutyRaised> of(Cause cause, Whereabouts around) {
        Stream<DutyRaised> duties = switch (cause.event()) {
            case ErkenningWithdrawn e ->
                placeLost(e.leerbedrijfId(), match -> match.crebo().equals(e.crebo()), cause, around);
            case ErkenningLapsed e ->
                placeLost(e.leerbedrijfId(), match -> match.crebo().equals(e.crebo()), cause, around);
            case LeerbedrijfSuspended e -> placeLost(e.leerbedrijfId(), match -> true, cause, around);
            case LeerbedrijfLeft e -> placeLost(e.leerbedrijfId(), match -> true, cause, around);
            case SupervisorBecameUnavailable e ->
                Stream.concat(
                        supervisorLost(e.supervisorId(), cause, around),
                        supervisionInDoubt(e.supervisorId(), cause, around));
            case SupervisorTrainingExpired e -> supervisionInDoubt(e.supervisorId(), cause, around);
            case SupervisorTrainedRetracted e -> supervisionInDoubt(e.supervisorId(), cause, around);
            case SupervisorTrainingSuspended e -> startsHeldUp(e.trainingId(), e.participants(), cause, around);
            case SupervisorTrainingCancelled e ->
                startsHeldUp(e.trainingId(), around.enrolledIn(e.trainingId()), cause, around);
            default -> Stream.of();
        };
        return duties.toList();
    }

    /** WEB 7.2.9 lid 2, rule B26: whoever signed or learns there is owed another place. */
    private static Stream<DutyRaised> placeLost(
            UUID leerbedrijf, Predicate<Match> which, Cause cause, Whereabouts around) {
        return moving(around.turnedTo(leerbedrijf), around)
                .flatMap(open -> signed(open.stage())
                        .filter(match -> match.leerbedrijfId().equals(leerbedrijf))
                        .filter(which)
                        .map(match -> replacement(open, match, cause))
                        .stream());
    }

    private static Stream<DutyRaised> supervisorLost(UUID supervisor, Cause cause, Whereabouts around) {
        return moving(around.guidedBy(supervisor), around)
                .flatMap(open -> signed(open.stage())
                        .filter(match -> match.supervisorId().equals(supervisor))
                        .map(match -> replacement(open, match, cause))
                        .stream());
    }

    private static DutyRaised replacement(Open open, Match match, Cause cause) {
        return Subject.place(open.route(), match)
                .raise(REPLACEMENT_PLACE, cause.effectiveOn().plusWeeks(WEEKS_TO_REPLACE), cause);
    }

    /** Before the start the planned start is in doubt, after it the supervision. */
    private static Stream<DutyRaised> supervisionInDoubt(UUID supervisor, Cause cause, Whereabouts around) {
        return moving(around.guidedBy(supervisor), around)
                .flatMap(open -> open
                        .stage()
                        .place()
                        .filter(match -> match.supervisorId().equals(supervisor))
                        .flatMap(match -> supervisionInDoubt(open, Subject.place(open.route(), match), cause))
                        .stream());
    }

    private static Optional<DutyRaised> supervisionInDoubt(Open open, Subject subject, Cause cause) {
        return open.stage() instanceof Stage.InProgress
                ? Optional.of(
                        subject.raise(SUPERVISION_AT_RISK, cause.effectiveOn().plusWeeks(WEEKS_TO_SUPERVISE), cause))
                : plannedStart(open, cause).map(start -> subject.raise(START_AT_RISK, start, cause));
    }

    /** A start that is planned at the leerbedrijf of somebody who is not trained in time (rule B5). */
    private static Stream<DutyRaised> startsHeldUp(
            UUID training, List<UUID> supervisors, Cause cause, Whereabouts around) {
        return supervisors.stream()
                .flatMap(supervisor -> around.leerbedrijfOf(supervisor).stream()
                        .flatMap(leerbedrijf -> moving(around.turnedTo(leerbedrijf), around)
                                .filter(open -> isWaitingFor(leerbedrijf, open.stage()))
                                .flatMap(open -> plannedStart(open, cause)
                                        .map(start -> Subject.waiting(open.route(), leerbedrijf, supervisor, training)
                                                .raise(START_AT_RISK, start, cause))
                                        .stream())));
    }

    private static Stream<Open> moving(List<UUID> trajectories, Whereabouts around) {
        return trajectories.stream().map(around::trajectory).flatMap(trajectory -> switch (trajectory) {
            case Trajectory.NotOpened s -> Stream.of();
            case Trajectory.Ended s -> Stream.of();
            case Open s -> s.isOnHold() ? Stream.of() : Stream.of(s);
        });
    }

    /** The match, once the praktijkovereenkomst was signed. */
    private static Optional<Match> signed(Stage stage) {
        return switch (stage) {
            case Stage.Registered s -> Optional.empty();
            case Stage.NotSuitable s -> Optional.empty();
            case Stage.Suitable s -> Optional.empty();
            case Stage.Matched s -> Optional.empty();
            case Stage.Contracted s -> Optional.of(s.match());
            case Stage.InProgress s -> s.match();
        };
    }

    private static boolean isWaitingFor(UUID leerbedrijf, Stage stage) {
        return stage instanceof Stage.Suitable suitable
                && suitable.waiting().stream()
                        .anyMatch(waiting -> waiting.intendedLeerbedrijfId().equals(Optional.of(leerbedrijf)));
    }

    /** A start that was planned for a day which had passed by then is no plan any more. */
    private static Optional<LocalDate> plannedStart(Open open, Cause cause) {
        return open.plan().start().filter(start -> !start.isBefore(cause.effectiveOn()));
    }
}
