package nl.leerspoor.command.trajectory.intake;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.FOUND_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSchoolbaar;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.matched;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.opened;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.takenOffWaitlist;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.waitlisted;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.EVIDENCE_MISSING;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.SAME_WERKCOACH;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReassignWerkcoach;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReferCandidate;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.CandidateReferred;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.WerkcoachReassigned;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final LocalDate LATER = LocalDate.parse("2020-03-16");

    @Nested
    class Opening {

        private final OpenTrajectory open = new OpenTrajectory(
                TRAJECTORY, TWENTE, OPENED, CANDIDATE, "PRAKTIJKVERKLARING", "LOG", 1, "testwerkcoach", "K999");

        @Test
        void aCandidateComesIntoView() {
            assertThat(events(Intake.decide(given().latest(), open))).containsExactly(opened());
        }

        @Test
        void anIdIsUsedOnce() {
            assertThat(refusal(Intake.decide(given(opened()).latest(), open))).isEqualTo(ID_IN_USE);
            assertThat(refusal(Intake.decide(given(opened(), stopped(LATER)).latest(), open)))
                    .isEqualTo(ID_IN_USE);
        }
    }

    /** Rules B1 and B2. */
    @Nested
    class Assessing {

        @ParameterizedTest
        @CsvSource({
            "true, false, LEERBAAR_NIET_SCHOOLBAAR, SUITABLE",
            "true, true, SCHOOLBAAR, NOT_SUITABLE",
            "false, true, SCHOOLBAAR, NOT_SUITABLE",
            "false, false, NOG_NIET_LEERBAAR, NOT_SUITABLE"
        })
        void theOutcomeFollowsFromTheTwoAnswers(boolean leerbaar, boolean schoolbaar, String outcome, String status) {
            List<TrajectoryEvent> events =
                    events(Intake.decide(given(opened()).on(FOUND_SUITABLE), assess(leerbaar, schoolbaar, "INTAKE-1")));

            assertThat(events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SuitabilityAssessed.class,
                            event -> assertThat(event.outcome()).isEqualTo(outcome));
            assertThat(given(plus(List.of(opened()), events.getFirst())).latest())
                    .extracting("stage")
                    .extracting("code")
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " "})
        void whoIsNotSchoolbaarNeedsEvidence(String evidenceRef) {
            assertThat(refusal(Intake.decide(given(opened()).on(FOUND_SUITABLE), assess(true, false, evidenceRef))))
                    .isEqualTo(EVIDENCE_MISSING);
        }

        @Test
        void whoIsNotSuitableNeedsNoEvidence() {
            assertThat(events(Intake.decide(given(opened()).on(FOUND_SUITABLE), assess(true, true, null))))
                    .hasSize(1);
        }

        @Test
        void theIntakeIsDoneAgainUntilThereIsAMatch() {
            AssessSuitability again = assess(true, false, "INTAKE-2");
            assertThat(events(Intake.decide(
                            given(opened(), foundSchoolbaar(FOUND_SUITABLE)).on(LATER), again)))
                    .hasSize(1);
            assertThat(events(Intake.decide(given(untilSuitable()).on(LATER), again)))
                    .hasSize(1);
            assertThat(refusal(Intake.decide(
                            given(plus(untilSuitable(), matched())).on(MATCHED), again)))
                    .isEqualTo(ALREADY_MATCHED);
        }

        @Test
        void whoWaitedAndIsFoundUnsuitableIsTakenOffTheWaitingList() {
            var waiting = given(plus(untilSuitable(), waitlisted(FOUND_SUITABLE)));
            List<TrajectoryEvent> events = events(Intake.decide(waiting.on(LATER), assessOn(LATER, true, true, null)));
            assertThat(events).hasExactlyElementsOfTypes(CandidateTakenOffWaitlist.class, SuitabilityAssessed.class);
            assertThat(events.getFirst()).isEqualTo(takenOffWaitlist(LATER));
            assertThat(waiting.conflictWith(events)).isEmpty();
        }

        @Test
        void whoWaitedAndIsStillSuitableKeepsWaiting() {
            var waiting = given(plus(untilSuitable(), waitlisted(FOUND_SUITABLE), foundSuitable(LATER)));
            assertThat(waiting.conflictWith(List.of(takenOffWaitlist(LATER)))).isEmpty();
        }

        private AssessSuitability assess(boolean leerbaar, boolean schoolbaar, String evidenceRef) {
            return assessOn(FOUND_SUITABLE, leerbaar, schoolbaar, evidenceRef);
        }

        private AssessSuitability assessOn(LocalDate on, boolean leerbaar, boolean schoolbaar, String evidenceRef) {
            return new AssessSuitability(
                    TRAJECTORY,
                    on,
                    leerbaar,
                    schoolbaar,
                    "INTAKE_REPORT",
                    evidenceRef,
                    "INTAKE-TWENTE",
                    "1",
                    "WERKCOACH");
        }
    }

    @Nested
    class Referring {

        private final ReferCandidate refer = new ReferCandidate(TRAJECTORY, LATER, "REGULIERE_ENTREE");

        @Test
        void whoIsSchoolbaarIsReferredWhichEndsTheTrajectory() {
            var schoolbaar = given(opened(), foundSchoolbaar(FOUND_SUITABLE));
            List<TrajectoryEvent> events = events(Intake.decide(schoolbaar.on(LATER), refer));
            assertThat(events)
                    .containsExactly(new CandidateReferred(TRAJECTORY, CANDIDATE, TWENTE, LATER, "REGULIERE_ENTREE"));
            assertThat(given(opened(), foundSchoolbaar(FOUND_SUITABLE), events.getFirst())
                            .latest())
                    .isInstanceOfSatisfying(
                            Ended.class, ended -> assertThat(ended.end()).isEqualTo(End.REFERRED));
        }

        @Test
        void aReferralClosesAHoldOnTheSameDay() {
            var held = given(plus(untilSuitable(), onHold(FOUND_SUITABLE)));
            assertThat(events(Intake.decide(held.on(LATER), refer)))
                    .hasExactlyElementsOfTypes(CandidateResumed.class, CandidateReferred.class)
                    .allSatisfy(event -> assertThat(event.effectiveOn()).isEqualTo(LATER));
        }

        @Test
        void whoIsMatchedOrGoneIsNotReferred() {
            assertThat(refusal(Intake.decide(
                            given(plus(untilSuitable(), matched())).on(MATCHED), refer)))
                    .isEqualTo(ALREADY_MATCHED);
            assertThat(refusal(Intake.decide(given(opened(), stopped(LATER)).on(LATER), refer)))
                    .isEqualTo(TRAJECTORY_ENDED);
        }
    }

    @Nested
    class Reassigning {

        private final ReassignWerkcoach reassign = new ReassignWerkcoach(TRAJECTORY, LATER, "testwerkcoach-b");
        private final WerkcoachReassigned reassigned =
                new WerkcoachReassigned(TRAJECTORY, CANDIDATE, TWENTE, LATER, "testwerkcoach", "testwerkcoach-b");

        @Test
        void anotherWerkcoachTakesOver() {
            assertThat(events(Intake.decide(given(opened()).on(LATER), reassign)))
                    .containsExactly(reassigned);
        }

        @Test
        void aftercareTooPassesToAnotherWerkcoach() {
            var ended = given(opened(), stopped(FOUND_SUITABLE));
            assertThat(events(Intake.decide(ended.on(LATER), reassign))).containsExactly(reassigned);
            assertThat(ended.conflictWith(List.of(reassigned))).isEmpty();
        }

        @Test
        void theSameWerkcoachIsNoChange() {
            assertThat(refusal(Intake.decide(
                            given(opened()).on(LATER), new ReassignWerkcoach(TRAJECTORY, LATER, "testwerkcoach"))))
                    .isEqualTo(SAME_WERKCOACH);
        }

        @Test
        void thereIsNoWerkcoachBeforeTheOpening() {
            assertThat(refusal(Intake.decide(given(opened()).on(OPENED.minusDays(1)), reassign)))
                    .isEqualTo(TRAJECTORY_NOT_OPENED);
        }
    }
}
