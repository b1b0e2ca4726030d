package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyFacts.OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.duty.DutyFacts.OTHER_SUPERVISOR;
import static nl.leerspoor.command.duty.DutyFacts.approached;
import static nl.leerspoor.command.duty.DutyFacts.availableAgain;
import static nl.leerspoor.command.duty.DutyFacts.contractedThere;
import static nl.leerspoor.command.duty.DutyFacts.erkend;
import static nl.leerspoor.command.duty.DutyFacts.erkenningWithdrawn;
import static nl.leerspoor.command.duty.DutyFacts.expired;
import static nl.leerspoor.command.duty.DutyFacts.holdRetracted;
import static nl.leerspoor.command.duty.DutyFacts.joined;
import static nl.leerspoor.command.duty.DutyFacts.left;
import static nl.leerspoor.command.duty.DutyFacts.matchedThere;
import static nl.leerspoor.command.duty.DutyFacts.registered;
import static nl.leerspoor.command.duty.DutyFacts.replaced;
import static nl.leerspoor.command.duty.DutyFacts.startedThere;
import static nl.leerspoor.command.duty.DutyFacts.suitable;
import static nl.leerspoor.command.duty.DutyFacts.suspended;
import static nl.leerspoor.command.duty.DutyFacts.takesPartAgain;
import static nl.leerspoor.command.duty.DutyFacts.trained;
import static nl.leerspoor.command.duty.DutyFacts.trainingResumed;
import static nl.leerspoor.command.duty.DutyFacts.trainingSuspended;
import static nl.leerspoor.command.duty.DutyFacts.unavailable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.postponed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.started;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is owed to a candidate whose place is lost or in doubt. */
class PlaceDutyTest {

    /** After signing, the school and SBB owe another place when the place fails (WEB 7.2.9 lid 2, rule B26). */
    @Nested
    class AReplacementPlace {

        private static final String FROM_JUNE_2 = "REPLACEMENT_PLACE by SCHOOL_COACH on 2020-06-30";

        private final Followed started = startedThere();

        @Test
        void isOwedWithinFourWeeksOfALostErkenning() {
            assertThat(started.then(erkenningWithdrawn("2020-06-02")).duties()).containsExactly(FROM_JUNE_2);
        }

        @Test
        void isOwedWhenTheLeerbedrijfIsSuspendedOrLeaves() {
            assertThat(started.then(suspended("2020-06-02")).duties()).containsExactly(FROM_JUNE_2);
            assertThat(startedThere().then(left("2020-06-02")).duties()).containsExactly(FROM_JUNE_2);
        }

        @Test
        void isOwedBesideSupervisionWhenTheSupervisorIsLost() {
            assertThat(started.then(unavailable("2020-06-02")).duties())
                    .containsExactly(FROM_JUNE_2, "SUPERVISION_AT_RISK by WERKCOACH on 2020-06-16");
        }

        @Test
        void isNotOwedBeforeTheAgreementIsSigned() {
            assertThat(matchedThere().then(erkenningWithdrawn("2020-04-06")).duties())
                    .containsExactly("MISSING_SIGNATURE by WERKCOACH on 2020-04-21");
        }

        @Test
        void isOwedOnceHoweverOftenThePlaceIsLost() {
            assertThat(started.then(suspended("2020-06-02"), erkenningWithdrawn("2020-06-04"), left("2020-06-09"))
                            .duties())
                    .containsExactly(FROM_JUNE_2);
        }

        @Test
        void isOwedNoMoreWhenTheErkenningIsBack() {
            assertThat(started.then(erkenningWithdrawn("2020-06-02"), erkend(LEERBEDRIJF, "2020-06-09", "2020-06-08"))
                            .duties())
                    .isEmpty();
        }

        @Test
        void isStillOwedWhenOnlyOneOfTwoReasonsIsGone() {
            Followed twice = started.then(suspended("2020-06-02"), erkenningWithdrawn("2020-06-04"));

            assertThat(twice.then(takesPartAgain("2020-06-09")).duties()).containsExactly(FROM_JUNE_2);
            assertThat(twice.then(erkend(LEERBEDRIJF, "2020-06-10", "2020-06-08"))
                            .duties())
                    .isEmpty();
        }

        @Test
        void isFoundWhenThePlaceIsReplaced() {
            assertThat(started.then(
                                    approached(OTHER_LEERBEDRIJF),
                                    erkend(OTHER_LEERBEDRIJF, "2019-10-01", "2019-06-01"),
                                    joined(OTHER_LEERBEDRIJF),
                                    registered(OTHER_SUPERVISOR, OTHER_LEERBEDRIJF),
                                    trained(OTHER_SUPERVISOR, OTHER_LEERBEDRIJF, "2019-10-11"))
                            .then(erkenningWithdrawn("2020-06-02"), replaced("2020-06-09"))
                            .duties())
                    .containsExactly("MISSING_SIGNATURE by WERKCOACH on 2020-06-23");
        }

        @Test
        void isNotOwedToWhoStopped() {
            assertThat(started.then(erkenningWithdrawn("2020-06-02"), stopped(LocalDate.parse("2020-06-09")))
                            .duties())
                    .allMatch(duty -> duty.startsWith("OUTCOME_TO_ASK"));
        }
    }

    /** A hold is the decision for now; what it left undecided is to be decided when it ends. */
    @Nested
    class AfterAHold {

        private static final LocalDate HELD = LocalDate.parse("2020-06-09");
        private static final LocalDate ENDS = LocalDate.parse("2020-09-01");

        @Test
        void aPlaceThatWasLostBeforeItIsOwedAgain() {
            Followed held = startedThere().then(erkenningWithdrawn("2020-06-02"), onHold(HELD));
            UUID hold = held.last();

            assertThat(held.duties()).isEmpty();
            assertThat(held.then(resumed(ENDS, hold)).duties())
                    .containsExactly("REPLACEMENT_PLACE by SCHOOL_COACH on 2020-09-29");
        }

        @Test
        void aPlaceThatWasLostDuringItIsOwed() {
            Followed held = startedThere().then(onHold(HELD));
            UUID hold = held.last();

            assertThat(held.then(left("2020-07-01")).duties()).isEmpty();
            assertThat(held.then(resumed(ENDS, hold)).duties())
                    .containsExactly("REPLACEMENT_PLACE by SCHOOL_COACH on 2020-09-29");
        }

        @Test
        void aPlaceThatIsBackIsNotOwed() {
            Followed held = startedThere().then(suspended("2020-06-02"), onHold(HELD));
            UUID hold = held.last();

            assertThat(held.then(takesPartAgain("2020-08-03"), resumed(ENDS, hold))
                            .duties())
                    .isEmpty();
        }

        @Test
        void whatWasOwedAfterItEndsWithItsReason() {
            Followed held = startedThere().then(suspended("2020-06-02"), onHold(HELD));
            UUID hold = held.last();

            assertThat(held.then(resumed(ENDS, hold), takesPartAgain("2020-09-08"))
                            .duties())
                    .isEmpty();
        }

        @Test
        void thatNeverWasThePlaceIsOwedFromItsDayOn() {
            Followed held = startedThere().then(onHold(HELD));
            UUID hold = held.last();

            assertThat(held.then(left("2020-07-01"))
                            .on("2020-07-02")
                            .then(holdRetracted("2020-06-09", hold))
                            .duties())
                    .containsExactly("REPLACEMENT_PLACE by SCHOOL_COACH on 2020-07-07");
        }

        @Test
        void theEndOfATrajectoryIsNoReturn() {
            Followed held = startedThere().then(erkenningWithdrawn("2020-06-02"), onHold(HELD));
            UUID hold = held.last();

            assertThat(held.then(DutyFacts.resumedByTheEnd("2020-09-01", hold)).duties())
                    .isEmpty();
        }
    }

    /** A start is at risk when nobody trained and available is there to guide; before its day the werkcoach decides. */
    @Nested
    class AStartAtRisk {

        private static final String OF_APRIL_6 = "START_AT_RISK by WERKCOACH on 2020-04-06";

        @Test
        void isToBeDecidedBeforeThePlannedDay() {
            assertThat(contractedThere().then(expired("2020-04-03")).duties()).containsExactly(OF_APRIL_6);
        }

        @Test
        void isDecidedByANewPlan() {
            assertThat(contractedThere()
                            .then(expired("2020-04-03"))
                            .then(postponed(
                                    LocalDate.parse("2020-04-04"),
                                    LocalDate.parse("2020-04-06"),
                                    LocalDate.parse("2020-05-11"),
                                    1))
                            .duties())
                    .isEmpty();
        }

        @Test
        void isOverWhenTheSupervisorIsTrained() {
            assertThat(contractedThere()
                            .then(expired("2020-04-03"), trained(SUPERVISOR, LEERBEDRIJF, "2020-04-04"))
                            .duties())
                    .isEmpty();
        }

        @Test
        void becomesSupervisionAtRiskWhenLearningBeginsNonetheless() {
            assertThat(contractedThere().then(expired("2020-04-03"), started()).duties())
                    .containsExactly("SUPERVISION_AT_RISK by WERKCOACH on 2020-04-20");
        }

        @Test
        void isOneThatWaitsForASupervisorWhoseTrainingLiesStill() {
            Followed waiting = suitable().then(waitlisted(LocalDate.parse("2020-03-10")));

            assertThat(waiting.then(trainingSuspended("2020-03-16")).duties()).containsExactly(OF_APRIL_6);
            assertThat(waiting.then(trainingResumed("2020-03-20", "2020-04-10")).duties())
                    .containsExactly(OF_APRIL_6);
            assertThat(waiting.then(trainingResumed("2020-03-23", "2020-04-03")).duties())
                    .isEmpty();
        }

        @Test
        void isNoneOnceItsDayHasPassed() {
            assertThat(contractedThere().then(expired("2020-04-07")).duties()).isEmpty();
        }
    }

    /** During learning the werkcoach decides within two weeks who guides. */
    @Nested
    class SupervisionAtRisk {

        private static final String FROM_JUNE_2 = "SUPERVISION_AT_RISK by WERKCOACH on 2020-06-16";

        @Test
        void isToBeDecidedWithinTwoWeeksOfAnExpiredTraining() {
            assertThat(startedThere().then(expired("2020-06-02")).duties()).containsExactly(FROM_JUNE_2);
        }

        @Test
        void isOverWhenTheSupervisorIsAvailableAndTrained() {
            Followed lost = startedThere().then(expired("2020-06-02"), unavailable("2020-06-03"));

            assertThat(lost.then(availableAgain("2020-06-05")).duties()).containsExactly(FROM_JUNE_2);
            assertThat(lost.then(trained(SUPERVISOR, LEERBEDRIJF, "2020-06-08")).duties())
                    .isEmpty();
        }
    }
}
