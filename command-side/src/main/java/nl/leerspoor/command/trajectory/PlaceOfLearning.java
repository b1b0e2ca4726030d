package nl.leerspoor.command.trajectory;

import static nl.leerspoor.command.trajectory.Course.require;

import java.util.Optional;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.command.trajectory.Trajectory.Confirmation;
import nl.leerspoor.command.trajectory.Trajectory.Judgement;
import nl.leerspoor.command.trajectory.Trajectory.Learning;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Stage;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Contracted;
import nl.leerspoor.command.trajectory.Trajectory.Stage.InProgress;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Matched;
import nl.leerspoor.command.trajectory.Trajectory.Stage.NotSuitable;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Registered;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Suitable;
import nl.leerspoor.events.Fact;
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
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** How places and learning change a trajectory: the match, the agreement, the start, and what is judged and confirmed. */
final class PlaceOfLearning {

    private PlaceOfLearning() {}

    static Trajectory placement(Open open, PlacementEvent event, Fact<TrajectoryEvent> fact) {
        return switch (event) {
            case CandidateMatched e -> {
                require(!open.isOnHold(), open, e);
                yield open.with(matched(open, e));
            }
            case CandidateUnmatched e -> {
                require(open.stage() instanceof Matched || open.stage() instanceof Contracted, open, e);
                yield new Open(
                        open.route(),
                        new Suitable(Optional.empty()),
                        open.plan().voided(),
                        open.hold());
            }
            case TrajectoryContracted e -> {
                require(!open.isOnHold(), open, e);
                yield open.with(contracted(open, e));
            }
            case TrajectoryStarted e -> {
                require(!open.isOnHold(), open, e);
                if (open.stage() instanceof Contracted(Match match, Optional<java.util.UUID> agreement)
                        && agreement.isPresent()) {
                    yield open.with(new InProgress(
                            Optional.of(match), agreement, fact.effectiveOn(), fact.id(), Learning.NOTHING));
                }
                throw new Impossible(open.stage(), e);
            }
            case PlaceReplaced e -> open.with(replaced(open, e));
        };
    }

    private static Stage contracted(Open open, TrajectoryContracted e) {
        var agreement = Optional.of(e.praktijkovereenkomstId());
        return switch (open.stage()) {
            case Matched s -> new Contracted(s.match(), agreement);
            case Contracted s -> new Contracted(s.match(), agreement);
            case InProgress s
            when s.match().isPresent() ->
                new InProgress(s.match(), agreement, s.startedOn(), s.startedBy(), s.learning());
            case InProgress s -> throw new Impossible(s, e);
            case Registered s -> throw new Impossible(s, e);
            case NotSuitable s -> throw new Impossible(s, e);
            case Suitable s -> throw new Impossible(s, e);
        };
    }

    /** After a transfer learning goes on, so that a match made then changes the place and not the stage. */
    private static Stage matched(Open open, CandidateMatched e) {
        Match match = new Match(
                e.leerbedrijfId(), e.supervisorId(), e.schoolId(), e.crebo(), e.dossierVersion(), e.werkprocessen());
        return switch (open.stage()) {
            case Suitable s when s.waiting().isEmpty() -> new Matched(match);
            case InProgress s
            when s.match().isEmpty() ->
                new InProgress(Optional.of(match), Optional.empty(), s.startedOn(), s.startedBy(), s.learning());
            case Suitable s -> throw new Impossible(s, e);
            case InProgress s -> throw new Impossible(s, e);
            case Registered s -> throw new Impossible(s, e);
            case NotSuitable s -> throw new Impossible(s, e);
            case Matched s -> throw new Impossible(s, e);
            case Contracted s -> throw new Impossible(s, e);
        };
    }

    private static Stage replaced(Open open, PlaceReplaced e) {
        return switch (open.stage()) {
            case Contracted s ->
                new Contracted(s.match().movedTo(e.toLeerbedrijfId(), e.toSupervisorId()), Optional.empty());
            case InProgress s ->
                new InProgress(
                        s.match().map(match -> match.movedTo(e.toLeerbedrijfId(), e.toSupervisorId())),
                        Optional.empty(),
                        s.startedOn(),
                        s.startedBy(),
                        s.learning());
            case Registered s -> throw new Impossible(s, e);
            case NotSuitable s -> throw new Impossible(s, e);
            case Suitable s -> throw new Impossible(s, e);
            case Matched s -> throw new Impossible(s, e);
        };
    }

    static Trajectory learning(Open open, LearningEvent event, Fact<TrajectoryEvent> fact) {
        if (!(open.stage() instanceof InProgress progress)) {
            throw new Impossible(open.stage(), event);
        }
        Learning learning = progress.learning();
        return switch (event) {
            case ProgressRecorded e -> {
                require(!open.isOnHold(), open, e);
                yield open;
            }
            case AttendanceRegistered e -> {
                require(!open.isOnHold(), open, e);
                yield open.with(progress.with(learning.present(
                        new IsoWeek(e.weekYear(), e.week()), new GuidedWeeks.Presence(fact.version(), e.hours()))));
            }
            case WerkprocesJudged e -> {
                require(!open.isOnHold() && progress.match().isPresent(), open, e);
                yield open.with(progress.with(
                        e.result().equals("MASTERED")
                                ? learning.judged(
                                        e.werkproces(),
                                        new Judgement(
                                                fact.id(),
                                                fact.effectiveOn(),
                                                fact.recordedBy(),
                                                progress.match().get()))
                                : learning.notYet(e.werkproces())));
            }
            case WerkprocesConfirmed e -> {
                Judgement judgement = learning.mastered().get(e.werkproces());
                require(judgement != null && !learning.confirmed().containsKey(e.werkproces()), open, e);
                yield open.with(progress.with(learning.confirmed(
                        e.werkproces(),
                        new Confirmation(fact.id(), fact.effectiveOn(), e.schoolCoachId(), judgement))));
            }
            case WerkprocesConfirmationRetracted e -> open;
        };
    }
}
