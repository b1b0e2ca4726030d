package nl.leerspoor.command.candidate;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.candidate.CandidateFacts.CANDIDATE;
import static nl.leerspoor.command.candidate.CandidateFacts.REGISTERED_ON;
import static nl.leerspoor.command.candidate.CandidateFacts.TWENTE;
import static nl.leerspoor.command.candidate.CandidateFacts.given;
import static nl.leerspoor.command.candidate.CandidateFacts.identified;
import static nl.leerspoor.command.candidate.CandidateFacts.registered;
import static nl.leerspoor.command.candidate.CandidateRefusal.BIRTH_DATE_IMPOSSIBLE;
import static nl.leerspoor.command.candidate.CandidateRefusal.CANDIDATE_NOT_REGISTERED;
import static nl.leerspoor.command.candidate.CandidateRefusal.DETAILS_NOT_RECORDED;
import static nl.leerspoor.command.candidate.CandidateRefusal.NOTE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.candidate.Candidate.Active;
import nl.leerspoor.command.candidate.CandidateCommand.AddNote;
import nl.leerspoor.command.candidate.CandidateCommand.ContactDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RecordCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RectifyCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RetractNote;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRectified;
import nl.leerspoor.events.candidate.CandidateEvent.Contact;
import nl.leerspoor.events.candidate.CandidateEvent.NoteAdded;
import nl.leerspoor.events.candidate.CandidateEvent.NoteRetracted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a candidate is, and what is noted of them. */
class IdentifyCandidateTest {

    private static final LocalDate MARCH = LocalDate.parse("2020-03-01");
    private static final LocalDate BORN = LocalDate.parse("2000-01-09");
    private static final ContactDetails REACHED = new ContactDetails(null, "06-00000009", null, null, null);

    private static RecordCandidateDetails record(LocalDate on, LocalDate born) {
        return new RecordCandidateDetails(CANDIDATE, on, "Testkandidaat 009", born, REACHED);
    }

    private static RectifyCandidateDetails rectify(LocalDate born) {
        return new RectifyCandidateDetails(CANDIDATE, "Testkandidaat 010", born, null, "DATA_ENTRY_ERROR");
    }

    @Nested
    class Recording {

        @Test
        void isOfThePersonWhomTheCandidateIs() {
            var command = record(MARCH, BORN);

            assertThat(events(Identifying.details(given(registered()).on(MARCH), command)))
                    .containsExactly(new CandidateDetailsRecorded(
                            CANDIDATE,
                            TWENTE,
                            MARCH,
                            CANDIDATE,
                            "Testkandidaat 009",
                            BORN,
                            new Contact(null, "06-00000009", null, null, null)));
        }

        @Test
        void canBeDoneAgainWhenSomethingChanges() {
            var candidate = given(registered(), identified(REGISTERED_ON));

            assertThat(events(Identifying.details(candidate.on(MARCH), record(MARCH, null))))
                    .hasExactlyElementsOfTypes(CandidateDetailsRecorded.class);
        }

        @Test
        void isOfNobodyWhoIsNotInViewYet() {
            var early = record(REGISTERED_ON.minusDays(1), BORN);

            assertThat(refusal(Identifying.details(given(registered()).on(early.effectiveOn()), early)))
                    .isEqualTo(CANDIDATE_NOT_REGISTERED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2020-03-01", "2020-03-02", "2120-01-01", "1900-03-01", "1900-01-01"})
        void isNotOfSomebodyWhoIsNotBornOrOlderThanAnybody(String born) {
            assertThat(refusal(
                            Identifying.details(given(registered()).on(MARCH), record(MARCH, LocalDate.parse(born)))))
                    .isEqualTo(BIRTH_DATE_IMPOSSIBLE);
        }
    }

    @Nested
    class Rectifying {

        @Test
        void keepsTheDayOfWhatItCorrectsAndNamesIt() {
            var candidate = given(registered(), identified(REGISTERED_ON), identified(MARCH));
            var newest = ((Active) candidate.latest()).details().orElseThrow();

            assertThat(events(Identifying.rectification(candidate.latest(), rectify(BORN))))
                    .containsExactly(new CandidateDetailsRectified(
                            CANDIDATE,
                            TWENTE,
                            MARCH,
                            newest.event(),
                            CANDIDATE,
                            "Testkandidaat 010",
                            BORN,
                            null,
                            "DATA_ENTRY_ERROR"));
        }

        @Test
        void needsSomethingToCorrect() {
            assertThat(refusal(Identifying.rectification(given(registered()).latest(), rectify(BORN))))
                    .isEqualTo(DETAILS_NOT_RECORDED);
        }

        @Test
        void isNoWayToABirthdayThatCannotBe() {
            var candidate = given(registered(), identified(REGISTERED_ON));

            assertThat(refusal(Identifying.rectification(candidate.latest(), rectify(REGISTERED_ON))))
                    .isEqualTo(BIRTH_DATE_IMPOSSIBLE);
        }
    }

    @Test
    void aNoteIsOfThePersonWhomTheCandidateIs() {
        var command = new AddNote(CANDIDATE, MARCH, "Komt liever na negen uur");

        assertThat(events(Identifying.note(given(registered()).on(MARCH), command)))
                .containsExactly(new NoteAdded(CANDIDATE, TWENTE, MARCH, CANDIDATE, "Komt liever na negen uur"));
    }

    @Test
    void aNoteIsRetractedOnceAndKeepsItsDay() {
        var note = new NoteAdded(CANDIDATE, TWENTE, MARCH, CANDIDATE, "Over iemand anders");
        var command = new RetractNote(CANDIDATE, Given.idOf(1), "WRONG_PERSON");
        var retracted = new NoteRetracted(CANDIDATE, TWENTE, MARCH, Given.idOf(1), "WRONG_PERSON");

        assertThat(events(Identifying.retraction(given(registered(), note), command)))
                .containsExactly(retracted);
        assertThat(refusal(Identifying.retraction(given(registered(), note, retracted), command)))
                .isEqualTo(NOTE_NOT_FOUND);
        assertThat(refusal(Identifying.retraction(given(registered(), identified(MARCH)), command)))
                .as("what is no note")
                .isEqualTo(NOTE_NOT_FOUND);
    }

    @Test
    void nothingIsDecidedByWhatIsSealed() {
        var open = given(registered(), identified(REGISTERED_ON));
        var sealed = given(
                registered(),
                new CandidateDetailsRecorded(
                        CANDIDATE, TWENTE, REGISTERED_ON, CANDIDATE, PersonalData.SEALED, null, null));
        var erased = given(
                registered(),
                new CandidateDetailsRecorded(
                        CANDIDATE, TWENTE, REGISTERED_ON, CANDIDATE, PersonalData.ERASED, null, null));

        assertThat(sealed.latest()).isEqualTo(open.latest()).isEqualTo(erased.latest());
    }
}
