package nl.leerspoor.query.question;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A list that can be filtered, sorted, paged, asked on two clocks and exported, said once. {@link Lists#declare} makes it
 * answer.
 *
 * @param name    of the list: the last part of its address below {@code /v1/} and the begin of the file name of an export
 * @param views   the views that it reads
 * @param dated   whether it is asked on two clocks
 * @param source  a SELECT of one row per item, with a column {@code region} and {@code row_id}, the key of the row of a
 *                table that the item is read from; {@code hold(t)} stands for the condition that the rows of the table of
 *                periods under alias {@code t} hold on both clocks, {@code known(t)} for that on the clock of knowledge
 *                alone, {@code :validOn} for the day that is asked for
 * @param details a SELECT from {@code page}, which stands for rows of the source, with one row for each of them and more
 *                columns; it is done for the rows of a page only
 * @param id      the column of type uuid that no two rows have in common
 * @param filters by which it can be narrowed, besides {@code region}
 * @param sorts   in which it can be ordered, the usual one first
 * @param row     makes an item of a row
 */
public record ListQuestion<T>(
        String name,
        List<String> views,
        boolean dated,
        String source,
        String details,
        String id,
        List<Filter> filters,
        List<Sort> sorts,
        Class<T> item,
        BiFunction<Columns, TwoClocks, T> row) {

    private static final String NO_DETAILS = "select page.* from page";
    private static final Pattern CLOCKS = Pattern.compile("(hold|known)\\(([a-z_]+)\\)");

    /** A list of what held on a day, as known at a moment. */
    public ListQuestion(
            String name,
            List<String> views,
            String source,
            String id,
            List<Filter> filters,
            List<Sort> sorts,
            Class<T> item,
            BiFunction<Columns, TwoClocks, T> row) {
        this(name, views, true, source, NO_DETAILS, id, filters, sorts, item, row);
    }

    /** A list of what held on a day, as known at a moment, with details. */
    public ListQuestion(
            String name,
            List<String> views,
            String source,
            String details,
            String id,
            List<Filter> filters,
            List<Sort> sorts,
            Class<T> item,
            BiFunction<Columns, TwoClocks, T> row) {
        this(name, views, true, source, details, id, filters, sorts, item, row);
    }

    /** A list of entries, which stay as they were made: neither {@code validOn} nor {@code knownOn} is asked of it. */
    public static <T> ListQuestion<T> undated(
            String name,
            String source,
            String details,
            String id,
            List<Filter> filters,
            List<Sort> sorts,
            Class<T> item,
            BiFunction<Columns, TwoClocks, T> row) {
        return new ListQuestion<>(name, List.of(), false, source, details, id, filters, sorts, item, row);
    }

    /** A text of this list on the clocks of a request. */
    static String on(TwoClocks clocks, String sql) {
        return CLOCKS.matcher(sql)
                .replaceAll(found ->
                        found.group(1).equals("hold") ? clocks.hold(found.group(2)) : clocks.knows(found.group(2)));
    }

    /** The address below {@code /v1/}. */
    String path() {
        return "/v1/" + name;
    }
}
