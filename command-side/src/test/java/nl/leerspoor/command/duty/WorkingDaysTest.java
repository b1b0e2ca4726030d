package nl.leerspoor.command.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days are Monday to Friday without the holidays of the Algemene termijnenwet. */
class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2020, 01-01 04-10 04-13 04-27 05-05 05-21 06-01 12-25",
        // the king's birthday falls on a Sunday, Boxing Day on a Friday
        "2025, 01-01 04-18 04-21 05-05 05-29 06-09 12-25 12-26",
        "2026, 01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25",
        // the king's birthday falls on a Saturday and 5 May on a Sunday
        "2024, 01-01 03-29 04-01 05-09 05-20 12-25 12-26"
    })
    void theHolidaysOfAYearThatFallOnAWeekday(int year, String holidays) {
        List<LocalDate> expected = Set.of(holidays.split(" ")).stream()
                .map(day -> LocalDate.parse(year + "-" + day))
                .sorted()
                .toList();

        List<LocalDate> found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !WorkingDays.isWorkingDay(day))
                .toList();

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theKingsBirthdayIsCelebratedTheDayBeforeASunday() {
        assertThat(WorkingDays.isWorkingDay(LocalDate.parse("2025-04-28"))).isTrue();
        assertThat(WorkingDays.isWorkingDay(LocalDate.parse("2026-04-27"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // two weeks without holidays
        "2020-03-02, 2020-03-16",
        // Good Friday and Easter Monday are passed over
        "2020-04-03, 2020-04-21",
        // from a Saturday on: the first day is Monday
        "2020-03-07, 2020-03-20",
        // Christmas, Boxing Day and New Year
        "2025-12-19, 2026-01-07"
    })
    void tenWorkingDaysLater(LocalDate day, LocalDate expected) {
        assertThat(WorkingDays.after(day, 10)).isEqualTo(expected);
    }
}
