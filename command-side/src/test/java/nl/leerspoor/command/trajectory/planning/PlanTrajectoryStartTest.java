package nl.leerspoor.command.trajectory.planning;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.FOUND_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSchoolbaar;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.idOf;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.matched;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.opened;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.planned;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.postponed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.INTAKE_OPEN;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_LATER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NO_PLANNED_START;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.PLANNED_START_IN_PAST;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.START_ALREADY_PLANNED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PostponeTrajectoryStart;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanTrajectoryStartTest {

    private static final LocalDate DECIDED = LocalDate.parse("2020-03-20");
    private static final LocalDate JULY_1 = LocalDate.parse("2020-07-01");
    private static final LocalDate SEPTEMBER_1 = LocalDate.parse("2020-09-01");
    private static final LocalDate SEPTEMBER_7 = LocalDate.parse("2020-09-07");

    private static Decision<TrajectoryEvent> plan(
            Timeline<TrajectoryEvent, Trajectory> given, LocalDate on, LocalDate start) {
        return Planning.decide(given.on(on), new PlanTrajectoryStart(TRAJECTORY, on, start));
    }

    private static Decision<TrajectoryEvent> postpone(
            Timeline<TrajectoryEvent, Trajectory> given, LocalDate on, LocalDate start) {
        return Planning.decide(given.on(on), new PostponeTrajectoryStart(TRAJECTORY, on, start, "CORONA"));
    }

    @Nested
    class APlan {

        @Test
        void isMadeForWhoIsSuitable() {
            assertThat(events(plan(given(opened(), foundSuitable(FOUND_SUITABLE)), FOUND_SUITABLE, START)))
                    .containsExactly(planned(START));
        }

        @Test
        void waitsForTheIntake() {
            assertThat(refusal(plan(given(opened()), FOUND_SUITABLE, START))).isEqualTo(INTAKE_OPEN);
            assertThat(refusal(plan(given(opened(), foundSchoolbaar(FOUND_SUITABLE)), FOUND_SUITABLE, START)))
                    .isEqualTo(NOT_SUITABLE);
        }

        @Test
        void isNotReplacedWhileItStands() {
            assertThat(refusal(plan(given(untilSuitable()), DECIDED, JULY_1))).isEqualTo(START_ALREADY_PLANNED);
            assertThat(refusal(plan(given(untilSuitable()), START, JULY_1))).isEqualTo(START_ALREADY_PLANNED);
        }

        @Test
        void isMadeAnewWhenItsDayWentBy() {
            assertThat(events(plan(given(untilContracted()), START.plusDays(1), JULY_1)))
                    .hasSize(1);
        }

        @Test
        void isMadeAnewAfterAHold() {
            var resumed = given(plus(untilSuitable(), onHold(DECIDED), resumed(SEPTEMBER_1, idOf(3))));
            assertThat(events(plan(resumed, SEPTEMBER_1, SEPTEMBER_7)))
                    .containsExactly(
                            new TrajectoryStartPlanned(TRAJECTORY, CANDIDATE, TWENTE, SEPTEMBER_1, SEPTEMBER_7));
        }

        @Test
        void isNotMadeWhileOnHold() {
            assertThat(refusal(plan(given(plus(untilSuitable(), onHold(DECIDED))), JULY_1, SEPTEMBER_7)))
                    .isEqualTo(TRAJECTORY_ON_HOLD);
        }

        @Test
        void doesNotLieBeforeTheDayOnWhichItWasMade() {
            var suitable = given(opened(), foundSuitable(FOUND_SUITABLE));
            assertThat(refusal(plan(suitable, DECIDED, DECIDED.minusDays(1)))).isEqualTo(PLANNED_START_IN_PAST);
            assertThat(events(plan(suitable, DECIDED, DECIDED))).hasSize(1);
        }

        @Test
        void isTooLateOnceLearningBegan() {
            assertThat(refusal(plan(given(untilStarted()), START, JULY_1))).isEqualTo(ALREADY_STARTED);
            assertThat(refusal(plan(given(opened(), stopped(DECIDED)), JULY_1, SEPTEMBER_7)))
                    .isEqualTo(TRAJECTORY_ENDED);
            assertThat(refusal(plan(given(), FOUND_SUITABLE, START))).isEqualTo(TRAJECTORY_NOT_OPENED);
        }
    }

    /** Rule B19. */
    @Nested
    class APostponement {

        @Test
        void movesTheStartToALaterDayForACause() {
            assertThat(events(postpone(given(untilSuitable()), DECIDED, JULY_1)))
                    .containsExactly(new TrajectoryStartPostponed(
                            TRAJECTORY, CANDIDATE, TWENTE, DECIDED, START, JULY_1, "CORONA", 1));
        }

        @Test
        void isCounted() {
            var postponed = given(plus(untilSuitable(), postponed(DECIDED, START, JULY_1, 1)));
            assertThat(events(postpone(postponed, DECIDED.plusDays(1), SEPTEMBER_7)))
                    .containsExactly(new TrajectoryStartPostponed(
                            TRAJECTORY, CANDIDATE, TWENTE, DECIDED.plusDays(1), JULY_1, SEPTEMBER_7, "CORONA", 2));
        }

        @Test
        void goesOnCountingAfterAHold() {
            var planned = given(plus(
                    untilSuitable(),
                    postponed(DECIDED, START, JULY_1, 1),
                    onHold(DECIDED),
                    resumed(JULY_1, idOf(4)),
                    new TrajectoryStartPlanned(TRAJECTORY, CANDIDATE, TWENTE, JULY_1, SEPTEMBER_1)));
            assertThat(events(postpone(planned, JULY_1, SEPTEMBER_7)))
                    .singleElement()
                    .extracting("count")
                    .isEqualTo(2);
        }

        @Test
        void isNeverToTheSameDayOrAnEarlierOne() {
            assertThat(refusal(postpone(given(untilSuitable()), DECIDED, START)))
                    .isEqualTo(NOT_LATER);
            assertThat(refusal(postpone(given(untilSuitable()), DECIDED, START.minusDays(1))))
                    .isEqualTo(NOT_LATER);
        }

        @Test
        void isNeverToADayGoneBy() {
            assertThat(refusal(postpone(given(untilSuitable()), START.plusDays(9), START.plusDays(2))))
                    .isEqualTo(PLANNED_START_IN_PAST);
        }

        @Test
        void needsAPlan() {
            assertThat(refusal(postpone(given(opened(), foundSuitable(FOUND_SUITABLE)), DECIDED, JULY_1)))
                    .isEqualTo(NO_PLANNED_START);
        }

        @Test
        void isPossibleOnHold() {
            assertThat(events(postpone(given(plus(untilSuitable(), onHold(DECIDED))), DECIDED, JULY_1)))
                    .hasSize(1);
        }

        @Test
        void isPossibleAfterTheMatchAndUntilTheStart() {
            assertThat(events(postpone(given(plus(untilSuitable(), matched())), START, JULY_1)))
                    .hasSize(1);
            assertThat(events(postpone(given(untilContracted()), START, JULY_1)))
                    .hasSize(1);
            assertThat(refusal(postpone(given(untilStarted()), START, JULY_1))).isEqualTo(ALREADY_STARTED);
        }

        @Test
        void enteredLateCannotContradictALaterOne() {
            var postponed = given(plus(untilSuitable(), postponed(DECIDED, START, JULY_1, 1)));
            assertThat(postponed.conflictWith(List.of(postponed(DECIDED.minusDays(7), START, SEPTEMBER_1, 1))))
                    .hasValueSatisfying(fact -> assertThat(fact.id()).isEqualTo(idOf(3)));
        }
    }
}
