package nl.leerspoor.query.trajectories;

import static nl.leerspoor.query.trajectories.Told.contracted;
import static nl.leerspoor.query.trajectories.Told.holdRetracted;
import static nl.leerspoor.query.trajectories.Told.judged;
import static nl.leerspoor.query.trajectories.Told.matched;
import static nl.leerspoor.query.trajectories.Told.onHold;
import static nl.leerspoor.query.trajectories.Told.opened;
import static nl.leerspoor.query.trajectories.Told.planned;
import static nl.leerspoor.query.trajectories.Told.postponed;
import static nl.leerspoor.query.trajectories.Told.resumed;
import static nl.leerspoor.query.trajectories.Told.schoolbaar;
import static nl.leerspoor.query.trajectories.Told.startCorrected;
import static nl.leerspoor.query.trajectories.Told.started;
import static nl.leerspoor.query.trajectories.Told.stopRetracted;
import static nl.leerspoor.query.trajectories.Told.stopped;
import static nl.leerspoor.query.trajectories.Told.suitable;
import static nl.leerspoor.query.trajectories.Told.transferredIn;
import static nl.leerspoor.query.trajectories.Told.transferredOut;
import static nl.leerspoor.query.trajectories.Told.unmatched;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.query.projection.Period;
import nl.leerspoor.query.trajectories.TrajectoryState.Status;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrajectoryPeriodsTest {

    @Test
    void periodsFollowEachOtherWithoutAGapAndTheLastHasNoEnd() {
        List<Period<TrajectoryState>> periods = Told.of(
                        opened("2020-01-06"), suitable("2020-01-20"), stopped("2020-02-03"))
                .periods();

        assertThat(periods)
                .extracting(Period::from)
                .containsExactly(day("2020-01-06"), day("2020-01-20"), day("2020-02-03"));
        assertThat(periods).extracting(Period::until).containsExactly(day("2020-01-20"), day("2020-02-03"), null);
    }

    @Test
    void nothingIsToldBeforeTheFirstDay() {
        assertThat(Told.of(opened("2020-01-06")).on("2020-01-05")).isEmpty();
    }

    @Test
    void factsOfOneDayAreTakenAsTheyWereEntered() {
        Told told = Told.of(opened("2020-01-06"), suitable("2020-01-06"), matched("2020-01-06"));

        assertThat(told.periods()).hasSize(1);
        assertThat(told.state("2020-01-06").status()).isEqualTo(Status.MATCHED);
    }

    @Test
    void daysThatDifferInNothingAreOnePeriod() {
        Told told = Told.of(opened("2020-01-06"), suitable("2020-01-20"), suitable("2020-01-27"));

        assertThat(told.periods()).hasSize(2);
    }

    @Nested
    class AFactThatIsEnteredLate {

        @Test
        void takesItsPlaceInEffectiveOrder() {
            Told told =
                    Told.of(opened("2020-01-06"), suitable("2020-03-02"), onHold("2020-02-03"), resumed("2020-02-10"));

            assertThat(told.state("2020-02-05").hold()).isPresent();
            assertThat(told.state("2020-02-05").status()).isEqualTo(Status.REGISTERED);
            assertThat(told.state("2020-03-02").status()).isEqualTo(Status.SUITABLE);
            assertThat(told.state("2020-03-02").daysOnHold()).isEqualTo(7);
        }
    }

    @Nested
    class AHold {

        @Test
        void liesOverTheStatusAndLeavesItAsItIs() {
            Told told =
                    Told.of(opened("2020-01-06"), suitable("2020-01-20"), onHold("2020-03-23"), resumed("2020-09-01"));

            assertThat(told.state("2020-04-01").status()).isEqualTo(Status.SUITABLE);
            assertThat(told.state("2020-04-01").statusSince()).isEqualTo(day("2020-01-20"));
            assertThat(told.state("2020-09-01").hold()).isEmpty();
            assertThat(told.state("2020-09-01").daysOnHold()).isEqualTo(162);
        }

        @Test
        void isOfThePhaseOfItsStatus() {
            assertThat(Told.of(opened("2020-01-06"), onHold("2020-02-03"))
                            .state("2020-02-03")
                            .holdPhase())
                    .contains("INSTROOM");
            assertThat(learning(onHold("2020-03-23")).state("2020-03-23").holdPhase())
                    .contains("LOPEND");
        }

        @Test
        void voidsThePlannedStartWhenItEnds() {
            Told told = Told.of(
                    opened("2020-01-06"),
                    suitable("2020-01-20"),
                    planned("2020-01-20", "2020-04-06"),
                    onHold("2020-03-23"),
                    resumed("2020-09-01"));

            assertThat(told.state("2020-03-23").planning().plannedStart()).contains(day("2020-04-06"));
            assertThat(told.state("2020-09-01").planning().plannedStart()).isEmpty();
        }

        @Test
        void endsWithItsTrajectory() {
            TrajectoryState state =
                    learning(onHold("2020-03-23"), stopped("2020-05-01")).state("2020-05-01");

            assertThat(state.hold()).isEmpty();
            assertThat(state.daysOnHold()).isEqualTo(39);
            assertThat(state.status()).isEqualTo(Status.STOPPED);
        }

        @Test
        void thatWasRetractedNeverCounted() {
            Told told = Told.of(
                    opened("2020-01-06"),
                    onHold("2020-02-03"),
                    resumed("2020-02-10"),
                    holdRetracted(1, "2020-02-03", 2));

            assertThat(told.periods()).hasSize(1);
            assertThat(told.state("2020-02-05").hold()).isEmpty();
            assertThat(told.state("2020-02-10").daysOnHold()).isZero();
        }
    }

    @Nested
    class ACorrection {

        @Test
        void ofTheStartMovesIt() {
            Told told = learning(startCorrected(4, "2020-02-03", "2020-02-10"));

            assertThat(told.state("2020-02-03").status()).isEqualTo(Status.CONTRACTED);
            assertThat(told.state("2020-02-10").status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(told.state("2020-02-10").milestones().startedOn()).contains(day("2020-02-10"));
        }

        @Test
        void thatRetractsAStopLetsTheTrajectoryGoOn() {
            Told told = learning(stopped("2020-03-02"), stopRetracted(5, "2020-03-02"));

            assertThat(told.state("2020-03-02").status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(told.state("2020-03-02").endReason()).isEmpty();
        }
    }

    @Nested
    class APostponement {

        @Test
        void countsInTheDaysBetweenTheStartsWhateverTheDayOfTheDecision() {
            TrajectoryState state = Told.of(
                            opened("2020-01-06"),
                            suitable("2020-01-20"),
                            planned("2020-01-20", "2020-04-01"),
                            postponed("2020-03-20", "2020-04-01", "2020-07-01"))
                    .state("2020-03-20");

            assertThat(state.planning().plannedStart()).contains(day("2020-07-01"));
            assertThat(state.planning().causes()).containsExactly("CORONA");
            assertThat(state.planning().days()).containsExactly(91);
        }
    }

    @Nested
    class AMatch {

        @Test
        void thatIsUndoneLeavesASuitableCandidateWithoutPlaceOrPlan() {
            TrajectoryState state = Told.of(
                            opened("2020-01-06"),
                            suitable("2020-01-20"),
                            planned("2020-01-20", "2020-02-03"),
                            matched("2020-01-31"),
                            unmatched("2020-02-01"))
                    .state("2020-02-01");

            assertThat(state.status()).isEqualTo(Status.SUITABLE);
            assertThat(state.place()).isEmpty();
            assertThat(state.planning().plannedStart()).isEmpty();
            assertThat(state.werkprocessen().agreed()).isEmpty();
            assertThat(state.milestones().matchedOn()).isEmpty();
        }
    }

    @Nested
    class AnAssessment {

        @Test
        void isOfTheFirstDayOnWhichTheCandidateWasFoundSuitable() {
            Told told = Told.of(
                    opened("2020-01-06"), suitable("2020-01-20"), schoolbaar("2020-01-27"), suitable("2020-02-03"));

            assertThat(told.state("2020-01-27").status()).isEqualTo(Status.NOT_SUITABLE);
            assertThat(told.state("2020-02-03").milestones().suitableOn()).contains(day("2020-01-20"));
        }
    }

    @Nested
    class AJudgement {

        @Test
        void isOfAMasteredWerkprocesOnlyWhenItSaysSo() {
            Told told = learning(judged("2020-03-02", "NOT_YET"), judged("2020-04-01", "MASTERED"));

            assertThat(told.state("2020-03-02").werkprocessen().judged()).containsExactly("B1-K1-W1");
            assertThat(told.state("2020-03-02").werkprocessen().mastered()).isEmpty();
            assertThat(told.state("2020-04-01").werkprocessen().judged()).containsExactly("B1-K1-W1");
            assertThat(told.state("2020-04-01").werkprocessen().mastered()).containsExactly("B1-K1-W1");
        }

        @Test
        void isReplacedByALaterOne() {
            Told told = learning(judged("2020-03-02", "MASTERED"), judged("2020-04-01", "NOT_YET"));

            assertThat(told.state("2020-03-02").werkprocessen().mastered()).containsExactly("B1-K1-W1");
            assertThat(told.state("2020-04-01").werkprocessen().mastered()).isEmpty();
        }
    }

    @Nested
    class ATransfer {

        @Test
        void endsTheTrajectoryHere() {
            TrajectoryState state = learning(transferredOut("2020-06-01")).state("2020-06-01");

            assertThat(state.status()).isEqualTo(Status.TRANSFERRED_OUT);
            assertThat(state.endReason()).contains("AM09");
        }

        @Test
        void goesOnThereInTheSameStatusAlsoAfterANewMatch() {
            Told told = Told.of(
                    transferredIn("2020-06-01", "IN_PROGRESS"), matched("2020-06-08"), contracted("2020-06-09"));

            assertThat(told.state("2020-06-01").status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(told.state("2020-06-09").status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(told.state("2020-06-09").place()).isPresent();
            assertThat(told.state("2020-06-09").werkprocessen().carried()).containsExactly("B1-K1-W1");
            assertThat(told.state("2020-06-09").werkprocessen().confirmed()).isEmpty();
        }
    }

    /** A trajectory whose start, on 2020-02-03, is its fact number 4. */
    private static Told learning(TrajectoryEvent... more) {
        var events = new ArrayList<>(List.of(
                opened("2020-01-06"),
                suitable("2020-01-20"),
                matched("2020-01-31"),
                contracted("2020-01-31"),
                started("2020-02-03")));
        events.addAll(List.of(more));
        return Told.of(events.toArray(TrajectoryEvent[]::new));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
