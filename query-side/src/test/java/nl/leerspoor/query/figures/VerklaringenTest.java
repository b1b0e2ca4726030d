package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.verklaring;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** F07: papers approved, issued and still valid. */
class VerklaringenTest {

    @Test
    void whatWasRevokedWasIssuedAndIsNoLongerValid() {
        var issued = given(
                        verklaring("K001", "ISSUED", "2020-05-28", "2020-07-09"),
                        verklaring("K002", "REVOKED", "2020-05-28", "2020-07-09"),
                        verklaring("K003", "REPLACED", "2020-05-28", "2020-07-09"),
                        verklaring("K004", "APPROVED", "2020-05-28", null))
                .when(Figure.VERKLARINGEN_ISSUED, "2020-08-01");

        assertThat(issued).containsEntry("total", 3L).containsEntry("validNow", 1L);
    }

    @Test
    void whatWasIssuedIsApprovedNoMore() {
        var approved = given(
                        verklaring("K001", "ISSUED", "2020-05-28", "2020-07-09"),
                        verklaring("K004", "APPROVED", "2020-05-28", null),
                        verklaring("K005", "DRAFTED", null, null))
                .when(Figure.VERKLARINGEN_APPROVED, "2020-08-01");

        assertThat(approved).containsEntry("total", 1L);
    }

    @Test
    void ofAPeriodThoseCountThatWereIssuedInIt() {
        var issued = given(
                        verklaring("K001", "ISSUED", "2020-05-28", "2020-07-09"),
                        verklaring("K002", "ISSUED", "2020-05-28", "2020-06-30"))
                .since("2020-07-01")
                .when(Figure.VERKLARINGEN_ISSUED, "2020-09-30");

        assertThat(issued).containsEntry("total", 2L).containsEntry("inPeriod", 1L);
    }
}
