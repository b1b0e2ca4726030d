package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.leerspoor.query.figures.Trajectory.Status;
import org.junit.jupiter.api.Test;

/** F02 and F02b: who follows a traject. */
class InProgressTest {

    @Test
    void whoIsOnHoldIsNotInProgress() {
        var inProgress = given(
                        trajectory("K001").started("2020-01-13"),
                        trajectory("K002").started("2020-01-13").onHold("2020-02-01", "CORONA", "LOPEND"))
                .when(Figure.IN_PROGRESS, "2020-02-01");

        assertThat(inProgress).containsEntry("total", 1L);
    }

    @Test
    void whoHasNotStartedIsNotInProgress() {
        var inProgress = given(
                        trajectory("K001").is(Status.CONTRACTED),
                        trajectory("K002").is(Status.COMPLETED))
                .when(Figure.IN_PROGRESS, "2020-02-01");

        assertThat(inProgress).containsEntry("total", 0L);
    }

    @Test
    void broadlyEverybodyCountsFromTheIntakeToTheEndOnHoldOrNot() {
        var broad = given(
                        trajectory("K001").is(Status.REGISTERED),
                        trajectory("K002").is(Status.SUITABLE),
                        trajectory("K003").is(Status.MATCHED),
                        trajectory("K004").is(Status.CONTRACTED).onHold("2020-02-01", "CORONA", "INSTROOM"),
                        trajectory("K005").started("2020-01-13"),
                        trajectory("K006").is(Status.COMPLETED),
                        trajectory("K007").is(Status.NOT_SUITABLE))
                .when(Figure.IN_PROGRESS_BROAD, "2020-02-01");

        assertThat(broad)
                .containsEntry("total", 4L)
                .containsEntry("byStatus", Map.of("SUITABLE", 1L, "MATCHED", 1L, "CONTRACTED", 1L, "IN_PROGRESS", 1L));
    }

    @Test
    void aWeekIsThatOfTheStartByIso8601() {
        var inProgress = given(
                        trajectory("K001").started("2021-01-03"),
                        trajectory("K002").started("2021-01-04"))
                .by("week")
                .when(Figure.IN_PROGRESS, "2021-02-01");

        assertThat(inProgress).containsEntry("byWeek", Map.of("2020-W53", 1L, "2021-W01", 1L));
    }
}
