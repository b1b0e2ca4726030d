package nl.leerspoor.command.trajectory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Optional;

/**
 * A week of the ISO calendar.
 *
 * @param year   its week-based year, which around New Year may be another than the calendar's
 * @param number 1 to 52, in some years 53
 */
public record IsoWeek(int year, int number) implements Comparable<IsoWeek> {

    private static final Comparator<IsoWeek> IN_TIME =
            Comparator.comparingInt(IsoWeek::year).thenComparingInt(IsoWeek::number);

    /** The week that is written as {@code 2020-W10}; empty when the year has no such week, as most have no week 53. */
    public static Optional<IsoWeek> parse(String text) {
        try {
            return Optional.of(of(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeParseException noSuchWeek) {
            return Optional.empty();
        }
    }

    /** The week of a day. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Its first day. */
    public LocalDate monday() {
        LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
        return inFirstWeek.plusWeeks(number - 1L).with(DayOfWeek.MONDAY);
    }

    @Override
    public int compareTo(IsoWeek other) {
        return IN_TIME.compare(this, other);
    }
}
