package nl.leerspoor.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.leerspoor.query.figures.Step.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    private static Point point(String from, String validOn) {
        return new Point(LocalDate.parse(from), LocalDate.parse(validOn));
    }

    @Test
    void aDayIsAPointByItself() {
        assertThat(Step.DAY.points(LocalDate.parse("2020-02-28"), LocalDate.parse("2020-03-01")))
                .containsExactly(
                        point("2020-02-28", "2020-02-28"),
                        point("2020-02-29", "2020-02-29"),
                        point("2020-03-01", "2020-03-01"));
    }

    @Test
    void aWeekEndsOnSundayAndTheFirstAndLastAreCutOff() {
        assertThat(Step.WEEK.points(LocalDate.parse("2020-12-23"), LocalDate.parse("2021-01-05")))
                .containsExactly(
                        point("2020-12-23", "2020-12-27"),
                        point("2020-12-28", "2021-01-03"),
                        point("2021-01-04", "2021-01-05"));
    }

    @Test
    void aMonthEndsOnItsLastDay() {
        assertThat(Step.MONTH.points(LocalDate.parse("2020-01-31"), LocalDate.parse("2020-03-01")))
                .containsExactly(
                        point("2020-01-31", "2020-01-31"),
                        point("2020-02-01", "2020-02-29"),
                        point("2020-03-01", "2020-03-01"));
    }

    @ParameterizedTest
    @CsvSource({"DAY, 366", "WEEK, 53", "MONTH, 12"})
    void pointsAreCountedWithoutMakingThem(Step step, int points) {
        LocalDate from = LocalDate.parse("2020-01-01");
        LocalDate until = LocalDate.parse("2020-12-31");

        assertThat(step.count(from, until))
                .isEqualTo(points)
                .isEqualTo(step.points(from, until).size());
    }
}
