package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.leerbedrijf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F13: employers from the first contact on. */
class EmployersTest {

    @Test
    void whatOnceHappenedCountsAndWhoNeitherJoinedNorDeclinedIsOpen() {
        var employers = given(
                        leerbedrijf("LB01", "2019-10-02", "2019-10-03"),
                        leerbedrijf("LB13", "2019-11-01", null, "NO_COMPENSATION"),
                        leerbedrijf("LB14", null, "2020-09-01", "NO_COMPENSATION"),
                        leerbedrijf("LB20", null, null))
                .when(Figure.EMPLOYERS, "2020-11-01");

        assertThat(employers)
                .containsEntry("approached", 4L)
                .containsEntry("interested", 2L)
                .containsEntry("joined", 2L)
                .containsEntry("declined", 2L)
                .containsEntry("open", 1L)
                .containsEntry("conversion", new BigDecimal("0.50"));
    }

    @Test
    void anEmployerThatSaidNoTwiceDeclinedOnceAndCountsForEachReason() {
        var declined = given(leerbedrijf("LB13", null, null, "NO_COMPENSATION", "CORONA_CLOSURE", "CORONA_CLOSURE"))
                .when(Figure.EMPLOYERS_DECLINED, "2020-11-01");

        assertThat(declined)
                .containsEntry("total", 1L)
                .containsEntry("byReason", Map.of("NO_COMPENSATION", 1L, "CORONA_CLOSURE", 1L));
    }

    @Test
    void ofNobodyNoShareJoined() {
        assertThat(given().when(Figure.EMPLOYERS, "2020-11-01")).containsEntry("conversion", null);
    }
}
