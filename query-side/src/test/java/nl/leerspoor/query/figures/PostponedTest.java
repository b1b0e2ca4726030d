package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import nl.leerspoor.query.figures.Trajectory.Postponement;
import org.junit.jupiter.api.Test;

/** F05: trajectories whose start was moved. */
class PostponedTest {

    @Test
    void aTrajectoryCountsOnceHoweverOftenItsStartMoved() {
        var postponed = given(
                        trajectory("K059")
                                .postponed(
                                        new Postponement("SUPERVISOR_SHORTAGE", 182),
                                        new Postponement("SUPERVISOR_SHORTAGE", 98)),
                        trajectory("K001"))
                .when(Figure.POSTPONED, "2020-11-01");

        assertThat(postponed)
                .containsEntry("total", 1L)
                .containsEntry("events", 2L)
                .containsEntry("days", 280L)
                .containsEntry("medianDays", new BigDecimal("280.00"));
    }

    @Test
    void withTwoCausesItCountsInEachWithTheDaysOfThatCause() {
        var postponed = given(
                        trajectory("K001").postponed(new Postponement("CORONA", 91), new Postponement("ILLNESS", 9)),
                        trajectory("K002").postponed(new Postponement("CORONA", 90)))
                .when(Figure.POSTPONED, "2020-11-01");

        assertThat(postponed)
                .containsEntry("total", 2L)
                .containsEntry("byCause", Map.of("CORONA", 2L, "ILLNESS", 1L))
                .containsEntry("daysByCause", Map.of("CORONA", 181L, "ILLNESS", 9L))
                .containsEntry(
                        "medianDaysByCause",
                        Map.of("CORONA", new BigDecimal("90.50"), "ILLNESS", new BigDecimal("9.00")))
                .containsEntry("medianDays", new BigDecimal("95.00"));
    }
}
