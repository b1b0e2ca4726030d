package nl.leerspoor.command.trajectory.learning;

import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_CONFIRMED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.JUDGE_MAY_NOT_CONFIRM;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_JUDGED_MASTERED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_THE_SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.POK_NOT_ACTIVE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.WEEK_NOT_IN_TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.WERKPROCES_NOT_IN_POK;

import java.util.Optional;
import java.util.function.Function;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.IsoWeek;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Judgement;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Stage.InProgress;
import nl.leerspoor.command.trajectory.learning.LearningCommand.ConfirmWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.JudgeWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RecordProgress;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RegisterAttendance;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.LearningEvent.ProgressRecorded;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The rules of learning at work: presence, progress, judgement by the company, confirmation by the school. */
public final class Judging {

    private Judging() {}

    /**
     * Decides on what happens while the candidate learns.
     *
     * @param agreement the praktijkovereenkomst in force on the day, if there is one
     */
    public static Decision<TrajectoryEvent> decide(
            Trajectory state, LearningCommand command, Optional<Praktijkovereenkomst.Active> agreement, By by) {
        return switch (command) {
            case RecordProgress c -> state.whileMoving(inProgress((open, progress) -> accepted(progress(open, c))));
            case RegisterAttendance c -> state.whileMoving(inProgress((open, progress) -> attend(open, progress, c)));
            case JudgeWerkproces c ->
                state.whileMoving(inProgress((open, progress) -> judge(open, progress, c, agreement)));
            case ConfirmWerkproces c -> state.whileOpen(inProgress((open, progress) -> confirm(open, progress, c, by)));
        };
    }

    @FunctionalInterface
    private interface Rule {

        Decision<TrajectoryEvent> decide(Open open, InProgress progress);
    }

    private static Function<Open, Decision<TrajectoryEvent>> inProgress(Rule rule) {
        return open ->
                open.stage() instanceof InProgress progress ? rule.decide(open, progress) : rejected(NOT_STARTED);
    }

    private static ProgressRecorded progress(Open open, RecordProgress c) {
        return new ProgressRecorded(
                c.trajectoryId(),
                open.route().candidateId(),
                open.route().region(),
                c.effectiveOn(),
                c.skillKind(),
                c.praktijkopdracht(),
                c.werkproces());
    }

    private static Decision<TrajectoryEvent> attend(Open open, InProgress progress, RegisterAttendance c) {
        IsoWeek first = IsoWeek.of(progress.startedOn());
        IsoWeek last = IsoWeek.of(c.effectiveOn());
        return IsoWeek.parse(c.isoWeek())
                .filter(week -> week.compareTo(first) >= 0 && week.compareTo(last) <= 0)
                .map(week -> accepted(attendance(open, c, week)))
                .orElseGet(() -> rejected(WEEK_NOT_IN_TRAJECTORY));
    }

    /** Hours that were entered before are corrected by another person than who entered them (rule B30). */
    static Decision<TrajectoryEvent> bySomebodyElse(
            Decision<TrajectoryEvent> attendance,
            Timeline<TrajectoryEvent, Trajectory> timeline,
            RegisterAttendance c,
            By by) {
        Optional<IsoWeek> week = IsoWeek.parse(c.isoWeek());
        return timeline.recorded().reversed().stream()
                .filter(fact -> fact.event() instanceof AttendanceRegistered before
                        && week.equals(Optional.of(new IsoWeek(before.weekYear(), before.week()))))
                .findFirst()
                .filter(before -> before.recordedBy().equals(by.name()))
                .map(before -> Decision.<TrajectoryEvent>rejected(SAME_PERSON_AUTHORISES))
                .orElse(attendance);
    }

    private static TrajectoryEvent attendance(Open open, RegisterAttendance c, IsoWeek week) {
        return new AttendanceRegistered(
                c.trajectoryId(),
                open.route().candidateId(),
                open.route().region(),
                c.effectiveOn(),
                week.year(),
                week.number(),
                c.hours());
    }

    /** The judge is the supervisor of that day, on a werkproces of the agreement (rule B9). */
    private static Decision<TrajectoryEvent> judge(
            Open open, InProgress progress, JudgeWerkproces c, Optional<Praktijkovereenkomst.Active> agreement) {
        if (progress.match().isEmpty()) {
            return rejected(NOT_MATCHED);
        }
        Match match = progress.match().get();
        if (!match.supervisorId().equals(c.supervisorId())) {
            return rejected(NOT_THE_SUPERVISOR);
        }
        if (agreement.isEmpty()) {
            return rejected(POK_NOT_ACTIVE);
        }
        if (!agreement.get().inForce().werkprocessen().contains(c.werkproces())) {
            return rejected(WERKPROCES_NOT_IN_POK);
        }
        return accepted(new WerkprocesJudged(
                c.trajectoryId(),
                open.route().candidateId(),
                open.route().region(),
                c.effectiveOn(),
                c.werkproces(),
                c.result(),
                c.supervisorId(),
                match.leerbedrijfId(),
                agreement.get().parties().id()));
    }

    /** The school confirms what was judged mastered, by another person than the judge (rule B9). */
    private static Decision<TrajectoryEvent> confirm(Open open, InProgress progress, ConfirmWerkproces c, By by) {
        Judgement judgement = progress.learning().mastered().get(c.werkproces());
        if (judgement == null) {
            return rejected(NOT_JUDGED_MASTERED);
        }
        if (progress.learning().confirmed().containsKey(c.werkproces())) {
            return rejected(ALREADY_CONFIRMED);
        }
        if (judgement.judgedBy().equals(by.name())) {
            return rejected(JUDGE_MAY_NOT_CONFIRM);
        }
        return accepted(new WerkprocesConfirmed(
                c.trajectoryId(),
                open.route().candidateId(),
                open.route().region(),
                c.effectiveOn(),
                c.werkproces(),
                judgement.eventId(),
                judgement.match().supervisorId(),
                judgement.match().leerbedrijfId(),
                judgement.match().schoolId(),
                by.name()));
    }
}
