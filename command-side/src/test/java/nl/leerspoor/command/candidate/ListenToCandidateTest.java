package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.candidate.CandidateFacts.CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateFacts.REGISTERED_ON;
import static nl.leerspoor.command.candidate.CandidateFacts.consented;
import static nl.leerspoor.command.candidate.CandidateFacts.given;
import static nl.leerspoor.command.candidate.CandidateFacts.preferred;
import static nl.leerspoor.command.candidate.CandidateFacts.registered;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.CONSENT_ALREADY_GIVEN;
import static nl.leerspoor.command.candidate.CandidateRefusal.CONSENT_NOT_GIVEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.CandidateCommand.GiveConsent;
import nl.leerspoor.command.candidate.CandidateCommand.LinkSchoolStudent;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.WithdrawConsent;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentWithdrawn;
import nl.leerspoor.events.candidate.CandidateEvent.SchoolStudentLinked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a candidate says: wishes and consents. */
class ListenToCandidateTest {

    private static final LocalDate MARCH = LocalDate.parse("2020-03-01");

    @Nested
    class Preferences {

        @Test
        void theLatestCounts() {
            var candidate = given(registered(), preferred("HV", "2020-01-15"), preferred("DZ", "2020-02-01"));
            assertThat(preference(candidate.on(MARCH))).contains("DZ");
            assertThat(preference(candidate.on(REGISTERED_ON))).contains("HV");
        }

        @Test
        void oneThatIsEnteredLateDoesNotOverruleALaterWish() {
            var candidate = given(registered(), preferred("DZ", "2020-02-01"), preferred("HV", "2020-01-20"));
            assertThat(preference(candidate.on(MARCH))).contains("DZ");
        }

        @Test
        void nobodyIsHeardBeforeTheyAreInView() {
            var wish = new RecordPreference(CANDIDATE, REGISTERED_ON.minusDays(1), "DZ", null, null, null);
            assertThat(refusal(Listening.preference(given(registered()).on(wish.effectiveOn()), wish)))
                    .isEqualTo(CANDIDATE_NOT_REGISTERED);
        }

        private static Optional<String> preference(Candidate candidate) {
            return ((Active) candidate).preferredSector();
        }
    }

    @Nested
    class Consents {

        @Test
        void aConsentIsGivenOnceUntilItIsWithdrawn() {
            var candidate = given(registered(), consented("PUBLICITY", "2020-02-01"));
            assertThat(refusal(Listening.consent(candidate.on(MARCH), new GiveConsent(CANDIDATE, MARCH, "PUBLICITY"))))
                    .isEqualTo(CONSENT_ALREADY_GIVEN);
        }

        @Test
        void aConsentIsWithdrawnAtAnyTime() {
            var candidate = given(registered(), consented("PUBLICITY", "2020-02-01"));
            assertThat(events(Listening.withdrawal(
                            candidate.on(MARCH), new WithdrawConsent(CANDIDATE, MARCH, "PUBLICITY"))))
                    .hasExactlyElementsOfTypes(ConsentWithdrawn.class);
        }

        @Test
        void whatWasNotGivenIsNotWithdrawn() {
            var candidate = given(registered(), consented("PUBLICITY", "2020-02-01"));
            assertThat(refusal(Listening.withdrawal(
                            candidate.on(MARCH), new WithdrawConsent(CANDIDATE, MARCH, "DATA_SHARING"))))
                    .isEqualTo(CONSENT_NOT_GIVEN);
        }
    }

    @Test
    void aSchoolKnowsTheCandidateByAReferenceOfItsOwn() {
        var link = new LinkSchoolStudent(CANDIDATE, MARCH, "ROC", "ROC-STUDENT-K009", null);
        assertThat(events(Listening.schoolStudent(given(registered()).on(MARCH), link)))
                .hasExactlyElementsOfTypes(SchoolStudentLinked.class);
    }
}
