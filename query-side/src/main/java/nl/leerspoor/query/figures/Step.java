package nl.leerspoor.query.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** How far apart the points of a series lie: a day, an ISO week from Monday to Sunday, or a month of the calendar. */
enum Step {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Step(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * A point of a series: a day, week or month, as far as it lies between the days that were asked for.
     *
     * @param from    its first day; numbers of a period count from here
     * @param validOn its last day, which its figures are about
     */
    record Point(LocalDate from, LocalDate validOn) {}

    /** How many points there are between two days, both included. */
    long count(LocalDate from, LocalDate until) {
        return unit.between(first(from), first(until)) + 1;
    }

    /** The points between two days, both included. */
    List<Point> points(LocalDate from, LocalDate until) {
        return Stream.iterate(from, first -> !first.isAfter(until), this::next)
                .map(first -> new Point(first, earlier(next(first).minusDays(1), until)))
                .toList();
    }

    private LocalDate next(LocalDate day) {
        return first(day).plus(1, unit);
    }

    private LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
