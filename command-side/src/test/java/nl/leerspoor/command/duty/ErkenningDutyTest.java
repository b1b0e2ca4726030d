package nl.leerspoor.command.duty;

import static nl.leerspoor.command.duty.DutyFacts.approached;
import static nl.leerspoor.command.duty.DutyFacts.erkend;
import static nl.leerspoor.command.duty.DutyFacts.erkenningWithdrawn;
import static nl.leerspoor.command.duty.DutyFacts.joined;
import static nl.leerspoor.command.duty.DutyFacts.left;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An erkenning has no end date; four years after the last assessment somebody checks it (rule B25). */
class ErkenningDutyTest {

    private final Followed erkend = new Followed()
            .then(approached(LEERBEDRIJF), joined(LEERBEDRIJF), erkend(LEERBEDRIJF, "2019-10-01", "2019-06-01"));

    @Test
    void isCheckedFourYearsAfterTheAssessment() {
        assertThat(erkend.checks()).containsExactly("ERKENNING_TO_CHECK by ACCOUNT_MANAGER on 2023-06-01");
    }

    @Test
    void isCheckedFourYearsAfterTheNextAssessmentInstead() {
        assertThat(erkend.then(erkend(LEERBEDRIJF, "2023-05-10", "2023-05-08")).checks())
                .containsExactly("ERKENNING_TO_CHECK by ACCOUNT_MANAGER on 2027-05-08");
    }

    @Test
    void isNotCheckedOnceItIsGone() {
        assertThat(erkend.then(erkenningWithdrawn("2020-06-02")).checks()).isEmpty();
    }

    @Test
    void isNotCheckedOfALeerbedrijfThatLeft() {
        assertThat(erkend.then(left("2020-06-02")).checks()).isEmpty();
    }

    @Test
    void ofLongAgoWasToBeCheckedBeforeItWasKnown() {
        assertThat(new Followed()
                        .then(approached(LEERBEDRIJF))
                        .on("2026-03-02")
                        .then(erkend(LEERBEDRIJF, "2019-10-01", "2019-06-01"))
                        .checks())
                .containsExactly("ERKENNING_TO_CHECK by ACCOUNT_MANAGER on 2023-06-01 missed");
    }
}
