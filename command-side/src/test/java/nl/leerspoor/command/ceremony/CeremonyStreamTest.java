package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.ceremony.CeremonyFacts.CEREMONY;
import static nl.leerspoor.command.ceremony.CeremonyFacts.JULY_9;
import static nl.leerspoor.command.ceremony.CeremonyFacts.JUNE_18;
import static nl.leerspoor.command.ceremony.CeremonyFacts.MOVED_ON;
import static nl.leerspoor.command.ceremony.CeremonyFacts.SCHEDULED_ON;
import static nl.leerspoor.command.ceremony.CeremonyFacts.TWENTE;
import static nl.leerspoor.command.ceremony.CeremonyFacts.held;
import static nl.leerspoor.command.ceremony.CeremonyFacts.rescheduled;
import static nl.leerspoor.command.ceremony.CeremonyFacts.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.ceremony.CeremonyCommand.CancelCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.RescheduleCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.ScheduleCeremony;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** A command finds its ceremony, is decided and recorded. */
class CeremonyStreamTest {

    @Test
    void aPlanBeginsAStream() {
        StreamFixture.of(CeremonyStream.class)
                .given()
                .when(
                        new ScheduleCeremony(CEREMONY, TWENTE, SCHEDULED_ON, JUNE_18, "Voorbeeldzaal", null),
                        SCHEDULED_ON)
                .expectEvents(scheduled());
    }

    @Test
    void aMoveIsEnteredLateAlsoWhenTheCeremonyWasHeldSince() {
        StreamFixture.of(CeremonyStream.class)
                .given(scheduled(), held(List.of(), List.of()))
                .when(new RescheduleCeremony(CEREMONY, MOVED_ON, JULY_9, "CORONA"), JULY_9.plusDays(3))
                .expectEvents(rescheduled());
    }

    @Test
    void aLateCancellationConflictsWithTheCeremonyThatWasHeld() {
        StreamFixture.of(CeremonyStream.class)
                .given(scheduled(), held(List.of(), List.of()))
                .when(new CancelCeremony(CEREMONY, MOVED_ON, "CORONA"), JULY_9.plusDays(3))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(Matchers.matches(outcome -> {
                    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT);
                        assertThat(refused.details().get("event")).isEqualTo("ceremony.AwardCeremonyHeld");
                    });
                    return true;
                }));
    }
}
