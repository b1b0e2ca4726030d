package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F04: who waits for a place or a supervisor. */
class WaitingTest {

    @Test
    void whoIsOnHoldDoesNotWait() {
        var waiting = given(
                        trajectory("K001").waiting("2020-03-16", "LB09"),
                        trajectory("K002").waiting("2020-03-16", "LB09").onHold("2020-03-23", "CORONA", "INSTROOM"))
                .when(Figure.WAITING, "2020-04-01");

        assertThat(waiting).containsEntry("total", 1L);
    }

    @Test
    void whoWaitsForNoLeerbedrijfInParticularIsToldApart() {
        var waiting = given(
                        trajectory("K001").waiting("2020-03-16", "LB09"),
                        trajectory("K002").waiting("2020-03-16", null))
                .when(Figure.WAITING, "2020-04-01");

        assertThat(waiting)
                .containsEntry(
                        "byLeerbedrijf", Map.of(Made.id("leerbedrijf LB09").toString(), 1L, "NONE", 1L));
    }

    @Test
    void daysAreCountedToTheDayAndTheMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        var waiting = given(
                        trajectory("K001").waiting("2020-03-31", "LB09"),
                        trajectory("K002").waiting("2020-03-22", "LB09"))
                .when(Figure.WAITING, "2020-04-01");

        assertThat(waiting).containsEntry("medianDays", new BigDecimal("5.50")).containsEntry("maxDays", 10L);
    }

    @Test
    void whoWaitsSinceTodayWaitsNoDays() {
        assertThat(given(trajectory("K001").waiting("2020-04-01", "LB09")).when(Figure.WAITING, "2020-04-01"))
                .containsEntry("total", 1L)
                .containsEntry("maxDays", 0L);
    }

    @Test
    void withNobodyWaitingThereIsNoMedian() {
        assertThat(given(trajectory("K001")).when(Figure.WAITING, "2020-04-01"))
                .containsEntry("total", 0L)
                .containsEntry("medianDays", null);
    }
}
