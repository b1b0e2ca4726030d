package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.LEERBEDRIJF;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.TWENTE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.approached;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.day;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.declined;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfFacts.given;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.CONTACT_PERSON_SPEAKS_NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PersonalDataErased;
import org.junit.jupiter.api.Test;

/** Who spoke for a leerbedrijf, is erased once somebody else does. */
class EraseContactPersonTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000e9");
    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    private static final UUID NEXT = UUID.fromString("00000000-0000-0000-0000-0000000000b2");
    private static final String GROUND = "AVG_17_1_A";

    private static ContactPersonNamed named(UUID person, String on) {
        return new ContactPersonNamed(LEERBEDRIJF, TWENTE, day(on), person, "Testcontact", null, null);
    }

    private static Decision<LeerbedrijfEvent> erase(LeerbedrijfEvent... facts) {
        Timeline<LeerbedrijfEvent, Leerbedrijf> timeline = given(facts);
        return ContactPersons.erase(timeline, PERSON, CASE, day("2020-06-01"), GROUND);
    }

    @Test
    void waitsUntilAnotherSpeaks() {
        assertThat(refusal(erase(approached(), named(PERSON, "2020-01-06")))).isEqualTo(CONTACT_PERSON_SPEAKS_NOW);
        assertThat(events(erase(approached(), named(PERSON, "2020-01-06"), named(NEXT, "2020-03-02"))))
                .containsExactly(
                        new PersonalDataErased(LEERBEDRIJF, TWENTE, day("2020-06-01"), PERSON, CASE, "ALL", GROUND));
    }

    @Test
    void needsNobodyElseWhereNobodyHasToSpeak() {
        assertThat(events(erase(approached(), named(PERSON, "2020-01-06"), declined("2020-02-03", "NO_CAPACITY"))))
                .hasSize(1);
    }
}
