package nl.leerspoor.query.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A number of a figure that counts rows, or sums something over them.
 *
 * @param number    which number of the figure it is, mostly {@code total}
 * @param condition which rows count
 * @param measure   what is summed over them; null to count them
 * @param periodic  whether it is told only when a period is asked for
 * @param splits    by what it can be split
 */
record Count<R>(
        Figure figure,
        String number,
        Predicate<R> condition,
        ToLongFunction<R> measure,
        boolean periodic,
        List<Split<R>> splits) {

    static final String TOTAL = "total";

    /** How many rows there are of which this is true. */
    static <R> Count<R> count(Figure figure, Predicate<R> condition) {
        return number(figure, TOTAL, condition);
    }

    /** A further number of a figure. */
    static <R> Count<R> number(Figure figure, String number, Predicate<R> condition) {
        return new Count<>(figure, number, condition, null, false, List.of());
    }

    /** How many of them came about in the period that is asked for. */
    static <R> Count<R> inPeriod(Figure figure, Predicate<R> condition) {
        return new Count<>(figure, "inPeriod", condition, null, true, List.of());
    }

    /** A number that sums something over the rows. */
    Count<R> sum(ToLongFunction<R> summed) {
        return new Count<>(figure, number, condition, summed, periodic, splits);
    }

    @SafeVarargs
    final Count<R> by(Split<R>... more) {
        List<Split<R>> all = new ArrayList<>();
        for (Split<R> split : more) {
            all.add(split);
        }
        return by(all);
    }

    Count<R> by(List<Split<R>> more) {
        return new Count<>(
                figure,
                number,
                condition,
                measure,
                periodic,
                Stream.concat(splits.stream(), more.stream()).toList());
    }
}
