package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Given.numbers;
import static nl.leerspoor.query.figures.Made.trajectory;
import static nl.leerspoor.query.figures.Made.verklaring;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nl.leerspoor.query.figures.Trajectory.Status;
import org.junit.jupiter.api.Test;

/** F09: how long the steps of a trajectory take. */
class LeadTimesTest {

    @Test
    void ofAnEvenNumberTheMedianIsTheMeanOfTheMiddleTwo() {
        var times = given(
                        trajectory("K001").reached("2020-01-10", null, null, null),
                        trajectory("K002").reached("2020-01-13", null, null, null),
                        trajectory("K003").reached("2020-01-08", null, null, null),
                        trajectory("K004").reached("2020-02-06", null, null, null))
                .when(Figure.LEAD_TIMES, "2020-06-01");

        assertThat(numbers(times.get("registeredToSuitable")))
                .containsEntry("medianDays", new BigDecimal("5.50"))
                .containsEntry("n", 4L);
    }

    @Test
    void onlyWhoReachedBothDaysCounts() {
        var times = given(
                        trajectory("K001").reached("2020-01-10", "2020-01-20", "2020-01-21", "2020-01-23"),
                        trajectory("K002").reached("2020-01-10", null, null, null))
                .when(Figure.LEAD_TIMES, "2020-06-01");

        assertThat(numbers(times.get("suitableToMatched"))).containsEntry("n", 1L);
        assertThat(numbers(times.get("matchedToContracted"))).containsEntry("medianDays", new BigDecimal("1.00"));
        assertThat(numbers(times.get("contractedToStarted"))).containsEntry("medianDays", new BigDecimal("2.00"));
        assertThat(numbers(times.get("startedToCompleted")))
                .containsEntry("medianDays", null)
                .containsEntry("n", 0L);
    }

    @Test
    void thePaperThatWasIssuedFirstCounts() {
        var times = given(
                        trajectory("K003").started("2019-11-11").ended(Status.COMPLETED, "2020-05-15", null),
                        verklaring("K003", "REPLACED", "2020-05-28", "2020-07-09"),
                        verklaring("K003", "ISSUED", "2020-08-01", "2020-08-10"))
                .when(Figure.LEAD_TIMES, "2020-09-01");

        assertThat(numbers(times.get("completedToApproved"))).containsEntry("medianDays", new BigDecimal("13.00"));
        assertThat(numbers(times.get("completedToIssued"))).containsEntry("medianDays", new BigDecimal("55.00"));
        assertThat(numbers(times.get("approvedToIssued"))).containsEntry("medianDays", new BigDecimal("42.00"));
    }

    @Test
    void whoStoppedDidNotComplete() {
        var times = given(trajectory("K070").started("2020-01-20").ended(Status.STOPPED, "2020-03-02", "PERSONAL"))
                .when(Figure.LEAD_TIMES, "2020-06-01");

        assertThat(numbers(times.get("startedToCompleted"))).containsEntry("n", 0L);
    }
}
