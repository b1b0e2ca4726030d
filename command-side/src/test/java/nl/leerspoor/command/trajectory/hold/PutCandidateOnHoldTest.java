package nl.leerspoor.command.trajectory.hold;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.FOUND_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.idOf;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.opened;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.started;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_ON_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.EXPECTED_RESUME_NOT_LATER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_ON_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ON_HOLD_FOR_OTHER_REASON;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PutCandidateOnHoldTest {

    private static final LocalDate MARCH_23 = LocalDate.parse("2020-03-23");
    private static final LocalDate SEPTEMBER_1 = LocalDate.parse("2020-09-01");
    private static final UUID COHORT = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    private static final UUID OTHER_COHORT = UUID.fromString("00000000-0000-0000-0000-0000000000e2");

    private static Decision<TrajectoryEvent> hold(Timeline<TrajectoryEvent, Trajectory> given, LocalDate on) {
        return Holding.decide(
                given.on(on), new PutCandidateOnHold(TRAJECTORY, on, "CORONA", null, null), Optional.empty());
    }

    private static Decision<TrajectoryEvent> resume(
            Timeline<TrajectoryEvent, Trajectory> given, Optional<UUID> cohort) {
        return Holding.decide(given.on(SEPTEMBER_1), new ResumeCandidate(TRAJECTORY, SEPTEMBER_1), cohort);
    }

    /** Rules B17 and B18. */
    @Nested
    class AHold {

        @Test
        void needsAnOpenTrajectory() {
            assertThat(refusal(hold(given(opened()), OPENED.minusDays(1)))).isEqualTo(TRAJECTORY_NOT_OPENED);
            assertThat(refusal(hold(given(opened(), stopped(FOUND_SUITABLE)), MARCH_23)))
                    .isEqualTo(TRAJECTORY_ENDED);
        }

        @Test
        void beforeTheStartIsOfTheInstroom() {
            assertThat(events(hold(given(untilSuitable()), MARCH_23)))
                    .containsExactly(new CandidateOnHold(
                            TRAJECTORY,
                            CANDIDATE,
                            TWENTE,
                            "LOG",
                            MARCH_23,
                            "CORONA",
                            "INSTROOM",
                            "SUITABLE",
                            null,
                            null,
                            START,
                            null));
        }

        @Test
        void afterTheStartIsOfRunningLearning() {
            assertThat(events(hold(given(untilStarted()), START)))
                    .singleElement()
                    .isInstanceOfSatisfying(CandidateOnHold.class, event -> {
                        assertThat(event.phase()).isEqualTo("LOPEND");
                        assertThat(event.underlyingStatus()).isEqualTo("IN_PROGRESS");
                    });
        }

        @Test
        void enteredLateHasThePhaseOfItsOwnDay() {
            assertThat(events(hold(given(untilStarted()), START.minusDays(5))))
                    .singleElement()
                    .isInstanceOfSatisfying(CandidateOnHold.class, event -> {
                        assertThat(event.phase()).isEqualTo("INSTROOM");
                        assertThat(event.underlyingStatus()).isEqualTo("SUITABLE");
                    });
        }

        @Test
        void doesNotLieOverAnother() {
            assertThat(refusal(hold(given(plus(untilSuitable(), onHold(MARCH_23))), START)))
                    .isEqualTo(ALREADY_ON_HOLD);
        }

        @Test
        void comesAgainAfterAResumption() {
            var resumed = given(plus(untilSuitable(), onHold(MARCH_23), resumed(START, idOf(3))));
            assertThat(events(hold(resumed, SEPTEMBER_1))).hasSize(1);
        }

        @Test
        void leavesWhatGoesOnUnderneath() {
            var before = given(untilContracted());
            var held = given(plus(untilContracted(), onHold(START)));
            assertThat(((Open) held.latest()).stage()).isEqualTo(((Open) before.latest()).stage());
            assertThat(((Open) held.latest()).isOnHold()).isTrue();
        }

        @Test
        void isNotExpectedToEndBeforeItBegins() {
            assertThat(refusal(Holding.decide(
                            given(untilSuitable()).on(MARCH_23),
                            new PutCandidateOnHold(TRAJECTORY, MARCH_23, "CORONA", MARCH_23, null),
                            Optional.empty())))
                    .isEqualTo(EXPECTED_RESUME_NOT_LATER);
        }

        @Test
        void enteredLateBeforeAStartIsInItsWay() {
            assertThat(given(plus(untilContracted(), started())).conflictWith(List.of(onHold(START.minusDays(1)))))
                    .hasValueSatisfying(fact -> assertThat(fact.event()).isEqualTo(started()));
        }
    }

    @Nested
    class AResumption {

        @Test
        void endsTheHoldAndTellsItsDays() {
            assertThat(events(resume(given(plus(untilSuitable(), onHold(MARCH_23))), Optional.empty())))
                    .containsExactly(new CandidateResumed(
                            TRAJECTORY, CANDIDATE, TWENTE, SEPTEMBER_1, idOf(3), 162, null, false));
        }

        @Test
        void needsAHold() {
            assertThat(refusal(resume(given(untilSuitable()), Optional.empty())))
                    .isEqualTo(NOT_ON_HOLD);
        }

        @Test
        void returnsToTheStatusUnderneathAndVoidsThePlan() {
            var before = (Open) given(untilContracted()).latest();
            var after = (Open) given(plus(
                            untilContracted(),
                            onHold(START),
                            resumed(SEPTEMBER_1, idOf(untilContracted().size()))))
                    .latest();
            assertThat(after.stage()).isEqualTo(before.stage());
            assertThat(after.plan().start()).isEmpty();
        }

        @Test
        void endsTheHoldOfACohortForOneMember() {
            assertThat(events(resume(given(plus(untilSuitable(), onHold(MARCH_23, COHORT))), Optional.empty())))
                    .hasSize(1);
        }

        @Test
        void byACohortEndsTheHoldThatTheCohortBroughtAbout() {
            assertThat(events(resume(given(plus(untilSuitable(), onHold(MARCH_23, COHORT))), Optional.of(COHORT))))
                    .singleElement()
                    .extracting("cohortId")
                    .isEqualTo(COHORT);
        }

        @Test
        void byACohortLeavesAHoldWithAReasonOfItsOwn() {
            assertThat(refusal(resume(given(plus(untilSuitable(), onHold(MARCH_23))), Optional.of(COHORT))))
                    .isEqualTo(ON_HOLD_FOR_OTHER_REASON);
            assertThat(refusal(
                            resume(given(plus(untilSuitable(), onHold(MARCH_23, OTHER_COHORT))), Optional.of(COHORT))))
                    .isEqualTo(ON_HOLD_FOR_OTHER_REASON);
        }
    }
}
