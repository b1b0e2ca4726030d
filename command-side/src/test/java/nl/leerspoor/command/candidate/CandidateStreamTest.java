package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.EFFECTIVE_DATE_IN_FUTURE;
import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.candidate.CandidateFacts.CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateFacts.REGISTERED_ON;
import static nl.leerspoor.command.candidate.CandidateFacts.TWENTE;
import static nl.leerspoor.command.candidate.CandidateFacts.consented;
import static nl.leerspoor.command.candidate.CandidateFacts.preferred;
import static nl.leerspoor.command.candidate.CandidateFacts.registered;

import java.time.LocalDate;
import java.util.Map;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;
import nl.leerspoor.command.candidate.CandidateCommand.WithdrawConsent;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentWithdrawn;
import org.junit.jupiter.api.Test;

/** A command finds its candidate, is decided and recorded. */
class CandidateStreamTest {

    private static final LocalDate MARCH = LocalDate.parse("2020-03-01");

    @Test
    void aRegistrationBeginsAStream() {
        StreamFixture.of(CandidateStream.class)
                .given()
                .when(register(REGISTERED_ON), REGISTERED_ON)
                .expectEvents(registered());
    }

    @Test
    void anIdIsRegisteredOnceAlsoWhenTheSecondRegistrationIsDatedEarlier() {
        StreamFixture.of(CandidateStream.class)
                .given(registered())
                .when(register(REGISTERED_ON.minusDays(1)), MARCH)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(0, ID_IN_USE, Map.of()));
    }

    @Test
    void aWishIsEnteredLate() {
        StreamFixture.of(CandidateStream.class)
                .given(registered(), preferred("DZ", "2020-02-01"))
                .when(new RecordPreference(CANDIDATE, LocalDate.parse("2020-01-20"), "HV", null, null, null), MARCH)
                .expectEvents(preferred("HV", "2020-01-20"));
    }

    @Test
    void aWishIsNoPlan() {
        StreamFixture.of(CandidateStream.class)
                .given(registered())
                .when(new RecordPreference(CANDIDATE, MARCH.plusDays(2), "HV", null, null, null), MARCH)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(0, EFFECTIVE_DATE_IN_FUTURE, Map.of()));
    }

    @Test
    void aConsentIsWithdrawn() {
        StreamFixture.of(CandidateStream.class)
                .given(registered(), consented("PUBLICITY", "2020-02-01"))
                .when(new WithdrawConsent(CANDIDATE, MARCH, "PUBLICITY"), MARCH)
                .expectEvents(new ConsentWithdrawn(CANDIDATE, TWENTE, MARCH, "PUBLICITY"));
    }

    private static RegisterCandidate register(LocalDate on) {
        return new RegisterCandidate(
                CANDIDATE, TWENTE, on, "STATUSHOUDER", "WERKZOEKEND", false, null, "UITKERING", "GEMEENTE", null);
    }
}
