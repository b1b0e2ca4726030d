package nl.leerspoor.command.trajectory.learning;

import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.and;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.by;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.idOf;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.judged;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_CONFIRMED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.JUDGE_MAY_NOT_CONFIRM;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_JUDGED_MASTERED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_THE_SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.POK_NOT_ACTIVE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ON_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.WEEK_NOT_IN_TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.WERKPROCES_NOT_IN_POK;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryFacts;
import nl.leerspoor.command.trajectory.learning.LearningCommand.ConfirmWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.JudgeWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RegisterAttendance;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JudgingTest {

    private static final LocalDate JUDGED = LocalDate.parse("2020-05-20");

    @Nested
    class JudgedByTheSupervisorOfThatDay {

        @Test
        void theAssignedSupervisorJudgesAWerkprocesOfTheAgreement() {
            assertThat(events(judge(given(untilStarted()), SUPERVISOR, WERKPROCES, agreement())))
                    .hasExactlyElementsOfTypes(WerkprocesJudged.class);
        }

        @Test
        void anotherSupervisorDoesNot() {
            assertThat(refusal(judge(given(untilStarted()), UUID.randomUUID(), WERKPROCES, agreement())))
                    .isEqualTo(NOT_THE_SUPERVISOR);
        }

        @Test
        void aSupervisorWhoCameLaterDidNotJudgeBefore() {
            UUID successor = UUID.randomUUID();
            var replaced = given(plus(
                    untilStarted(),
                    new PlaceReplaced(
                            TRAJECTORY,
                            CANDIDATE,
                            TWENTE,
                            JUDGED.plusDays(1),
                            LEERBEDRIJF,
                            SUPERVISOR,
                            UUID.randomUUID(),
                            successor,
                            "LEERBEDRIJF_CLOSED")));
            assertThat(refusal(judge(replaced, successor, WERKPROCES, agreement())))
                    .isEqualTo(NOT_THE_SUPERVISOR);
            assertThat(events(judge(replaced, SUPERVISOR, WERKPROCES, agreement())))
                    .hasSize(1);
        }

        @Test
        void aWerkprocesOutsideTheAgreementIsRefused() {
            assertThat(refusal(judge(given(untilStarted()), SUPERVISOR, "P9-K1-W1", agreement())))
                    .isEqualTo(WERKPROCES_NOT_IN_POK);
        }

        @Test
        void withoutAnActiveAgreementThereIsNothingToJudgeBy() {
            assertThat(refusal(judge(given(untilStarted()), SUPERVISOR, WERKPROCES, Optional.empty())))
                    .isEqualTo(POK_NOT_ACTIVE);
        }

        @Test
        void beforeTheStartAndOnHoldNothingIsJudged() {
            assertThat(refusal(judge(given(untilContracted()), SUPERVISOR, WERKPROCES, agreement())))
                    .isEqualTo(NOT_STARTED);
            assertThat(refusal(judge(
                            given(plus(untilStarted(), onHold(START.plusDays(9)))),
                            SUPERVISOR,
                            WERKPROCES,
                            agreement())))
                    .isEqualTo(TRAJECTORY_ON_HOLD);
        }
    }

    @Nested
    class ConfirmedByAnotherPerson {

        private final Timeline<TrajectoryEvent, Trajectory> judgedByG01 =
                and(given(untilStarted()), judged(WERKPROCES, "MASTERED", JUDGED), "testbegeleider-G01");

        @Test
        void theSchoolConfirmsWhatWasJudgedMastered() {
            assertThat(events(confirm(judgedByG01, "testschoolcoach-roc")))
                    .singleElement()
                    .isInstanceOfSatisfying(WerkprocesConfirmed.class, event -> {
                        assertThat(event.judgedEventId())
                                .isEqualTo(idOf(untilStarted().size()));
                        assertThat(event.schoolCoachId()).isEqualTo("testschoolcoach-roc");
                    });
        }

        @Test
        void theJudgeDoesNotConfirm() {
            assertThat(refusal(confirm(judgedByG01, "testbegeleider-G01"))).isEqualTo(JUDGE_MAY_NOT_CONFIRM);
        }

        @Test
        void withoutAJudgementThatItIsMasteredNothingIsConfirmed() {
            assertThat(refusal(confirm(given(untilStarted()), "testschoolcoach-roc")))
                    .isEqualTo(NOT_JUDGED_MASTERED);
            var notYet = and(given(untilStarted()), judged(WERKPROCES, "NOT_YET", JUDGED), "testbegeleider-G01");
            assertThat(refusal(confirm(notYet, "testschoolcoach-roc"))).isEqualTo(NOT_JUDGED_MASTERED);
        }

        @Test
        void onceIsEnough() {
            var confirmed = and(
                    judgedByG01,
                    TrajectoryFacts.confirmed(WERKPROCES, idOf(untilStarted().size()), JUDGED),
                    "testschoolcoach-roc");
            assertThat(refusal(confirm(confirmed, "testschoolcoach-roc"))).isEqualTo(ALREADY_CONFIRMED);
        }

        @Test
        void aConfirmationIsNotEnteredLateBeforeAnotherOfTheSame() {
            var confirmed = and(
                    judgedByG01,
                    TrajectoryFacts.confirmed(WERKPROCES, idOf(untilStarted().size()), JUDGED.plusDays(5)),
                    "testschoolcoach-roc");
            assertThat(confirmed.conflictWith(events(confirm(confirmed, "testschoolcoach-roc"))))
                    .isPresent();
        }
    }

    @Nested
    class Attendance {

        @Test
        void aWeekFromTheStartOnCounts() {
            assertThat(events(attend("2020-W15"))).hasExactlyElementsOfTypes(AttendanceRegistered.class);
        }

        @Test
        void aWeekBeforeTheStartOrAheadDoesNot() {
            assertThat(refusal(attend("2020-W14"))).isEqualTo(WEEK_NOT_IN_TRAJECTORY);
            assertThat(refusal(attend("2020-W30"))).isEqualTo(WEEK_NOT_IN_TRAJECTORY);
        }

        @Test
        void aWeekThatTheYearDoesNotHaveDoesNot() {
            assertThat(refusal(attend("2019-W53"))).isEqualTo(WEEK_NOT_IN_TRAJECTORY);
        }

        /** B30: guided weeks are what a subsidy is counted by. */
        @Test
        void hoursThatWereEnteredAreCorrectedBySomebodyElse() {
            var entered = and(given(untilStarted()), events(attend("2020-W15")).getFirst(), "testbegeleider-G01");

            assertThat(refusal(correct(entered, "2020-W15", "testbegeleider-G01")))
                    .isEqualTo(SAME_PERSON_AUTHORISES);
            assertThat(events(correct(entered, "2020-W16", "testbegeleider-G01")))
                    .as("another week")
                    .hasSize(1);
            Decision<TrajectoryEvent> corrected = correct(entered, "2020-W15", "testwerkcoach");
            assertThat(events(corrected)).hasSize(1);
            assertThat(events(correct(
                            and(entered, events(corrected).getFirst(), "testwerkcoach"),
                            "2020-W15",
                            "testbegeleider-G01")))
                    .as("who entered what stands now is the other")
                    .hasSize(1);
        }

        private static Decision<TrajectoryEvent> correct(
                Timeline<TrajectoryEvent, Trajectory> timeline, String week, String name) {
            var command = new RegisterAttendance(TRAJECTORY, JUDGED, week, BigDecimal.ONE);
            return Judging.bySomebodyElse(
                    Judging.decide(timeline.on(JUDGED), command, Optional.empty(), by(name)),
                    timeline,
                    command,
                    by(name));
        }

        private Decision<TrajectoryEvent> attend(String week) {
            return decide(
                    given(untilStarted()),
                    new RegisterAttendance(TRAJECTORY, JUDGED, week, BigDecimal.TEN),
                    agreement());
        }
    }

    private static Decision<TrajectoryEvent> judge(
            Timeline<TrajectoryEvent, Trajectory> timeline,
            UUID supervisor,
            String werkproces,
            Optional<Praktijkovereenkomst.Active> agreement) {
        return decide(timeline, new JudgeWerkproces(TRAJECTORY, JUDGED, werkproces, "MASTERED", supervisor), agreement);
    }

    private static Decision<TrajectoryEvent> confirm(Timeline<TrajectoryEvent, Trajectory> timeline, String name) {
        return Judging.decide(
                timeline.on(JUDGED), new ConfirmWerkproces(TRAJECTORY, JUDGED, WERKPROCES), agreement(), by(name));
    }

    private static Decision<TrajectoryEvent> decide(
            Timeline<TrajectoryEvent, Trajectory> timeline,
            LearningCommand command,
            Optional<Praktijkovereenkomst.Active> agreement) {
        return Judging.decide(timeline.on(JUDGED), command, agreement, by("testbegeleider-G01"));
    }

    private static Optional<Praktijkovereenkomst.Active> agreement() {
        return Optional.of(new Praktijkovereenkomst.Active(
                new Praktijkovereenkomst.Parties(POK, TRAJECTORY, CANDIDATE, TWENTE, LEERBEDRIJF, "25254", false),
                new Praktijkovereenkomst.Text(1, START, START.plusYears(1), 24, List.of(WERKPROCES), Set.of()),
                Optional.empty()));
    }
}
