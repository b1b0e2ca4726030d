package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.candidate.CandidateFacts.CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateFacts.REGISTERED_ON;
import static nl.leerspoor.command.candidate.CandidateFacts.TWENTE;
import static nl.leerspoor.command.candidate.CandidateFacts.given;
import static nl.leerspoor.command.candidate.CandidateFacts.identified;
import static nl.leerspoor.command.candidate.CandidateFacts.registered;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.RectifyCandidateDetails;
import nl.leerspoor.events.candidate.CandidateEvent.PersonalDataErased;
import org.junit.jupiter.api.Test;

/** Nobody knows any more who the candidate was, and nothing more is recorded. */
class EraseCandidateTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    private static final LocalDate MARCH = LocalDate.parse("2020-03-01");
    private static final Erasing.Ground GROUND = new Erasing.Ground(CASE, MARCH, "AVG_17_1_A");
    private static final PersonalDataErased ERASED =
            new PersonalDataErased(CANDIDATE, TWENTE, MARCH, CANDIDATE, CASE, "ALL", "AVG_17_1_A");

    @Test
    void theEventSaysOnWhatGround() {
        assertThat(events(Erasing.erase(
                        given(registered(), identified(REGISTERED_ON)).latest(), GROUND)))
                .containsExactly(ERASED);
    }

    @Test
    void itIsDoneOnceToSomebodyWhoIsThere() {
        assertThat(refusal(Erasing.erase(given(registered(), ERASED).latest(), GROUND)))
                .isEqualTo(PERSON_ERASED);
        assertThat(refusal(Erasing.erase(given().latest(), GROUND))).isEqualTo(CANDIDATE_NOT_REGISTERED);
    }

    @Test
    void nothingMoreIsRecordedForEarlierDaysNeither() {
        StreamFixture.of(CandidateStream.class)
                .given(registered(), ERASED)
                .when(new RecordPreference(CANDIDATE, REGISTERED_ON, "HV", null, null, null), MARCH)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(1, PERSON_ERASED, Map.of()));
        StreamFixture.of(CandidateStream.class)
                .given(registered(), identified(REGISTERED_ON), ERASED)
                .when(new RectifyCandidateDetails(CANDIDATE, "Testkandidaat", null, null, "OTHER"), MARCH)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(2, PERSON_ERASED, Map.of()));
    }
}
