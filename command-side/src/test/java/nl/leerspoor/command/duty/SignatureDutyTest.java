package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyFacts.activated;
import static nl.leerspoor.command.duty.DutyFacts.amended;
import static nl.leerspoor.command.duty.DutyFacts.contractedThere;
import static nl.leerspoor.command.duty.DutyFacts.drafted;
import static nl.leerspoor.command.duty.DutyFacts.holdRetracted;
import static nl.leerspoor.command.duty.DutyFacts.matchedThere;
import static nl.leerspoor.command.duty.DutyFacts.rejected;
import static nl.leerspoor.command.duty.DutyFacts.replaced;
import static nl.leerspoor.command.duty.DutyFacts.signedByAll;
import static nl.leerspoor.command.duty.DutyFacts.startedThere;
import static nl.leerspoor.command.duty.DutyFacts.unmatched;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.contracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A match asks for the signatures on a praktijkovereenkomst; the werkcoach is reminded after ten working days. */
class SignatureDutyTest {

    private static final String AFTER_THE_MATCH = "MISSING_SIGNATURE by WERKCOACH on 2020-04-21";

    @Test
    void aMatchAsksForSignaturesWithinTenWorkingDays() {
        assertThat(matchedThere().duties()).containsExactly(AFTER_THE_MATCH);
    }

    @Test
    void theDraftAsksForTheSameSignaturesAndNotAgain() {
        assertThat(matchedThere().then(drafted("2020-04-07")).duties()).containsExactly(AFTER_THE_MATCH);
    }

    @Test
    void someSignaturesAreNotAll() {
        assertThat(matchedThere()
                        .then(drafted("2020-04-03"), DutyFacts.signed("2020-04-06", "SCHOOL", 1))
                        .duties())
                .containsExactly(AFTER_THE_MATCH);
    }

    @Test
    void allSignaturesEndIt() {
        assertThat(contractedThere().duties()).isEmpty();
    }

    @Test
    void anAgreementThatNobodySignsEndsItUntilAnotherIsDrafted() {
        Followed rejected = matchedThere().then(drafted("2020-04-03"), rejected("2020-04-10"));

        assertThat(rejected.duties()).isEmpty();
    }

    @Test
    void aMatchThatIsUndoneNeedsNone() {
        assertThat(matchedThere().then(unmatched("2020-04-06")).duties()).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfATrajectoryThatStopped() {
        assertThat(matchedThere().then(stopped(LocalDate.parse("2020-04-06"))).duties())
                .noneMatch(duty -> duty.startsWith("MISSING_SIGNATURE"));
    }

    @Test
    void aNewTextAsksForNewSignatures() {
        Followed amended = startedThere().then(amended("2020-06-02"));

        assertThat(amended.duties()).containsExactly("MISSING_SIGNATURE by WERKCOACH on 2020-06-16");
        assertThat(amended.then(signedByAll("2020-06-04", 2))
                        .then(activated("2020-06-04"))
                        .duties())
                .isEmpty();
    }

    @Test
    void anotherPlaceAsksForAnotherAgreement() {
        assertThat(startedThere().then(replaced("2020-06-02")).duties())
                .containsExactly("MISSING_SIGNATURE by WERKCOACH on 2020-06-16");
    }

    @Nested
    class DuringAHold {

        private static final LocalDate HELD = LocalDate.parse("2020-04-06");

        private final Followed held = matchedThere().then(onHold(HELD));
        private final UUID hold = held.last();

        @Test
        void nothingCanBeAgreedSoNobodyIsReminded() {
            assertThat(held.duties()).isEmpty();
        }

        @Test
        void tenWorkingDaysBeginWhenItEnds() {
            assertThat(held.then(resumed(LocalDate.parse("2020-09-01"), hold)).duties())
                    .containsExactly("MISSING_SIGNATURE by WERKCOACH on 2020-09-15");
        }

        @Test
        void whatWasSignedMeanwhileIsNotAskedFor() {
            Followed signed = contractedThere().then(onHold(HELD));

            assertThat(signed.then(resumed(LocalDate.parse("2020-09-01"), signed.last()))
                            .duties())
                    .isEmpty();
        }

        @Test
        void thatNeverWasTheFirstDayStands() {
            assertThat(held.on("2020-04-08")
                            .then(holdRetracted("2020-04-06", hold))
                            .duties())
                    .containsExactly(AFTER_THE_MATCH);
        }
    }

    @Test
    void aPastThatIsLoadedIsRecordedAsMissed() {
        Followed loaded = DutyFacts.suitable().on("2026-03-02");

        assertThat(loaded.then(nl.leerspoor.command.trajectory.TrajectoryFacts.matched())
                        .duties())
                .containsExactly(AFTER_THE_MATCH + " missed");
        assertThat(loaded.then(drafted("2020-04-03"))
                        .then(signedByAll("2020-04-03", 1))
                        .then(activated("2020-04-03"), contracted())
                        .duties())
                .isEmpty();
    }
}
