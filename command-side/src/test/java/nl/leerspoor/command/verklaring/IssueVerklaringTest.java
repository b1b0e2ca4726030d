package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.verklaring.VerklaringFacts.APPROVED_ON;
import static nl.leerspoor.command.verklaring.VerklaringFacts.ISSUED_ON;
import static nl.leerspoor.command.verklaring.VerklaringFacts.approved;
import static nl.leerspoor.command.verklaring.VerklaringFacts.completed;
import static nl.leerspoor.command.verklaring.VerklaringFacts.drafted;
import static nl.leerspoor.command.verklaring.VerklaringFacts.given;
import static nl.leerspoor.command.verklaring.VerklaringFacts.issued;
import static nl.leerspoor.command.verklaring.VerklaringFacts.signed;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_NOT_CONFIRMED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.MANNER_NEEDS_CEREMONY;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_ISSUED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Handing the paper over. */
class IssueVerklaringTest {

    /** Rule B13. */
    @Nested
    class OnlyWhatIsApproved {

        @Test
        void anApprovedPaperIsIssued() {
            assertThat(when(approvedPaper(), ISSUED_ON, "POST"))
                    .satisfies(decision -> assertThat(events(decision))
                            .singleElement()
                            .isInstanceOfSatisfying(VerklaringIssued.class, event -> {
                                assertThat(event.approvedOn()).isEqualTo(APPROVED_ON);
                                assertThat(event.documentNo()).isEqualTo("ROC-2020-0001");
                                assertThat(event.werkprocessen()).isEqualTo(issued().werkprocessen());
                                assertThat(event.manner()).isEqualTo("POST");
                                assertThat(event.ceremonyId()).isNull();
                            }));
        }

        @Test
        void aSignedPaperIsNot() {
            assertThat(refusal(when(given(drafted(), signed()), ISSUED_ON, "POST")))
                    .isEqualTo(VERKLARING_NOT_APPROVED);
        }

        @Test
        void noPaperIsIssuedBeforeItsApproval() {
            assertThat(refusal(when(approvedPaper(), APPROVED_ON.minusDays(1), "POST")))
                    .isEqualTo(VERKLARING_NOT_APPROVED);
        }

        @Test
        void theDayOfTheApprovalWillDo() {
            assertThat(events(when(approvedPaper(), APPROVED_ON, "COLLECTED"))).hasSize(1);
        }

        @Test
        void onlyOnce() {
            assertThat(refusal(when(given(drafted(), signed(), approved(), issued()), ISSUED_ON, "POST")))
                    .isEqualTo(VERKLARING_ALREADY_ISSUED);
        }

        @Test
        void notWhenAConfirmationWasRetractedSinceTheApproval() {
            assertThat(refusal(Issuing.issue(
                            approvedPaper().on(ISSUED_ON), completed("B1-K1-W1"), issue(ISSUED_ON, "POST"))))
                    .isEqualTo(LINE_NOT_CONFIRMED);
        }

        @Test
        void aCeremonyIsRecordedAsACeremony() {
            assertThat(refusal(when(approvedPaper(), ISSUED_ON, "CEREMONY"))).isEqualTo(MANNER_NEEDS_CEREMONY);
        }

        @Test
        void atACeremonyThePaperSaysWhich() {
            UUID ceremony = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
            var issue = Issue.at(ceremony, ISSUED_ON, "ROC-2020-0001");
            var event = (VerklaringIssued) events(Issuing.issue(approvedPaper().on(ISSUED_ON), trajectory(), issue))
                    .getFirst();
            assertThat(event.manner()).isEqualTo("CEREMONY");
            assertThat(event.ceremonyId()).isEqualTo(ceremony);
        }
    }

    /** Rule B14: a paper of the pilots that is handed over after them has the form of the later day. */
    @Nested
    class LegalForm {

        @Test
        void theDayOfIssueDecides() {
            assertThat(regime("2021-07-31")).isEqualTo("PILOT_PRAKTIJKVERKLARING");
            assertThat(regime("2021-08-01")).isEqualTo("MBO_VERKLARING_DEEL_PRAKTIJKVERKLARING");
        }

        private static String regime(String day) {
            var event = (VerklaringIssued)
                    events(when(approvedPaper(), LocalDate.parse(day), "POST")).getFirst();
            return event.regime();
        }
    }

    @Nested
    class DocumentNumber {

        private static final Pattern FORM = Pattern.compile(VerklaringCommand.DOCUMENT_NUMBER);

        @Test
        void holdsALetterSoThatItIsNeverTakenForABsn() {
            assertThat("ROC-2020-0001").matches(FORM);
            assertThat("202000001").doesNotMatch(FORM);
            assertThat("2020-0001").doesNotMatch(FORM);
        }
    }

    @Nested
    class Verification {

        @Test
        void theHashIsOverWhatThePaperSays() {
            var paper = Paper.of(drafted());
            assertThat(VerificationHash.text(paper, "PILOT_PRAKTIJKVERKLARING", APPROVED_ON, issue(ISSUED_ON, "POST")))
                    .isEqualTo("""
                            leerspoor verklaring 1
                            00000000-0000-0000-0000-000000000101
                            ROC-2020-0001
                            PILOT_PRAKTIJKVERKLARING
                            ROC
                            00000000-0000-0000-0000-000000000104
                            25251
                            1
                            2015
                            2020-05-28
                            2020-07-09
                            B1-K1-W1
                            P2-K1-W1
                            """);
        }

        @Test
        void itIsTheSameForTheSamePaperAndAnotherForAnother() {
            String hash = hash("2020-07-09");
            assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(hash("2020-07-09"));
            assertThat(hash("2020-07-10")).isNotEqualTo(hash);
        }

        private static String hash(String issuedOn) {
            return VerificationHash.of(
                    Paper.of(drafted()),
                    "PILOT_PRAKTIJKVERKLARING",
                    APPROVED_ON,
                    issue(LocalDate.parse(issuedOn), "POST"));
        }
    }

    private static Timeline<VerklaringEvent, Verklaring> approvedPaper() {
        return given(drafted(), signed(), approved());
    }

    private static Decision<VerklaringEvent> when(
            Timeline<VerklaringEvent, Verklaring> paper, LocalDate on, String manner) {
        return Issuing.issue(paper.on(on), trajectory(), issue(on, manner));
    }

    private static Issue issue(LocalDate on, String manner) {
        return new Issue(on, "ROC-2020-0001", manner, Optional.empty());
    }

    private static Trajectory trajectory() {
        return completed("B1-K1-W1", "P2-K1-W1");
    }
}
