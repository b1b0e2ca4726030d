package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** F03: trajectories over which a hold lies. */
class OnHoldTest {

    @Test
    void aHoldCountsFromTheDayOnWhichItBegins() {
        var onHold = given(trajectory("K001").started("2020-01-13").onHold("2020-03-23", "CORONA", "LOPEND"))
                .when(Figure.ON_HOLD, "2020-03-23");

        assertThat(onHold).containsEntry("total", 1L);
    }

    @Test
    void itIsSplitByCauseAndByPhase() {
        var onHold = given(
                        trajectory("K001").started("2020-01-13").onHold("2020-03-23", "CORONA", "LOPEND"),
                        trajectory("K002").onHold("2020-03-23", "CORONA", "INSTROOM"),
                        trajectory("K003").onHold("2020-03-02", "ILLNESS", "INSTROOM"),
                        trajectory("K004"))
                .by("cause", "phase", "week")
                .when(Figure.ON_HOLD, "2020-03-23");

        assertThat(onHold)
                .containsEntry("total", 3L)
                .containsEntry("byCause", Map.of("CORONA", 2L, "ILLNESS", 1L))
                .containsEntry("byPhase", Map.of("LOPEND", 1L, "INSTROOM", 2L))
                .containsEntry("byWeek", Map.of("2020-W13", 2L, "2020-W10", 1L));
    }
}
