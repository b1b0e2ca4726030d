package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.Given.by;
import static nl.leerspoor.command.verklaring.VerklaringFacts.APPROVED_ON;
import static nl.leerspoor.command.verklaring.VerklaringFacts.CONFIRMER;
import static nl.leerspoor.command.verklaring.VerklaringFacts.VERKLARING;
import static nl.leerspoor.command.verklaring.VerklaringFacts.approved;
import static nl.leerspoor.command.verklaring.VerklaringFacts.completed;
import static nl.leerspoor.command.verklaring.VerklaringFacts.drafted;
import static nl.leerspoor.command.verklaring.VerklaringFacts.examencommissie;
import static nl.leerspoor.command.verklaring.VerklaringFacts.given;
import static nl.leerspoor.command.verklaring.VerklaringFacts.signed;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.APPROVER_CONFIRMED_A_LINE;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_NOT_CONFIRMED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NOT_THE_EXAMENCOMMISSIE;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_SIGNED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.verklaring.VerklaringCommand.ApproveVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RefuseVerklaring;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The examencommissie decides (rule B12). */
class ExamineVerklaringTest {

    private static final ApproveVerklaring APPROVE = new ApproveVerklaring(VERKLARING, APPROVED_ON, null);
    private static final RefuseVerklaring REFUSE = new RefuseVerklaring(VERKLARING, APPROVED_ON, "WRONG_DATA");

    @Nested
    class Approval {

        @Test
        void theExamencommissieOfTheSchoolApprovesASignedPaper() {
            assertThat(events(approve(given(drafted(), signed()), examencommissie(APPROVED_ON))))
                    .containsExactly(approved());
        }

        @Test
        void notBeforeTheLeerbedrijfSigned() {
            assertThat(refusal(approve(given(drafted()), examencommissie(APPROVED_ON))))
                    .isEqualTo(VERKLARING_NOT_SIGNED);
        }

        @Test
        void once() {
            assertThat(refusal(approve(given(drafted(), signed(), approved()), examencommissie(APPROVED_ON))))
                    .isEqualTo(VERKLARING_ALREADY_APPROVED);
        }

        @Test
        void notAnotherRole() {
            assertThat(refusal(approve(
                            given(drafted(), signed()), by("testprojectleider", "PROJECT_LEAD", "ROC", APPROVED_ON))))
                    .isEqualTo(NOT_THE_EXAMENCOMMISSIE);
        }

        @Test
        void notTheExamencommissieOfAnotherSchool() {
            assertThat(refusal(approve(
                            given(drafted(), signed()),
                            by("testexamencie-zone", "EXAMENCOMMISSIE", "ZONE", APPROVED_ON))))
                    .isEqualTo(NOT_THE_EXAMENCOMMISSIE);
        }

        @Test
        void notTheSchoolCoachWhoConfirmed() {
            assertThat(refusal(
                            approve(given(drafted(), signed()), by(CONFIRMER, "EXAMENCOMMISSIE", "ROC", APPROVED_ON))))
                    .isEqualTo(APPROVER_CONFIRMED_A_LINE);
        }

        @Test
        void notWhenAConfirmationWasRetractedSinceTheDraft() {
            var decision = Examining.approve(
                    given(drafted(), signed()).on(APPROVED_ON),
                    completed("B1-K1-W1"),
                    APPROVE,
                    examencommissie(APPROVED_ON));
            assertThat(refusal(decision)).isEqualTo(LINE_NOT_CONFIRMED);
            assertThat(details(decision)).isEqualTo(Map.of("werkprocessen", List.of("P2-K1-W1")));
        }

        private static Decision<VerklaringEvent> approve(Timeline<VerklaringEvent, Verklaring> paper, By by) {
            return Examining.approve(paper.on(APPROVED_ON), completed("B1-K1-W1", "P2-K1-W1"), APPROVE, by);
        }
    }

    @Nested
    class Refusal {

        @Test
        void theExamencommissieRefusesAPaperSignedOrNot() {
            assertThat(events(refuse(given(drafted()), examencommissie(APPROVED_ON))))
                    .hasExactlyElementsOfTypes(VerklaringRefused.class);
            assertThat(events(refuse(given(drafted(), signed()), examencommissie(APPROVED_ON))))
                    .hasExactlyElementsOfTypes(VerklaringRefused.class);
        }

        @Test
        void nobodyElseDoes() {
            assertThat(refusal(refuse(given(drafted()), by(CONFIRMER, "SCHOOL_COACH", "ROC", APPROVED_ON))))
                    .isEqualTo(NOT_THE_EXAMENCOMMISSIE);
        }

        @Test
        void aRefusedPaperIsOver() {
            var refused = events(refuse(given(drafted()), examencommissie(APPROVED_ON)))
                    .getFirst();
            var decision = refuse(given(drafted(), refused), examencommissie(APPROVED_ON));
            assertThat(refusal(decision)).isEqualTo(VERKLARING_OVER);
            assertThat(details(decision)).isEqualTo(Map.of("status", "REFUSED"));
        }

        private static Decision<VerklaringEvent> refuse(Timeline<VerklaringEvent, Verklaring> paper, By by) {
            return Examining.refuse(paper.on(APPROVED_ON), REFUSE, by);
        }
    }
}
