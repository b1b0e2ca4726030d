package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.verklaring.VerklaringFacts.LEERBEDRIJF;
import static nl.leerspoor.command.verklaring.VerklaringFacts.TRAJECTORY;
import static nl.leerspoor.command.verklaring.VerklaringFacts.TWENTE;
import static nl.leerspoor.command.verklaring.VerklaringFacts.VERKLARING;
import static nl.leerspoor.command.verklaring.VerklaringFacts.approved;
import static nl.leerspoor.command.verklaring.VerklaringFacts.completed;
import static nl.leerspoor.command.verklaring.VerklaringFacts.confirmedAt;
import static nl.leerspoor.command.verklaring.VerklaringFacts.drafted;
import static nl.leerspoor.command.verklaring.VerklaringFacts.ended;
import static nl.leerspoor.command.verklaring.VerklaringFacts.given;
import static nl.leerspoor.command.verklaring.VerklaringFacts.signed;
import static nl.leerspoor.command.verklaring.VerklaringFacts.stillLearning;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LEARNING_NOT_ENDED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINES_OF_SEVERAL_SCHOOLS;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_NOT_CONFIRMED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NO_DOCUMENT_REGIME;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_SIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Confirmation;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.verklaring.VerklaringCommand.DraftVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.SignForLeerbedrijf;
import nl.leerspoor.command.verklaring.VerklaringCommand.WithdrawDraft;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Drawing up the paper. */
class DraftVerklaringTest {

    /** Rule B11. */
    @Nested
    class Ground {

        @Test
        void thePaperStatesWhatTheTrajectoryProved() {
            assertThat(events(when(completed("B1-K1-W1", "P2-K1-W1"), "B1-K1-W1", "P2-K1-W1")))
                    .containsExactly(drafted());
        }

        @Test
        void itMayStateLessThanWasProven() {
            assertThat(events(when(completed("B1-K1-W1", "P2-K1-W1"), "P2-K1-W1")))
                    .hasSize(1);
        }

        @Test
        void threeLinesWithTwoConfirmedAreRefused() {
            Decision<VerklaringEvent> decision =
                    when(completed("B1-K1-W1", "P2-K1-W1"), "B1-K1-W1", "P2-K1-W1", "P9-K1-W1");
            assertThat(refusal(decision)).isEqualTo(LINE_NOT_CONFIRMED);
            assertThat(details(decision)).isEqualTo(Map.of("werkprocessen", List.of("P9-K1-W1")));
        }

        @Test
        void whatWasConfirmedAtAnotherLeerbedrijfIsOnAnotherPaper() {
            UUID other = UUID.fromString("00000000-0000-0000-0000-000000000199");
            Trajectory trajectory = ended(End.COMPLETED, confirmedAt(other, "ROC", "B1-K1-W1"));
            assertThat(refusal(when(trajectory, "B1-K1-W1"))).isEqualTo(LINE_NOT_CONFIRMED);
        }

        @Test
        void onePaperIsOfOneSchool() {
            Map<String, Confirmation> confirmed = new HashMap<>(confirmedAt(LEERBEDRIJF, "ROC", "B1-K1-W1"));
            confirmed.putAll(confirmedAt(LEERBEDRIJF, "ZONE", "P9-K1-W1"));
            assertThat(refusal(when(ended(End.COMPLETED, confirmed), "B1-K1-W1", "P9-K1-W1")))
                    .isEqualTo(LINES_OF_SEVERAL_SCHOOLS);
        }

        @Test
        void thereIsNoPaperWhileLearningGoesOn() {
            assertThat(refusal(when(stillLearning("B1-K1-W1"), "B1-K1-W1"))).isEqualTo(LEARNING_NOT_ENDED);
        }

        @Test
        void aLeaverKeepsWhatWasProven() {
            Trajectory stopped = ended(End.STOPPED, confirmedAt(LEERBEDRIJF, "ROC", "B1-K1-W1"));
            assertThat(events(when(stopped, "B1-K1-W1"))).hasSize(1);
        }

        @Test
        void aLeaverWithNothingProvenGetsNoPaper() {
            assertThat(refusal(when(ended(End.STOPPED, Map.of()), "B1-K1-W1"))).isEqualTo(LINE_NOT_CONFIRMED);
        }

        @Test
        void whoLeftForAnotherRegionKeepsWhatWasProvenHere() {
            Trajectory transferred = ended(End.TRANSFERRED_OUT, confirmedAt(LEERBEDRIJF, "ROC", "B1-K1-W1"));
            assertThat(events(when(transferred, "B1-K1-W1"))).hasSize(1);
        }

        @Test
        void aReferralEndsNoLearning() {
            assertThat(refusal(when(ended(End.REFERRED, Map.of()), "B1-K1-W1"))).isEqualTo(LEARNING_NOT_ENDED);
        }

        @Test
        void paperAndTrajectoryAreOfOneRegion() {
            var elsewhere = new DraftVerklaring(
                    VERKLARING,
                    "AM09",
                    VerklaringFacts.DRAFTED_ON,
                    TRAJECTORY,
                    LEERBEDRIJF,
                    List.of("B1-K1-W1"),
                    null,
                    null);
            assertThat(refusal(Drafting.draft(given().latest(), completed("B1-K1-W1"), elsewhere)))
                    .isEqualTo(OTHER_REGION);
        }

        @Test
        void anIdIsDraftedOnce() {
            assertThat(refusal(Drafting.draft(
                            given(drafted()).latest(), completed("B1-K1-W1"), draft("2020-05-25", "B1-K1-W1"))))
                    .isEqualTo(ID_IN_USE);
        }
    }

    /** Rule B14, as a forecast: the day of issue decides. */
    @Nested
    class LegalForm {

        @Test
        void untilAugust2021ItIsThePilotsPaper() {
            assertThat(regimeOf("2021-07-31")).isEqualTo("PILOT_PRAKTIJKVERKLARING");
        }

        @Test
        void fromThenOnItIsPartOfTheMboVerklaring() {
            assertThat(regimeOf("2021-08-01")).isEqualTo("MBO_VERKLARING_DEEL_PRAKTIJKVERKLARING");
        }

        @Test
        void beforeThePilotsThereWasNone() {
            assertThat(refusal(
                            Drafting.draft(given().latest(), completed("B1-K1-W1"), draft("2017-12-31", "B1-K1-W1"))))
                    .isEqualTo(NO_DOCUMENT_REGIME);
        }

        private static String regimeOf(String day) {
            var events = events(Drafting.draft(given().latest(), completed("B1-K1-W1"), draft(day, "B1-K1-W1")));
            return ((VerklaringDrafted) events.getFirst()).regime();
        }
    }

    @Nested
    class Signature {

        private static final SignForLeerbedrijf SIGN =
                new SignForLeerbedrijf(VERKLARING, VerklaringFacts.SIGNED_ON, "PAPER");

        @Test
        void theLeerbedrijfSignsTheDraft() {
            assertThat(events(Drafting.sign(given(drafted()).on(SIGN.effectiveOn()), SIGN)))
                    .hasExactlyElementsOfTypes(VerklaringSignedByLeerbedrijf.class);
        }

        @Test
        void once() {
            assertThat(refusal(Drafting.sign(given(drafted(), signed()).on(SIGN.effectiveOn()), SIGN)))
                    .isEqualTo(VERKLARING_ALREADY_SIGNED);
        }
    }

    @Nested
    class Withdrawal {

        private static final WithdrawDraft WITHDRAW =
                new WithdrawDraft(VERKLARING, VerklaringFacts.APPROVED_ON, "DATA_ENTRY_ERROR");

        @Test
        void aDraftIsTakenBackSignedOrNot() {
            assertThat(events(Drafting.withdraw(given(drafted()).latest(), WITHDRAW)))
                    .hasExactlyElementsOfTypes(VerklaringDraftWithdrawn.class);
            assertThat(events(Drafting.withdraw(given(drafted(), signed()).latest(), WITHDRAW)))
                    .hasExactlyElementsOfTypes(VerklaringDraftWithdrawn.class);
        }

        @Test
        void notOnceItIsApproved() {
            assertThat(refusal(Drafting.withdraw(
                            given(drafted(), signed(), approved()).latest(), WITHDRAW)))
                    .isEqualTo(VERKLARING_ALREADY_APPROVED);
        }
    }

    private static Decision<VerklaringEvent> when(Trajectory trajectory, String... lines) {
        return Drafting.draft(given().latest(), trajectory, draft("2020-05-25", lines));
    }

    private static DraftVerklaring draft(String on, String... lines) {
        return new DraftVerklaring(
                VERKLARING, TWENTE, LocalDate.parse(on), TRAJECTORY, LEERBEDRIJF, List.of(lines), null, null);
    }
}
