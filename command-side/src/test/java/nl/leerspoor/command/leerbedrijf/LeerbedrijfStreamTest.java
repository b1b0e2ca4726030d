package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.APPROACHED_ON;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.ASSESSED_ON;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LEERBEDRIJF;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LOGISTICS;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.TWENTE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.approached;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.confirmed;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.day;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.interested;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.joined;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ConfirmErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.Decline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RecordInterest;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** A command finds its leerbedrijf, is decided and recorded. */
class LeerbedrijfStreamTest {

    private static final LocalDate MARCH = day("2020-03-01");

    @Test
    void anApproachBeginsAStream() {
        StreamFixture.of(LeerbedrijfStream.class)
                .given()
                .when(approach(APPROACHED_ON), APPROACHED_ON)
                .expectEvents(approached());
    }

    @Test
    void anIdIsApproachedOnceAlsoWhenTheSecondApproachIsDatedEarlier() {
        StreamFixture.of(LeerbedrijfStream.class)
                .given(approached())
                .when(approach(APPROACHED_ON.minusDays(1)), MARCH)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(0, ID_IN_USE, Map.of()));
    }

    @Test
    void anErkenningIsConfirmed() {
        StreamFixture.of(LeerbedrijfStream.class)
                .given(approached())
                .when(new ConfirmErkenning(LEERBEDRIJF, MARCH, LOGISTICS, ASSESSED_ON), MARCH)
                .expectEvents(confirmed("2020-03-01"));
    }

    @Test
    void interestIsEnteredLate() {
        StreamFixture.of(LeerbedrijfStream.class)
                .given(approached(), joined("2019-12-01"))
                .when(new RecordInterest(LEERBEDRIJF, day("2019-11-01")), MARCH)
                .expectEvents(interested("2019-11-01"));
    }

    @Test
    void aLateDeclineConflictsWithTakingPartSince() {
        StreamFixture.of(LeerbedrijfStream.class)
                .given(approached(), joined("2019-12-01"))
                .when(new Decline(LEERBEDRIJF, day("2019-11-01"), "LOG", "NO_VACANCY", List.of(), null), MARCH)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(Matchers.matches(outcome -> {
                    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT);
                        assertThat(refused.details().get("event")).isEqualTo("leerbedrijf.LeerbedrijfJoined");
                    });
                    return true;
                }));
    }

    private static ApproachLeerbedrijf approach(LocalDate on) {
        return new ApproachLeerbedrijf(LEERBEDRIJF, TWENTE, on, "Voorbeeld Logistiek", "LOG", "900000001", "LB99");
    }
}
