package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.candidate.CandidateFacts.CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateFacts.REGISTERED_ON;
import static nl.leerspoor.command.candidate.CandidateFacts.TWENTE;
import static nl.leerspoor.command.candidate.CandidateFacts.given;
import static nl.leerspoor.command.candidate.CandidateFacts.registered;
import static nl.leerspoor.command.candidate.CandidateRefusal.EDUCATION_LEVEL_WITHOUT_EDUCATION;
import static nl.leerspoor.command.candidate.CandidateRefusal.SCALE_EMPTY;
import static nl.leerspoor.command.candidate.CandidateRefusal.SCORE_OUTSIDE_SCALE;
import static nl.leerspoor.command.candidate.CandidateRefusal.TRAJECTORY_NOT_ENDED;
import static nl.leerspoor.command.candidate.CandidateRefusal.TRAJECTORY_NOT_OPENED;
import static nl.leerspoor.command.candidate.CandidateRefusal.TRAJECTORY_OF_ANOTHER_CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateRefusal.WORK_DETAILS_WITHOUT_WORK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.candidate.CandidateCommand.DeclineConfidenceMeasurement;
import nl.leerspoor.command.candidate.CandidateCommand.MeasureConfidence;
import nl.leerspoor.command.candidate.CandidateCommand.OnTrajectory;
import nl.leerspoor.command.candidate.CandidateCommand.RecordOutcome;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.trajectory.Trajectory.Plan;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.Trajectory.Stage;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasured;
import nl.leerspoor.events.candidate.CandidateEvent.ConfidenceMeasurementDeclined;
import nl.leerspoor.events.candidate.CandidateEvent.OutcomeRecorded;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Following a candidate along a trajectory and after it. */
class FollowCandidateTest {

    private static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    private static final UUID SOMEBODY_ELSE = UUID.fromString("00000000-0000-0000-0000-0000000000c9");
    private static final LocalDate DAY = LocalDate.parse("2020-03-02");

    /** Rule B23. */
    @Nested
    class Confidence {

        @Test
        void aScoreWithinItsScaleIsRecordedAsItWasGiven() {
            assertThat(events(when(open(CANDIDATE), confidence(1, 1, 10))))
                    .containsExactly(new ConfidenceMeasured(
                            CANDIDATE, TWENTE, DAY, TRAJECTORY, "ZELFVERTROUWEN-10", "1", 1, 1, 10, "BASELINE"));
        }

        @Test
        void aScoreOutsideItsScaleIsRefused() {
            assertThat(refusal(when(open(CANDIDATE), confidence(11, 1, 10)))).isEqualTo(SCORE_OUTSIDE_SCALE);
            assertThat(refusal(when(open(CANDIDATE), confidence(0, 1, 10)))).isEqualTo(SCORE_OUTSIDE_SCALE);
        }

        @Test
        void aScaleRunsFromLowToHigh() {
            assertThat(refusal(when(open(CANDIDATE), confidence(5, 5, 5)))).isEqualTo(SCALE_EMPTY);
        }

        @Test
        void aCandidateMayDeclineWithoutConsequence() {
            var decline = new DeclineConfidenceMeasurement(CANDIDATE, DAY, TRAJECTORY, "BASELINE");
            assertThat(events(when(open(CANDIDATE), decline)))
                    .containsExactly(new ConfidenceMeasurementDeclined(CANDIDATE, TWENTE, DAY, TRAJECTORY, "BASELINE"));
        }

        @Test
        void itCanStillBeMeasuredAfterTheEnd() {
            assertThat(events(when(ended(), confidence(7, 1, 10)))).hasSize(1);
        }

        private static MeasureConfidence confidence(int score, int min, int max) {
            return new MeasureConfidence(
                    CANDIDATE, DAY, TRAJECTORY, "ZELFVERTROUWEN-10", "1", score, min, max, "BASELINE");
        }
    }

    @Nested
    class Outcomes {

        @Test
        void theOutcomeFollowsTheEndOfTheTrajectory() {
            assertThat(events(when(ended(), outcome("EMPLOYED", "CLEANING", null))))
                    .hasExactlyElementsOfTypes(OutcomeRecorded.class);
            assertThat(refusal(when(open(CANDIDATE), outcome("EMPLOYED", "CLEANING", null))))
                    .isEqualTo(TRAJECTORY_NOT_ENDED);
        }

        @Test
        void onlyWorkHasAKindOfWork() {
            assertThat(refusal(when(ended(), outcome("BENEFIT_NO_WORK", "CLEANING", null))))
                    .isEqualTo(WORK_DETAILS_WITHOUT_WORK);
        }

        @Test
        void onlyEducationHasALevel() {
            assertThat(refusal(when(ended(), outcome("EMPLOYED", "CLEANING", 1))))
                    .isEqualTo(EDUCATION_LEVEL_WITHOUT_EDUCATION);
            assertThat(events(when(ended(), outcome("EDUCATION", null, 1)))).hasSize(1);
        }

        private static RecordOutcome outcome(String outcome, String workKind, Integer level) {
            return new RecordOutcome(
                    CANDIDATE, DAY, TRAJECTORY, "END", outcome, workKind, null, null, level, "WERKCOACH");
        }
    }

    @Nested
    class WhoseTrajectory {

        @Test
        void itMustBeTheCandidatesOwn() {
            assertThat(refusal(when(open(SOMEBODY_ELSE), decline()))).isEqualTo(TRAJECTORY_OF_ANOTHER_CANDIDATE);
        }

        @Test
        void itMustBeOpenedByThen() {
            assertThat(refusal(when(new Trajectory.NotOpened(), decline()))).isEqualTo(TRAJECTORY_NOT_OPENED);
        }

        private static DeclineConfidenceMeasurement decline() {
            return new DeclineConfidenceMeasurement(CANDIDATE, DAY, TRAJECTORY, "INTERIM");
        }
    }

    private static Decision<CandidateEvent> when(Trajectory trajectory, OnTrajectory command) {
        return FollowingUp.decide(given(registered()).on(command.effectiveOn()), trajectory, command);
    }

    private static Trajectory open(UUID candidate) {
        return new Trajectory.Open(
                route(candidate), new Stage.Registered(), new Plan(Optional.empty(), 0), Optional.empty());
    }

    private static Trajectory ended() {
        return new Trajectory.Ended(route(CANDIDATE), new Stage.Registered(), End.STOPPED, DAY);
    }

    private static Route route(UUID candidate) {
        return new Route(
                TRAJECTORY,
                candidate,
                TWENTE,
                "PRAKTIJKVERKLARING",
                "DZ",
                1,
                "testwerkcoach-zorg",
                UUID.fromString("00000000-0000-0000-0000-0000000000e1"),
                REGISTERED_ON);
    }
}
