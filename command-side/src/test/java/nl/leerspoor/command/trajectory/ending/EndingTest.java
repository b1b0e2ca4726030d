package nl.leerspoor.command.trajectory.ending;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.completed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.confirmed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.idOf;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.judged;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_IN_PROGRESS_OR_COMPLETED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NO_CONFIRMED_WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.SAME_REGION;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.AdviseProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.CompleteTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.TransferTrajectory;
import nl.leerspoor.events.trajectory.EndingEvent.ProgressionAdvised;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryTransferredIn;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final LocalDate END = LocalDate.parse("2020-05-15");

    private static List<TrajectoryEvent> untilConfirmed() {
        return plus(
                untilStarted(),
                judged(WERKPROCES, "MASTERED", END),
                confirmed(WERKPROCES, idOf(untilStarted().size()), END));
    }

    @Nested
    class Completing {

        private final CompleteTrajectory complete = new CompleteTrajectory(TRAJECTORY, END);

        @Test
        void completionNeedsAConfirmedWerkproces() {
            assertThat(refusal(Ending.complete(given(untilStarted()).on(END), complete)))
                    .isEqualTo(NO_CONFIRMED_WERKPROCES);
        }

        @Test
        void completionTellsWhatIsConfirmedAndWhetherThatIsAll() {
            assertThat(events(Ending.complete(given(untilConfirmed()).on(END), complete)))
                    .singleElement()
                    .isInstanceOfSatisfying(TrajectoryCompleted.class, event -> {
                        assertThat(event.confirmedWerkprocessen()).containsExactly(WERKPROCES);
                        assertThat(event.goalReached()).isFalse();
                        assertThat(event.guidedWeeks()).isNull();
                    });
        }

        @Test
        void weeksWithHoursOfPresenceAreGuided() {
            assertThat(guidedWeeks(present("2020-04-09", "2020-W15", 24), present("2020-04-24", "2020-W17", 8)))
                    .isEqualTo(2);
        }

        @Test
        void aWeekWithoutHoursIsNotGuidedAndTheLastEntryOfAWeekCounts() {
            assertThat(guidedWeeks(present("2020-04-09", "2020-W15", 0))).isZero();
            assertThat(guidedWeeks(present("2020-04-24", "2020-W15", 24), present("2020-04-10", "2020-W15", 0)))
                    .as("entered last, though of an earlier day")
                    .isZero();
        }

        @Test
        void aWeekThatIsWhollyOnHoldIsNotGuided() {
            TrajectoryEvent[] held = {
                onHold(LocalDate.parse("2020-04-15")),
                resumed(LocalDate.parse("2020-04-22"), idOf(untilConfirmed().size())),
                onHold(LocalDate.parse("2020-04-22")),
                resumed(LocalDate.parse("2020-04-29"), idOf(untilConfirmed().size() + 2)),
                present("2020-04-30", "2020-W16", 8),
                present("2020-04-30", "2020-W17", 8),
                present("2020-04-30", "2020-W18", 8)
            };

            assertThat(guidedWeeks(held)).isEqualTo(2);
        }

        @Test
        void noMoreThanFortyWeeksAreGuided() {
            LocalDate late = LocalDate.parse("2021-05-14");
            TrajectoryEvent[] present = IntStream.range(0, 42)
                    .mapToObj(week -> START.plusWeeks(week))
                    .map(day -> present(day.toString(), day.format(DateTimeFormatter.ISO_WEEK_DATE), 8))
                    .toArray(TrajectoryEvent[]::new);

            assertThat(guidedWeeks(late, present)).isEqualTo(40);
        }

        private Integer guidedWeeks(TrajectoryEvent... more) {
            return guidedWeeks(END, more);
        }

        private Integer guidedWeeks(LocalDate on, TrajectoryEvent... more) {
            var state = given(plus(untilConfirmed(), more)).on(on);
            return ((TrajectoryCompleted) events(Ending.complete(state, new CompleteTrajectory(TRAJECTORY, on)))
                            .getFirst())
                    .guidedWeeks();
        }

        private static AttendanceRegistered present(String on, String week, int hours) {
            return new AttendanceRegistered(
                    TRAJECTORY,
                    CANDIDATE,
                    TWENTE,
                    LocalDate.parse(on),
                    Integer.parseInt(week.substring(0, 4)),
                    Integer.parseInt(week.substring(6, 8)),
                    BigDecimal.valueOf(hours));
        }

        @Test
        void whoDidNotStartOrIsOnHoldDoesNotComplete() {
            assertThat(refusal(Ending.complete(given(untilContracted()).on(END), complete)))
                    .isEqualTo(NOT_STARTED);
            assertThat(refusal(Ending.complete(
                            given(plus(untilConfirmed(), onHold(END))).on(END), complete)))
                    .isEqualTo(TRAJECTORY_ON_HOLD);
        }
    }

    @Nested
    class Stopping {

        private final StopTrajectory stop = new StopTrajectory(TRAJECTORY, LocalDate.parse("2020-05-01"), "PERSONAL");

        @Test
        void aStopClosesAHoldOnTheSameDay() {
            var held = given(plus(untilSuitable(), onHold(LocalDate.parse("2020-03-23"))));
            List<TrajectoryEvent> events = events(Ending.stop(held.on(stop.effectiveOn()), stop));
            assertThat(events).hasExactlyElementsOfTypes(CandidateResumed.class, TrajectoryStopped.class);
            assertThat(events.getFirst()).isInstanceOfSatisfying(CandidateResumed.class, resumed -> {
                assertThat(resumed.effectiveOn()).isEqualTo(stop.effectiveOn());
                assertThat(resumed.endOfTrajectory()).isTrue();
                assertThat(resumed.daysOnHold()).isEqualTo(39);
            });
            assertThat(given(plus(untilSuitable(), onHold(LocalDate.parse("2020-03-23")), events.get(0), events.get(1)))
                            .latest())
                    .isInstanceOf(Trajectory.Ended.class);
        }

        @Test
        void aStoppedTrajectoryDoesNotStopAgain() {
            assertThat(refusal(Ending.stop(
                            given(plus(untilStarted(), stopped(START))).on(END), stop)))
                    .isEqualTo(TRAJECTORY_ENDED);
        }

        @Test
        void aStopEnteredLateBeforeALaterFactIsImpossible() {
            assertThat(given(untilConfirmed()).conflictWith(List.of(stopped(END.minusDays(1)))))
                    .isPresent();
        }

        @Test
        void aStopEnteredLateAfterTheLastFactIsFine() {
            assertThat(given(untilStarted()).conflictWith(List.of(stopped(START.plusDays(2)))))
                    .isEmpty();
        }
    }

    @Nested
    class Transferring {

        private final TransferTrajectory transfer = new TransferTrajectory(TRAJECTORY, END, "AM09", "testwerkcoach-b");
        private final UUID newTrajectory = UUID.randomUUID();
        private final UUID newCandidate = UUID.randomUUID();

        @Test
        void theOldPartEndsAndTheNewPartGoesOnWhereItStood() {
            Trajectory learning = given(untilStarted()).on(END);
            assertThat(events(Ending.transferOut(learning, transfer, newTrajectory, newCandidate)))
                    .hasExactlyElementsOfTypes(TrajectoryTransferredOut.class);
            assertThat(events(Ending.transferIn(learning, transfer, newTrajectory, newCandidate)))
                    .singleElement()
                    .isInstanceOfSatisfying(TrajectoryTransferredIn.class, event -> {
                        assertThat(event.status()).isEqualTo("IN_PROGRESS");
                        assertThat(event.region()).isEqualTo("AM09");
                        assertThat(event.fromTrajectoryId()).isEqualTo(TRAJECTORY);
                    });
        }

        @Test
        void aHoldGoesAlong() {
            Trajectory held =
                    given(plus(untilStarted(), onHold(START.plusDays(1)))).on(END);
            assertThat(events(Ending.transferOut(held, transfer, newTrajectory, newCandidate)))
                    .hasExactlyElementsOfTypes(CandidateResumed.class, TrajectoryTransferredOut.class);
            assertThat(events(Ending.transferIn(held, transfer, newTrajectory, newCandidate)))
                    .hasExactlyElementsOfTypes(TrajectoryTransferredIn.class, CandidateOnHold.class);
        }

        @Test
        void whoWasOnlyMatchedIsSuitableThere() {
            assertThat(events(
                            Ending.transferIn(given(untilContracted()).on(END), transfer, newTrajectory, newCandidate)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TrajectoryTransferredIn.class,
                            event -> assertThat(event.status()).isEqualTo("SUITABLE"));
        }

        @Test
        void theSameRegionIsNoTransfer() {
            var home = new TransferTrajectory(TRAJECTORY, END, "AM05", "testwerkcoach");
            assertThat(refusal(Ending.transferOut(given(untilStarted()).on(END), home, newTrajectory, newCandidate)))
                    .isEqualTo(SAME_REGION);
        }
    }

    @Nested
    class Progression {

        private final AdviseProgression advice = new AdviseProgression(TRAJECTORY, END, "ENTREE");

        @Test
        void whoCompletedMayBeAdvisedToGoOn() {
            assertThat(events(Ending.advise(
                            given(plus(untilConfirmed(), completed(END))).on(END), advice)))
                    .hasExactlyElementsOfTypes(ProgressionAdvised.class);
        }

        @Test
        void whoStoppedOrDidNotStartMayNot() {
            assertThat(refusal(Ending.advise(
                            given(plus(untilStarted(), stopped(END))).on(END), advice)))
                    .isEqualTo(NOT_IN_PROGRESS_OR_COMPLETED);
            assertThat(refusal(Ending.advise(given(untilSuitable()).on(END), advice)))
                    .isEqualTo(NOT_IN_PROGRESS_OR_COMPLETED);
        }
    }
}
