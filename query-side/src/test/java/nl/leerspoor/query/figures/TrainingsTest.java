package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.training;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F12: trainings of supervisors, and how long they lay still. */
class TrainingsTest {

    @Test
    void aScheduledOneRunsFromItsStartOn() {
        Given trainings = given(
                training("BO-1", "SCHEDULED", "2020-03-16", null, 0),
                training("BO-2", "SCHEDULED", "2020-03-17", null, 0));

        assertThat(trainings.when(Figure.TRAININGS_BY_STATE, "2020-03-16"))
                .containsEntry("byState", Map.of("RUNNING", 1L, "SCHEDULED", 1L));
    }

    @Test
    void daysOfEarlierSuspensionsAndOfTheOneThatGoesOnAreSummed() {
        var trainings = given(
                        training("BO-3", "COMPLETED", "2020-03-16", null, 154),
                        training("BO-4", "SUSPENDED", "2020-03-23", "2020-03-16", 10))
                .when(Figure.TRAININGS_BY_STATE, "2020-03-20");

        assertThat(trainings).containsEntry("daysSuspended", 168L);
    }

    @Test
    void theMedianIsThatOfTheTrainingsThatEverLayStill() {
        var trainings = given(
                        training("BO-1", "COMPLETED", "2019-10-02", null, 0),
                        training("BO-3", "COMPLETED", "2020-03-16", null, 154),
                        training("BO-4", "SUSPENDED", "2020-03-23", "2020-03-16", 0))
                .when(Figure.TRAININGS_BY_STATE, "2020-11-01");

        assertThat(trainings)
                .containsEntry("everSuspended", 2L)
                .containsEntry("medianDaysSuspended", new BigDecimal("192.00"));
    }

    @Test
    void oneThatIsSuspendedSinceTodayCountsWithNoDays() {
        var trainings = given(training("BO-4", "SUSPENDED", "2020-03-23", "2020-03-16", 0))
                .when(Figure.TRAININGS_BY_STATE, "2020-03-16");

        assertThat(trainings)
                .containsEntry("everSuspended", 1L)
                .containsEntry("medianDaysSuspended", new BigDecimal("0.00"));
    }

    @Test
    void withoutSuspensionsThereIsNoMedian() {
        assertThat(given(training("BO-1", "COMPLETED", "2019-10-02", null, 0))
                        .when(Figure.TRAININGS_BY_STATE, "2020-11-01"))
                .containsEntry("medianDaysSuspended", null);
    }
}
