package nl.leerspoor.command.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.privacy.PrivacyEvent.AccessRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ExportHandedOver;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import nl.leerspoor.events.privacy.PrivacyEvent.RecipientsInformed;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationRequested;
import org.junit.jupiter.api.Test;

/** What a person asks about their own data is decided and done within its term (AVG art. 12(3)). */
class PrivacyCaseDutyTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000e1");
    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-0000000000d1");

    private final Followed asked = new Followed()
            .then(new AccessRequested(
                    CASE, "AM05", day("2020-03-02"), "CANDIDATE", PERSON, PERSON, "PERSON", day("2020-04-02")));

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static PrivacyCaseGranted granted() {
        return new PrivacyCaseGranted(CASE, "AM05", day("2020-03-10"), "AVG_15");
    }

    @Test
    void isToBeDecidedWithinTheTerm() {
        assertThat(asked.duties()).containsExactly("PRIVACY_CASE_TO_DECIDE by PRIVACY_OFFICER on 2020-04-02");
        assertThat(asked.then(new PrivacyCaseRefused(CASE, "AM05", day("2020-03-10"), "AVG_12_6"))
                        .duties())
                .isEmpty();
    }

    @Test
    void hasMoreTimeWhenTheTermIsExtended() {
        assertThat(asked.then(new PrivacyCaseExtended(CASE, "AM05", day("2020-03-30"), day("2020-06-02"), "COMPLEX"))
                        .duties())
                .containsExactly("PRIVACY_CASE_TO_DECIDE by PRIVACY_OFFICER on 2020-06-02");
    }

    @Test
    void isToBeDoneWithinTheSameTermOnceItIsGranted() {
        assertThat(asked.then(granted()).duties())
                .containsExactly("PRIVACY_CASE_TO_CARRY_OUT by PRIVACY_OFFICER on 2020-04-02");
        assertThat(asked.then(new ExportHandedOver(CASE, "AM05", day("2020-03-12"), PERSON, "IN_PERSON"))
                        .duties())
                .isEmpty();
    }

    @Test
    void isToldWithinTenWorkingDaysWhenSomethingWasPutRight() {
        Followed rectified = new Followed()
                .then(
                        new RectificationRequested(
                                CASE,
                                "AM05",
                                day("2020-03-02"),
                                "CANDIDATE",
                                PERSON,
                                PERSON,
                                "PERSON",
                                day("2020-04-02")),
                        granted(),
                        new RectificationCarriedOut(CASE, "AM05", day("2020-03-12"), List.of(PERSON)));

        assertThat(rectified.duties()).containsExactly("RECIPIENTS_TO_INFORM by PRIVACY_OFFICER on 2020-03-26");
        assertThat(rectified
                        .then(new RecipientsInformed(CASE, "AM05", day("2020-03-13"), List.of()))
                        .duties())
                .isEmpty();
    }
}
