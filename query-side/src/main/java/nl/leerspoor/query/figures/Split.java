package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.function.Function;

/**
 * A way to split a figure.
 *
 * @param name as people ask for it: {@code targetGroup}
 * @param key  the part that a row falls into; null for none
 */
record Split<R>(String name, Function<R, Object> key) {

    /** Too long to give unless it is asked for. */
    static final String WEEK = "week";

    static <R> Split<R> by(String name, Function<R, Object> key) {
        return new Split<>(name, key);
    }

    /** By the ISO week of a day, as {@code 2020-W13}: the week in which what counts came about. */
    static <R> Split<R> week(Function<R, LocalDate> day) {
        return new Split<>(WEEK, day.andThen(Split::week));
    }

    /** The same split of rows that hold others. */
    <T> Split<T> of(Function<T, R> row) {
        return new Split<>(name, outer -> {
            R inner = row.apply(outer);
            return inner == null ? null : key.apply(inner);
        });
    }

    private static Object week(LocalDate day) {
        return day == null
                ? null
                : "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
