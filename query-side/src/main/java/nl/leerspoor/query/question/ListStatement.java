package nl.leerspoor.query.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.leerspoor.platform.http.Cursor;
import nl.leerspoor.platform.http.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of one request to a list. A page is found by the place of its first row, so that no row is counted past. */
record ListStatement(String sql, Map<String, Object> parameters, TwoClocks clocks) {

    /** Columns that every row has besides those of its source, as texts: its place in the list. */
    static final String KEY = "list_key";

    static final String ID = "list_id";

    private static final String SORTED_BY = "sorted_by";

    /**
     * The rows of a page, and one more, nearest to the cursor first. Which rows those are is found out of no more columns
     * than the filters and the order need; they are read whole, and get their details, after the page is cut.
     */
    static ListStatement page(ListQuestion<?> list, Scope scope, ListAsked asked) {
        Paging paging = asked.paging();
        var found = new Found(list, scope, asked, paging.isBackwards() != asked.descending());
        String page = """
                found as materialized (select page.row_id, page.%1$s, %3$s from %4$s
                                        order by %2$s %5$s, page.%1$s %5$s limit %6$d),
                page as (select whole.*, found.%2$s from found
                          join (%7$s) whole on whole.row_id = found.row_id and whole.%1$s = found.%1$s)""".formatted(
                list.id(), SORTED_BY, found.place(), found.rows(), found.direction(), paging.rows(), list.source());
        return found.statement(page);
    }

    /** All rows, in the order of the list. */
    static ListStatement all(ListQuestion<?> list, Scope scope, ListAsked asked) {
        var found = new Found(list, scope, asked, asked.descending());
        String columns = found.isOrderedFirst() ? "page.*" : "page.*, " + found.place();
        return found.statement("page as (select " + columns + " from " + found.rows() + ")");
    }

    StatementSpec on(JdbcClient jdbc) {
        return clocks.bind(jdbc.sql(sql).params(parameters));
    }

    /** The rows of a source that somebody may see and the filters leave, from the cursor on. */
    private static final class Found {

        private final ListQuestion<?> list;
        private final Scope scope;
        private final TwoClocks clocks;
        private final Sort sort;
        private final boolean downwards;
        private final String key;
        private final Set<String> joins = new LinkedHashSet<>();
        private final List<String> onSource = new ArrayList<>();
        private final List<String> onJoins = new ArrayList<>(List.of("true"));
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Found(ListQuestion<?> list, Scope scope, ListAsked asked, boolean downwards) {
            this.list = list;
            this.scope = scope;
            this.clocks = asked.clocks();
            this.sort = asked.sort();
            this.downwards = downwards;
            this.key = sort.expression(asked.descending());
            onSource.add(scope.condition(list.own()));
            parameters.putAll(scope.parameters());
            asked.filters().forEach((filter, value) -> {
                joins.addAll(filter.joins());
                (filter.joins().isEmpty() ? onSource : onJoins).add(condition(filter, value, parameters));
            });
            joins.addAll(sort.joins());
            asked.paging()
                    .cursor()
                    .map(Cursor::key)
                    .ifPresent(place -> (sort.joins().isEmpty() ? onSource : onJoins).add(beyond(place)));
        }

        String direction() {
            return downwards ? "desc" : "asc";
        }

        /** Whether {@code page} has its place in the list already, as a column. */
        boolean isOrderedFirst() {
            return !joins.isEmpty() && sort.joins().isEmpty();
        }

        /** The place of a row in the list, to be selected. */
        String place() {
            return isOrderedFirst() ? "page." + SORTED_BY : key + " as " + SORTED_BY;
        }

        /**
         * The rows, as {@code page}: what follows FROM. What only a filter needs is joined to rows that are in order
         * already: so that ends as soon as the page is full.
         */
        String rows() {
            String source = "(" + list.source() + ") page";
            String rows = isOrderedFirst()
                    ? "(select page.*, %2$s as %1$s from %3$s where %4$s order by %1$s %5$s, %6$s %5$s) page"
                            .formatted(SORTED_BY, key, source, String.join(" and ", onSource), direction(), list.id())
                    : source;
            return rows + " " + String.join(" ", joins) + " where "
                    + String.join(" and ", isOrderedFirst() ? onJoins : onAll());
        }

        private List<String> onAll() {
            return Stream.concat(onSource.stream(), onJoins.stream()).toList();
        }

        /** Gives the page its details; {@code page} says which rows it has. */
        ListStatement statement(String page) {
            String sql = """
                    with %1$s
                    select source.*, cast(source.%2$s as text) as %3$s, cast(source.%4$s as text) as %5$s
                      from (%6$s) source order by source.%2$s %7$s, source.%4$s %7$s""".formatted(page, SORTED_BY, KEY, list.id(), ID, list.details(), direction());
            return new ListStatement(ListQuestion.on(clocks, scope, sql), parameters, clocks);
        }

        private String beyond(List<String> place) {
            parameters.put("fromKey", place.get(2));
            parameters.put("fromId", place.get(3));
            return "(%s, %s) %s (cast(:fromKey as %s), cast(:fromId as uuid))"
                    .formatted(
                            key, list.id(), downwards ? "<" : ">", sort.kind().type());
        }
    }

    /** One value of several that could be asked for is asked for as itself: then an index that begins with it has order. */
    private static String condition(Filter filter, Object value, Map<String, Object> parameters) {
        String any = "= any(:" + filter.name() + ")";
        if (value instanceof String[] some
                && some.length == 1
                && filter.condition().contains(any)) {
            parameters.put(filter.name(), some[0]);
            return "(" + filter.condition().replace(any, "= :" + filter.name()) + ")";
        }
        parameters.put(filter.name(), value);
        return "(" + filter.condition() + ")";
    }
}
