package nl.leerspoor.query.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A figure that counts rows.
 *
 * @param figure    its name
 * @param number    which number of the figure it is, mostly {@code total}
 * @param condition which rows count, in SQL
 * @param measure   what is summed over them, in SQL, or null to count them
 * @param splits    by what it can be split
 */
record Count(String figure, String number, String condition, String measure, List<Split> splits) {

    /**
     * A way to split a figure.
     *
     * @param name   as people ask for it: {@code targetGroup}
     * @param column the expression that gives the key, in SQL
     */
    record Split(String name, String column) {}

    /** A total; splits are names, or names with the column that gives their key: {@code cause=hold_cause}. */
    static Count of(String figure, String condition, String... splits) {
        return new Count(figure, "total", condition, null, splits(splits));
    }

    /** A further number of a figure. */
    static Count number(String figure, String number, String condition) {
        return new Count(figure, number, condition, null, List.of());
    }

    /** A total that sums something over the rows. */
    static Count sum(String figure, String measure, String condition, String... splits) {
        return new Count(figure, "total", condition, measure, splits(splits));
    }

    Stream<String> columns() {
        return splits.stream().map(Split::column);
    }

    private static List<Split> splits(String... splits) {
        return Arrays.stream(splits)
                .map(split -> split.split("=", 2))
                .map(pair -> new Split(pair[0], pair[pair.length - 1]))
                .toList();
    }
}
