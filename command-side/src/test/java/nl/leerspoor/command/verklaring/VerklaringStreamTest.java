package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.verklaring.VerklaringFacts.CANDIDATE;
import static nl.leerspoor.command.verklaring.VerklaringFacts.DRAFTED_ON;
import static nl.leerspoor.command.verklaring.VerklaringFacts.SIGNED_ON;
import static nl.leerspoor.command.verklaring.VerklaringFacts.TRAJECTORY;
import static nl.leerspoor.command.verklaring.VerklaringFacts.TWENTE;
import static nl.leerspoor.command.verklaring.VerklaringFacts.VERKLARING;
import static nl.leerspoor.command.verklaring.VerklaringFacts.approved;
import static nl.leerspoor.command.verklaring.VerklaringFacts.drafted;
import static nl.leerspoor.command.verklaring.VerklaringFacts.issued;
import static nl.leerspoor.command.verklaring.VerklaringFacts.signed;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_DRAFTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.verklaring.VerklaringCommand.ShareVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.SignForLeerbedrijf;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;
import org.junit.jupiter.api.Test;

/** A command finds its verklaring, is decided and recorded. */
class VerklaringStreamTest {

    private static final LocalDate OCTOBER = LocalDate.parse("2020-10-01");

    @Test
    void theLeerbedrijfSigns() {
        StreamFixture.of(VerklaringStream.class)
                .given(drafted())
                .when(new SignForLeerbedrijf(VERKLARING, SIGNED_ON, "PAPER"), SIGNED_ON)
                .expectEvents(signed())
                .expectState(paper -> assertThat(paper.statusName()).isEqualTo("SIGNED"));
    }

    @Test
    void othersAskWhetherItIsIssuedAndCounts() {
        StreamFixture.of(VerklaringStream.class)
                .given(drafted(), signed(), approved(), issued())
                .when(new ShareVerklaring(VERKLARING, OCTOBER, "LEERBEDRIJF"), OCTOBER)
                .expectState(paper -> assertThat(paper.isIssued()).isTrue());
    }

    @Test
    void nothingIsSignedBeforeItIsDrafted() {
        StreamFixture.of(VerklaringStream.class)
                .given(drafted())
                .when(new SignForLeerbedrijf(VERKLARING, DRAFTED_ON.minusDays(1), "PAPER"), SIGNED_ON)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(0, VERKLARING_NOT_DRAFTED, Map.of()));
    }

    @Test
    void aShareIsEnteredLateAlsoWhenThePaperWasRevokedSince() {
        LocalDate august = LocalDate.parse("2020-08-03");
        StreamFixture.of(VerklaringStream.class)
                .given(drafted(), signed(), approved(), issued(), revoked())
                .when(new ShareVerklaring(VERKLARING, august, "LEERBEDRIJF"), OCTOBER.plusDays(1))
                .expectEvents(new VerklaringShared(VERKLARING, TRAJECTORY, CANDIDATE, TWENTE, august, "LEERBEDRIJF"))
                .expectState(paper -> assertThat(paper.isIssued()).isFalse());
    }

    private static VerklaringRevoked revoked() {
        return new VerklaringRevoked(
                VERKLARING, TRAJECTORY, CANDIDATE, TWENTE, OCTOBER, "FRAUD", "ROC", "EC-2020-12", null);
    }
}
