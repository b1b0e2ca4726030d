package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static nl.leerspoor.query.figures.Made.verklaring;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F14: werkprocessen agreed, judged and confirmed, and those on papers. */
class WerkprocessenTest {

    @Test
    void theyAreSummedOverTrajectories() {
        var werkprocessen = given(
                        trajectory("K001").matched(true).werkprocessen(2, 2, 2),
                        trajectory("K003").matched(true).werkprocessen(3, 3, 1),
                        trajectory("K009").matched(true).werkprocessen(3, 0, 0))
                .when(Figure.WERKPROCESSEN, "2020-05-20");

        assertThat(werkprocessen)
                .containsEntry("agreed", 8L)
                .containsEntry("judged", 5L)
                .containsEntry("confirmed", 3L)
                .containsEntry("byCrebo", Map.of("25254", Map.of("agreed", 8L, "judged", 5L, "confirmed", 3L)));
    }

    @Test
    void onPapersTheyCountOnceThesePapersWereIssuedEvenIfRevokedSince() {
        var issued = given(
                        verklaring("K001", "ISSUED", "2020-05-28", "2020-07-09", "B1-K1-W1", "P2-K1-W1"),
                        verklaring("K002", "REVOKED", "2020-05-28", "2020-07-09", "B1-K1-W1"),
                        verklaring("K003", "APPROVED", "2020-05-28", null, "B1-K1-W1"))
                .when(Figure.WERKPROCESSEN_ISSUED, "2020-08-01");

        assertThat(issued)
                .containsEntry("total", 3L)
                .containsEntry("perVerklaring", new BigDecimal("1.50"))
                .containsEntry("byWerkproces", Map.of("B1-K1-W1", 2L, "P2-K1-W1", 1L));
    }
}
