package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyFacts.day;
import static nl.leerspoor.command.duty.DutyFacts.outcome;
import static nl.leerspoor.command.duty.DutyFacts.paperDrafted;
import static nl.leerspoor.command.duty.DutyFacts.paperWithdrawn;
import static nl.leerspoor.command.duty.DutyFacts.startedThere;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.completed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.confirmed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.judged;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmationRetracted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is to be done when a trajectory is over. */
class AfterTheEndDutyTest {

    private static final String PAPER = "VERKLARING_TO_DRAFT by SCHOOL_COACH on 2020-07-30";

    private static Followed stoppedOnJuly2() {
        return startedThere().then(stopped(day("2020-07-02")));
    }

    /** A trajectory in which a werkproces was judged and confirmed in June. */
    private static Followed proven() {
        Followed judged = startedThere().then(judged(WERKPROCES, "MASTERED", day("2020-06-02")));
        return judged.then(confirmed(WERKPROCES, judged.last(), day("2020-06-04")));
    }

    /** The werkcoach asks what became of the candidate 3, 6 and 12 months after the end. */
    @Nested
    class TheOutcome {

        @Test
        void isAskedThreeTimesInTheYearAfterAStop() {
            assertThat(stoppedOnJuly2().duties())
                    .containsExactly(
                            "OUTCOME_TO_ASK M12 by WERKCOACH on 2021-07-02",
                            "OUTCOME_TO_ASK M3 by WERKCOACH on 2020-10-02",
                            "OUTCOME_TO_ASK M6 by WERKCOACH on 2021-01-02");
        }

        @Test
        void isAskedAfterACompletionToo() {
            assertThat(proven().then(completed(day("2020-11-30"))).duties())
                    .contains(
                            "OUTCOME_TO_ASK M3 by WERKCOACH on 2021-02-28",
                            "OUTCOME_TO_ASK M6 by WERKCOACH on 2021-05-30",
                            "OUTCOME_TO_ASK M12 by WERKCOACH on 2021-11-30");
        }

        @Test
        void isNotAskedForAMomentThatWasRecorded() {
            assertThat(stoppedOnJuly2().then(outcome("2020-10-05", "M3")).duties())
                    .containsExactly(
                            "OUTCOME_TO_ASK M12 by WERKCOACH on 2021-07-02",
                            "OUTCOME_TO_ASK M6 by WERKCOACH on 2021-01-02");
        }

        @Test
        void isAskedByTheOtherRegionAfterATransfer() {
            var transfer = new TrajectoryTransferredOut(
                    TRAJECTORY, CANDIDATE, TWENTE, day("2020-07-02"), "AM04", UUID.randomUUID(), UUID.randomUUID());

            assertThat(startedThere().then(transfer).duties()).isEmpty();
        }

        @Test
        void isNotAskedWhenTheStopNeverWas() {
            Followed stopped = stoppedOnJuly2();

            assertThat(stopped.then(stopRetracted(stopped.last())).duties()).isEmpty();
        }

        @Test
        void ofAPastThatIsLoadedWasMissed() {
            assertThat(startedThere()
                            .on("2020-12-01")
                            .then(stopped(day("2020-07-02")))
                            .duties())
                    .containsExactly(
                            "OUTCOME_TO_ASK M12 by WERKCOACH on 2021-07-02",
                            "OUTCOME_TO_ASK M3 by WERKCOACH on 2020-10-02 missed",
                            "OUTCOME_TO_ASK M6 by WERKCOACH on 2021-01-02");
        }
    }

    /** A leaver keeps what was proven (rule B11), so the school draws up the paper within four weeks. */
    @Nested
    class TheVerklaring {

        @Test
        void isDraftedForWhoProvedSomething() {
            assertThat(proven().then(stopped(day("2020-07-02"))).duties()).contains(PAPER);
        }

        @Test
        void isDraftedBeforeATransferIsDoneWith() {
            var transfer = new TrajectoryTransferredOut(
                    TRAJECTORY, CANDIDATE, TWENTE, day("2020-07-02"), "AM04", UUID.randomUUID(), UUID.randomUUID());

            assertThat(proven().then(transfer).duties()).containsExactly(PAPER);
        }

        @Test
        void isNotAskedOfWhoProvedNothing() {
            assertThat(stoppedOnJuly2().duties()).noneMatch(duty -> duty.startsWith("VERKLARING_TO_DRAFT"));
        }

        @Test
        void isNotAskedTwice() {
            assertThat(proven().then(paperDrafted("2020-06-30"), stopped(day("2020-07-02")))
                            .duties())
                    .noneMatch(duty -> duty.startsWith("VERKLARING_TO_DRAFT"));
        }

        @Test
        void isAskedAgainWhenTheDraftIsTakenBack() {
            assertThat(proven().then(stopped(day("2020-07-02")), paperDrafted("2020-07-06"))
                            .then(paperWithdrawn("2020-07-09"))
                            .duties())
                    .contains("VERKLARING_TO_DRAFT by SCHOOL_COACH on 2020-08-06");
        }

        @Test
        void isAskedWhenTheProofIsEnteredAfterTheEnd() {
            Followed judged = startedThere().then(judged(WERKPROCES, "MASTERED", day("2020-06-02")));
            UUID judgement = judged.last();

            assertThat(judged.then(stopped(day("2020-07-02")))
                            .on("2020-07-03")
                            .then(confirmed(WERKPROCES, judgement, day("2020-06-25")))
                            .duties())
                    .contains("VERKLARING_TO_DRAFT by SCHOOL_COACH on 2020-07-23");
        }

        @Test
        void isNotAskedWhenTheProofNeverWas() {
            Followed proven = proven();
            UUID confirmation = proven.last();
            var retraction = new WerkprocesConfirmationRetracted(
                    TRAJECTORY,
                    CANDIDATE,
                    TWENTE,
                    day("2020-06-04"),
                    WERKPROCES,
                    confirmation,
                    "WRONG_PERSON",
                    "testprojectleider");

            assertThat(proven.then(stopped(day("2020-07-02")), retraction).duties())
                    .noneMatch(duty -> duty.startsWith("VERKLARING_TO_DRAFT"));
        }
    }

    /** What stood open when the trajectory stopped stands open again, as far as it is needed still. */
    @Test
    void aStopThatNeverWasLeavesWhatWasOwedBefore() {
        Followed owed = startedThere().then(DutyFacts.left("2020-06-02"), stopped(day("2020-06-09")));

        assertThat(owed.then(stopRetracted(owed.last())).duties())
                .containsExactly("REPLACEMENT_PLACE by SCHOOL_COACH on 2020-06-30");
    }

    private static TrajectoryStopRetracted stopRetracted(UUID stop) {
        return new TrajectoryStopRetracted(
                TRAJECTORY, CANDIDATE, TWENTE, day("2020-07-02"), stop, List.of(), "WRONG_PERSON", "testprojectleider");
    }
}
