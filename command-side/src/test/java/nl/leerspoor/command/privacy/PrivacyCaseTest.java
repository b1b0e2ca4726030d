package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_EXTENDED_ALREADY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_GRANTED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_OPEN;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_TERM_PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.RefusePrivacyCase;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import org.junit.jupiter.api.Test;

/** Requests about own data, from intake to decision. */
class PrivacyCaseTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    private static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    private static final LocalDate ASKED = LocalDate.parse("2020-01-31");
    private static final LocalDate DUE = LocalDate.parse("2020-02-29");

    private static Timeline<PrivacyEvent, PrivacyCase> given(PrivacyEvent... events) {
        return Given.facts(new PrivacyCase.NotOpened(), PrivacyCase::evolve, events);
    }

    private static ErasureRequested asked() {
        return new ErasureRequested(CASE, "AM05", ASKED, CANDIDATE, PERSON, "PERSON", DUE);
    }

    private static PrivacyCaseGranted granted() {
        return new PrivacyCaseGranted(CASE, "AM05", ASKED, "AVG_17_1_A");
    }

    private static ExtendPrivacyCase extension(LocalDate on) {
        return new ExtendPrivacyCase(CASE, on, "COMPLEX");
    }

    @Test
    void aRequestIsToBeAnsweredWithinAMonth() {
        var command = new OpenPrivacyCase(CASE, "AM05", ASKED, "ERASURE", CANDIDATE, "PERSON");

        assertThat(events(Handling.open(given().latest(), command, PERSON))).containsExactly(asked());
        assertThat(refusal(Handling.open(given(asked()).latest(), command, PERSON)))
                .isEqualTo(ID_IN_USE);
    }

    @Test
    void twoMonthsMoreAreTakenOnceAndInTime() {
        assertThat(events(Handling.extend(given(asked()).latest(), extension(DUE))))
                .containsExactly(new PrivacyCaseExtended(CASE, "AM05", DUE, LocalDate.parse("2020-04-29"), "COMPLEX"));
        assertThat(refusal(Handling.extend(given(asked()).latest(), extension(DUE.plusDays(1)))))
                .isEqualTo(PRIVACY_CASE_TERM_PASSED);
        assertThat(refusal(Handling.extend(
                        given(asked(), new PrivacyCaseExtended(CASE, "AM05", ASKED, DUE.plusMonths(2), "COMPLEX"))
                                .latest(),
                        extension(DUE))))
                .isEqualTo(PRIVACY_CASE_EXTENDED_ALREADY);
    }

    @Test
    void itIsDecidedOnce() {
        var grant = new GrantPrivacyCase(CASE, ASKED, "AVG_17_1_A");
        var refuse = new RefusePrivacyCase(CASE, ASKED, "AVG_17_3_B");

        assertThat(events(Handling.grant(given(asked()).latest(), grant))).containsExactly(granted());
        assertThat(events(Handling.refuse(given(asked()).latest(), refuse)))
                .containsExactly(new PrivacyCaseRefused(CASE, "AM05", ASKED, "AVG_17_3_B"));
        for (var decided : new PrivacyEvent[] {granted(), new PrivacyCaseRefused(CASE, "AM05", ASKED, "AVG_17_3_B")}) {
            assertThat(refusal(Handling.grant(given(asked(), decided).latest(), grant)))
                    .isEqualTo(PRIVACY_CASE_NOT_OPEN);
            assertThat(refusal(Handling.refuse(given(asked(), decided).latest(), refuse)))
                    .isEqualTo(PRIVACY_CASE_NOT_OPEN);
        }
    }

    @Test
    void twoPeopleAreNeededForWhatCannotBeUndone() {
        PrivacyCase decided = given(asked(), granted()).latest();

        assertThat(refusal(Handling.execute(decided, Given.SOMEBODY))).isEqualTo(SAME_PERSON_AUTHORISES);
        assertThat(events(Handling.execute(decided, "iemand-anders"))).isEmpty();
        assertThat(refusal(Handling.execute(given(asked()).latest(), "iemand-anders")))
                .isEqualTo(PRIVACY_CASE_NOT_GRANTED);
    }
}
