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
 * @param own     whose own an item is, for those who don't get all of their regions; {@code own(column)} stands in the details
 *                for the condition that a column with a leerbedrijf or school is that of who asks
 * @param filters by which it can be narrowed, besides {@code region}
 * @param sorts   in which it can be ordered, the usual one first
 * @param row     makes an item of a row
 * @param everywhere whether the views are read of all regions, since what is told of one depends on others; what is told is
 *                of the regions of who asks all the same
 */
public record ListQuestion<T>(
        String name,
        List<String> views,
        boolean dated,
        String source,
        String details,
        String id,
        Own own,
        List<Filter> filters,
        List<Sort> sorts,
        Class<T> item,
        BiFunction<Columns, TwoClocks, T> row,
        boolean everywhere) {

    private static final String NO_DETAILS = "select page.* from page";
    private static final Pattern CLOCKS = Pattern.compile("\\b(hold|known)\\(([a-z_]+)\\)");
    private static final Pattern OWN = Pattern.compile("\\bown\\(([a-z_.]+)\\)");

    /** A list for which the views are read as far as who asks may see them. */
    public ListQuestion(
            String name,
            List<String> views,
            boolean dated,
            String source,
            String details,
            String id,
            Own own,
            List<Filter> filters,
            List<Sort> sorts,
            Class<T> item,
            BiFunction<Columns, TwoClocks, T> row) {
        this(name, views, dated, source, details, id, own, filters, sorts, item, row, false);
    }

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
        this(name, views, true, source, NO_DETAILS, id, Own.NOTHING, filters, sorts, item, row);
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
        this(name, views, true, source, details, id, Own.NOTHING, filters, sorts, item, row);
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
        return new ListQuestion<>(name, List.of(), false, source, details, id, Own.NOTHING, filters, sorts, item, row);
    }

    /** The same list, of which something is somebody's own. */
    public ListQuestion<T> with(Own whose) {
        return new ListQuestion<>(
                name, views, dated, source, details, id, whose, filters, sorts, item, row, everywhere);
    }

    /** The same list, for which the views of all regions are read. */
    public ListQuestion<T> readingEverywhere() {
        return new ListQuestion<>(name, views, dated, source, details, id, own, filters, sorts, item, row, true);
    }

    /** What of the views is read for somebody. */
    Scope read(Scope scope) {
        return everywhere ? scope.beyondRegions() : scope;
    }

    /** A text of a list on the clocks of a request, for who asks. */
    static String on(TwoClocks clocks, Scope scope, String sql) {
        return on(clocks, OWN.matcher(sql).replaceAll(found -> scope.ofOwnOrganisation(found.group(1))));
    }

    /** A text on the clocks of a question. */
    public static String on(TwoClocks clocks, String sql) {
        return CLOCKS.matcher(sql)
                .replaceAll(found ->
                        found.group(1).equals("hold") ? clocks.hold(found.group(2)) : clocks.knows(found.group(2)));
    }

    /** The address below {@code /v1/}. */
    String path() {
        return "/v1/" + name;
    }
}
