package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.Given.SOMEBODY;
import static nl.leerspoor.command.Given.by;
import static nl.leerspoor.command.verklaring.VerklaringFacts.CANDIDATE;
import static nl.leerspoor.command.verklaring.VerklaringFacts.ISSUED_ON;
import static nl.leerspoor.command.verklaring.VerklaringFacts.LEERBEDRIJF;
import static nl.leerspoor.command.verklaring.VerklaringFacts.SUPERVISOR;
import static nl.leerspoor.command.verklaring.VerklaringFacts.TRAJECTORY;
import static nl.leerspoor.command.verklaring.VerklaringFacts.TWENTE;
import static nl.leerspoor.command.verklaring.VerklaringFacts.VERKLARING;
import static nl.leerspoor.command.verklaring.VerklaringFacts.approved;
import static nl.leerspoor.command.verklaring.VerklaringFacts.drafted;
import static nl.leerspoor.command.verklaring.VerklaringFacts.examencommissie;
import static nl.leerspoor.command.verklaring.VerklaringFacts.given;
import static nl.leerspoor.command.verklaring.VerklaringFacts.issued;
import static nl.leerspoor.command.verklaring.VerklaringFacts.line;
import static nl.leerspoor.command.verklaring.VerklaringFacts.signed;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NOT_A_REPLACEMENT;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NOT_THE_EXAMENCOMMISSIE;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.REPLACEMENT_NOT_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_ISSUED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.verklaring.VerklaringCommand.ReplaceVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RevokeVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.ShareVerklaring;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringReplaced;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What can happen to an issued paper. */
class RevokeVerklaringTest {

    private static final LocalDate LATER = LocalDate.parse("2020-10-01");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000201");
    private static final RevokeVerklaring REVOKE =
            new RevokeVerklaring(VERKLARING, LATER, "WRONG_WERKPROCES", "EC-2020-12", null);
    private static final ReplaceVerklaring REPLACE =
            new ReplaceVerklaring(VERKLARING, LATER, OTHER, "DATA_ENTRY_ERROR");

    /** Rules B15 and B30. */
    @Nested
    class Revocation {

        @Test
        void theExamencommissieRevokesWithAGround() {
            assertThat(events(Issuing.revoke(issuedPaper().on(LATER), REVOKE, examencommissie(LATER))))
                    .containsExactly(new VerklaringRevoked(
                            VERKLARING,
                            TRAJECTORY,
                            CANDIDATE,
                            TWENTE,
                            LATER,
                            "WRONG_WERKPROCES",
                            "ROC",
                            "EC-2020-12",
                            null));
        }

        @Test
        void nobodyElseDoes() {
            assertThat(refusal(Issuing.revoke(
                            issuedPaper().on(LATER), REVOKE, by("testprojectleider", "PROJECT_LEAD", "ROC", LATER))))
                    .isEqualTo(NOT_THE_EXAMENCOMMISSIE);
            assertThat(refusal(Issuing.revoke(
                            issuedPaper().on(LATER),
                            REVOKE,
                            by("testexamencie-zone", "EXAMENCOMMISSIE", "ZONE", LATER))))
                    .isEqualTo(NOT_THE_EXAMENCOMMISSIE);
        }

        @Test
        void notWhoEnteredTheIssue() {
            assertThat(refusal(Issuing.revoke(
                            issuedPaper().on(LATER), REVOKE, by(SOMEBODY, "EXAMENCOMMISSIE", "ROC", LATER))))
                    .isEqualTo(SAME_PERSON_AUTHORISES);
        }

        @Test
        void aPaperThatWasNotIssuedIsNotRevoked() {
            assertThat(refusal(Issuing.revoke(
                            given(drafted(), signed(), approved()).on(LATER), REVOKE, examencommissie(LATER))))
                    .isEqualTo(VERKLARING_NOT_ISSUED);
        }

        @Test
        void historyStaysAndThePaperCountsUntilThatDay() {
            var paper = given(drafted(), signed(), approved(), issued(), revoked());
            assertThat(paper.on(LATER.minusDays(1))).isInstanceOf(Verklaring.Issued.class);
            assertThat(paper.on(LATER)).isInstanceOf(Verklaring.Revoked.class);
        }

        @Test
        void itIsFinal() {
            var paper = given(drafted(), signed(), approved(), issued(), revoked());
            var decision = Issuing.revoke(paper.on(LATER), REVOKE, examencommissie(LATER));
            assertThat(refusal(decision)).isEqualTo(VERKLARING_OVER);
            assertThat(details(decision)).isEqualTo(Map.of("status", "REVOKED"));
        }
    }

    @Nested
    class Replacement {

        @Test
        void anotherPaperOfTheCandidateTakesItsPlace() {
            assertThat(events(Issuing.canReplace(
                            issuedPaper().on(LATER), otherPaper(CANDIDATE).on(LATER))))
                    .isEmpty();
            assertThat(events(Issuing.replace(issuedPaper().on(LATER), REPLACE, examencommissie(LATER))))
                    .hasExactlyElementsOfTypes(VerklaringReplaced.class);
        }

        @Test
        void notThePaperOfSomebodyElse() {
            UUID somebodyElse = UUID.fromString("00000000-0000-0000-0000-000000000203");
            assertThat(refusal(Issuing.canReplace(
                            issuedPaper().on(LATER), otherPaper(somebodyElse).on(LATER))))
                    .isEqualTo(NOT_A_REPLACEMENT);
        }

        @Test
        void notItself() {
            assertThat(refusal(Issuing.canReplace(
                            issuedPaper().on(LATER), issuedPaper().on(LATER))))
                    .isEqualTo(NOT_A_REPLACEMENT);
        }

        @Test
        void notAPaperThatMayStillBeRefused() {
            assertThat(refusal(Issuing.canReplace(
                            issuedPaper().on(LATER), given(drafted(), signed()).on(LATER))))
                    .isEqualTo(REPLACEMENT_NOT_APPROVED);
        }

        @Test
        void itTakesTheAuthorityOfARevocation() {
            assertThat(refusal(Issuing.replace(
                            issuedPaper().on(LATER), REPLACE, by(SOMEBODY, "EXAMENCOMMISSIE", "ROC", LATER))))
                    .isEqualTo(SAME_PERSON_AUTHORISES);
        }

        private static Timeline<VerklaringEvent, Verklaring> otherPaper(UUID candidate) {
            return given(
                    new VerklaringEvent.VerklaringDrafted(
                            OTHER,
                            TRAJECTORY,
                            candidate,
                            TWENTE,
                            ISSUED_ON,
                            "PILOT_PRAKTIJKVERKLARING",
                            "ROC",
                            LEERBEDRIJF,
                            SUPERVISOR,
                            "25251",
                            1,
                            "2015",
                            List.of(line("B1-K1-W1")),
                            null),
                    new VerklaringEvent.VerklaringSignedByLeerbedrijf(
                            OTHER, TRAJECTORY, candidate, TWENTE, ISSUED_ON, "PAPER"),
                    new VerklaringEvent.VerklaringApproved(
                            OTHER, TRAJECTORY, candidate, TWENTE, ISSUED_ON, "ROC", null));
        }
    }

    @Nested
    class Sharing {

        private static final ShareVerklaring SHARE = new ShareVerklaring(VERKLARING, LATER, "LEERBEDRIJF");

        @Test
        void theCandidateShowsAPaperThatCounts() {
            assertThat(events(Issuing.share(issuedPaper().on(LATER), SHARE)))
                    .hasExactlyElementsOfTypes(VerklaringShared.class);
        }

        @Test
        void thereIsNothingToShowBeforeIt() {
            assertThat(refusal(
                            Issuing.share(given(drafted(), signed(), approved()).on(LATER), SHARE)))
                    .isEqualTo(VERKLARING_NOT_ISSUED);
        }
    }

    private static Timeline<VerklaringEvent, Verklaring> issuedPaper() {
        return given(drafted(), signed(), approved(), issued());
    }

    private static VerklaringRevoked revoked() {
        return new VerklaringRevoked(
                VERKLARING, TRAJECTORY, CANDIDATE, TWENTE, LATER, "FRAUD", "ROC", "EC-2020-12", null);
    }
}
