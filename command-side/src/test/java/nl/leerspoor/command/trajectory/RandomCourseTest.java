package nl.leerspoor.command.trajectory;

import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.and;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.correction.Correcting;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectCandidateSector;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectTrajectoryStart;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractCompletion;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractHold;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractStop;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractWerkprocesConfirmation;
import nl.leerspoor.command.trajectory.ending.Ending;
import nl.leerspoor.command.trajectory.ending.EndingCommand.AdviseProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.CompleteTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StartProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.TransferTrajectory;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import nl.leerspoor.command.trajectory.hold.Holding;
import nl.leerspoor.command.trajectory.intake.Intake;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReassignWerkcoach;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReferCandidate;
import nl.leerspoor.command.trajectory.learning.Judging;
import nl.leerspoor.command.trajectory.learning.LearningCommand.ConfirmWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.JudgeWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RecordProgress;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RegisterAttendance;
import nl.leerspoor.command.trajectory.placement.Placement;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.MatchCandidate;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.ReplacePlace;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.StartTrajectory;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.Unmatch;
import nl.leerspoor.command.trajectory.planning.Planning;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PostponeTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.TakeOffWaitlist;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.WaitlistCandidate;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Test;

/**
 * Decisions and course agree, whatever people send and however late they send it: what a decision accepts is possible,
 * or an earlier fact stands in its way, and what was recorded can always be told again for any day.
 */
class RandomCourseTest {

    private static final long SEED = 20200316;
    private static final int WALKS = 150;
    private static final int COMMANDS = 100;
    private static final List<String> WERKPROCESSEN = List.of("B1-K1-W1", "P2-K1-W1");
    private static final List<String> PEOPLE = List.of("testwerkcoach", "testbegeleider", "testschoolcoach-roc");

    private final Random random = new Random(SEED);
    private final Set<Class<?>> recorded = new HashSet<>();

    @Test
    void whatADecisionAcceptsCanHappen() {
        for (int walk = 0; walk < WALKS; walk++) {
            walk();
        }
        assertThat(recorded).as("kinds of facts that the walks came across").hasSizeGreaterThanOrEqualTo(28);
    }

    private void walk() {
        boolean fromTheBeginning = random.nextBoolean();
        Timeline<TrajectoryEvent, Trajectory> timeline = fromTheBeginning ? given() : given(untilStarted());
        LocalDate today = fromTheBeginning ? OPENED : START;
        for (int step = 0; step < COMMANDS; step++) {
            today = today.plusDays(random.nextInt(3) / 2);
            By by = TrajectoryFacts.by(any(PEOPLE));
            Decision<TrajectoryEvent> decision = decide(timeline, dayUntil(today), by);
            if (decision instanceof Decision.Accepted<TrajectoryEvent>(List<TrajectoryEvent> events)) {
                Optional<Fact<TrajectoryEvent>> conflict = timeline.conflictWith(events);
                assertIsOfAnEarlierFact(conflict, timeline, events);
                if (conflict.isEmpty()) {
                    for (TrajectoryEvent event : events) {
                        timeline = and(timeline, event, by.name());
                        recorded.add(event.getClass());
                    }
                    assertCanBeTold(timeline);
                }
            }
        }
    }

    private static void assertIsOfAnEarlierFact(
            Optional<Fact<TrajectoryEvent>> conflict,
            Timeline<TrajectoryEvent, Trajectory> timeline,
            List<TrajectoryEvent> accepted) {
        assertThat(conflict.filter(fact -> fact.version() >= timeline.recorded().size()))
                .as("the fact among %s that the course calls impossible after %s", accepted, timeline.effective())
                .isEmpty();
    }

    private static void assertCanBeTold(Timeline<TrajectoryEvent, Trajectory> timeline) {
        timeline.latest();
        assertThat(timeline.effective().stream()
                        .map(Fact::event)
                        .filter(WerkprocesConfirmed.class::isInstance)
                        .map(event -> ((WerkprocesConfirmed) event).werkproces()))
                .doesNotHaveDuplicates();
    }

    private Decision<TrajectoryEvent> decide(Timeline<TrajectoryEvent, Trajectory> timeline, LocalDate on, By by) {
        Trajectory state = timeline.on(on);
        return switch (random.nextInt(30)) {
            case 0, 1 ->
                Intake.decide(
                        timeline.latest(),
                        new OpenTrajectory(
                                TRAJECTORY,
                                TWENTE,
                                on,
                                CANDIDATE,
                                "PRAKTIJKVERKLARING",
                                "LOG",
                                1,
                                "testwerkcoach",
                                null));
            case 2, 3 -> Intake.decide(state, assessment(on, true, false));
            case 4 -> Intake.decide(state, assessment(on, random.nextBoolean(), random.nextBoolean()));
            case 5 -> Intake.decide(state, new ReassignWerkcoach(TRAJECTORY, on, any(PEOPLE)));
            case 6 -> Planning.decide(state, new PlanTrajectoryStart(TRAJECTORY, on, on.plusDays(random.nextInt(9))));
            case 7 ->
                Planning.decide(
                        state, new PostponeTrajectoryStart(TRAJECTORY, on, on.plusDays(random.nextInt(30)), "CORONA"));
            case 8 -> Planning.decide(state, new WaitlistCandidate(TRAJECTORY, on, "SUPERVISOR_SHORTAGE", LEERBEDRIJF));
            case 9 -> Planning.decide(state, new TakeOffWaitlist(TRAJECTORY, on));
            case 10, 11 -> Placement.match(state, match(on), Optional.of("LOG"));
            case 12 -> contract(state, on);
            case 13, 14 -> Placement.start(state, new StartTrajectory(TRAJECTORY, on), agreement(state));
            case 15 ->
                Placement.replace(
                        state, new ReplacePlace(TRAJECTORY, on, LEERBEDRIJF, UUID.randomUUID(), "LEERBEDRIJF_CLOSED"));
            case 16 ->
                Holding.decide(state, new PutCandidateOnHold(TRAJECTORY, on, "CORONA", null, null), Optional.empty());
            case 17, 18 -> Holding.decide(state, new ResumeCandidate(TRAJECTORY, on), Optional.empty());
            case 19, 29 ->
                Judging.decide(
                        state,
                        new JudgeWerkproces(
                                TRAJECTORY,
                                on,
                                any(WERKPROCESSEN),
                                any(List.of("MASTERED", "MASTERED", "NOT_YET")),
                                supervisor(state)),
                        agreement(state),
                        by);
            case 20, 28 ->
                Judging.decide(state, new ConfirmWerkproces(TRAJECTORY, on, any(WERKPROCESSEN)), agreement(state), by);
            case 21 ->
                Judging.decide(
                        state, new RegisterAttendance(TRAJECTORY, on, week(on), BigDecimal.TEN), agreement(state), by);
            case 27 ->
                Judging.decide(state, new RecordProgress(TRAJECTORY, on, "TRADE", null, null), agreement(state), by);
            case 22, 23, 24 -> correct(timeline, on, by);
            case 25 -> end(state, on);
            case 26 -> Ending.advise(state, new AdviseProgression(TRAJECTORY, on, "BBL"));
            default -> Ending.complete(state, new CompleteTrajectory(TRAJECTORY, on));
        };
    }

    /** Ends come seldom, so that most walks get far. */
    private Decision<TrajectoryEvent> end(Trajectory state, LocalDate on) {
        return switch (random.nextInt(12)) {
            case 0 -> Intake.decide(state, new ReferCandidate(TRAJECTORY, on, "BBL"));
            case 1, 2 -> Ending.stop(state, new StopTrajectory(TRAJECTORY, on, "PERSONAL"));
            case 3 ->
                Ending.transferOut(
                        state,
                        new TransferTrajectory(TRAJECTORY, on, "AM06", "testwerkcoach"),
                        UUID.randomUUID(),
                        UUID.randomUUID());
            case 4, 5 -> Placement.unmatch(state, new Unmatch(TRAJECTORY, on, "OTHER"));
            default -> Ending.progress(state, new StartProgression(TRAJECTORY, on, "BBL", "ROC"));
        };
    }

    private Decision<TrajectoryEvent> correct(Timeline<TrajectoryEvent, Trajectory> timeline, LocalDate on, By by) {
        UUID fact = timeline.recorded().isEmpty()
                ? UUID.randomUUID()
                : any(timeline.recorded()).id();
        String reason = "DATA_ENTRY_ERROR";
        return Correcting.decide(
                timeline,
                switch (random.nextInt(6)) {
                    case 0 -> new CorrectCandidateSector(TRAJECTORY, any(List.of("LOG", "DZ")), reason);
                    case 1 -> new CorrectTrajectoryStart(TRAJECTORY, on, reason);
                    case 2 -> new RetractHold(TRAJECTORY, fact, reason);
                    case 3 -> new RetractWerkprocesConfirmation(TRAJECTORY, fact, reason);
                    case 4 -> new RetractCompletion(TRAJECTORY, reason);
                    default -> new RetractStop(TRAJECTORY, reason);
                },
                by);
    }

    /** The third signature, which is possible for a match that is not on hold. */
    private static Decision<TrajectoryEvent> contract(Trajectory state, LocalDate on) {
        Function<Trajectory.Open, Decision<TrajectoryEvent>> contracted = open -> Decision.accepted(
                open.stage().place().isEmpty()
                        ? List.of()
                        : List.of(new TrajectoryContracted(TRAJECTORY, CANDIDATE, TWENTE, on, POK)));
        return state.whileMoving(contracted);
    }

    private static Optional<Praktijkovereenkomst.Active> agreement(Trajectory state) {
        return state instanceof Trajectory.Open open && open.stage().agreement().isPresent()
                ? Optional.of(new Praktijkovereenkomst.Active(
                        new Praktijkovereenkomst.Parties(
                                POK, TRAJECTORY, CANDIDATE, TWENTE, LEERBEDRIJF, "25254", false),
                        new Praktijkovereenkomst.Text(
                                1, OPENED, OPENED.plusYears(1), 24, WERKPROCESSEN, Set.of("CANDIDATE")),
                        Optional.empty()))
                : Optional.empty();
    }

    private static UUID supervisor(Trajectory state) {
        return state instanceof Trajectory.Open open
                ? open.stage().place().map(Trajectory.Match::supervisorId).orElse(SUPERVISOR)
                : SUPERVISOR;
    }

    private static AssessSuitability assessment(LocalDate on, boolean leerbaar, boolean schoolbaar) {
        return new AssessSuitability(
                TRAJECTORY,
                on,
                leerbaar,
                schoolbaar,
                "INTAKE_REPORT",
                "INTAKE-K999",
                "INTAKE-TWENTE",
                "1",
                "WERKCOACH");
    }

    private static MatchCandidate match(LocalDate on) {
        return new MatchCandidate(TRAJECTORY, on, LEERBEDRIJF, SUPERVISOR, "ROC", "25254", WERKPROCESSEN, true, null);
    }

    /** The week of a day, or one that never was. */
    private String week(LocalDate day) {
        return random.nextInt(5) == 0
                ? "2021-W53"
                : day.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
    }

    /** Today more often than not, else some day before it. */
    private LocalDate dayUntil(LocalDate today) {
        return random.nextInt(3) > 0
                ? today
                : OPENED.plusDays(random.nextInt(1 + (int) (today.toEpochDay() - OPENED.toEpochDay())));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
