package nl.leerspoor.query.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.http.Cursor;
import nl.leerspoor.platform.http.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of one request to a list. A page is found by the place of its first row, so that no row is counted past. */
record ListStatement(String sql, Map<String, Object> parameters, TwoClocks clocks) {

    /** Columns that every row has besides those of its source, as texts: its place in the list. */
    static final String KEY = "list_key";

    static final String ID = "list_id";

    /** The rows of a page, and one more, nearest to the cursor first. */
    static ListStatement page(ListQuestion<?> list, ListAsked asked) {
        Paging paging = asked.paging();
        return of(list, asked, paging.isBackwards() != asked.descending(), " limit " + paging.rows());
    }

    /** All rows, in the order of the list. */
    static ListStatement all(ListQuestion<?> list, ListAsked asked) {
        return of(list, asked, asked.descending(), "");
    }

    StatementSpec on(JdbcClient jdbc) {
        return clocks.bind(jdbc.sql(sql).params(parameters));
    }

    /**
     * The details are made after the page is cut, when neither its filters nor its order need them; else for all rows that
     * the other filters leave.
     */
    private static ListStatement of(ListQuestion<?> list, ListAsked asked, boolean downwards, String limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> onSource = new ArrayList<>(List.of("true"));
        List<String> onDetails = new ArrayList<>(List.of("true"));
        asked.filters()
                .forEach((filter, value) ->
                        (filter.detailed() ? onDetails : onSource).add(condition(filter, value, parameters)));
        Sort sort = asked.sort();
        String key = sort.expression(asked.descending());
        boolean cutFirst = onDetails.size() == 1 && !sort.detailed();
        asked.paging()
                .cursor()
                .map(Cursor::key)
                .ifPresent(place -> (cutFirst ? onSource : onDetails)
                        .add(beyond(place, key, list.id(), sort, downwards, parameters)));
        String direction = downwards ? "desc" : "asc";
        String cut = "order by %s %s, %s %s%s".formatted(key, direction, list.id(), direction, limit);
        String sql = """
                with page as (select base.* from (%s) base where %s%s)
                select source.*, cast(%s as text) as %s, cast(%s as text) as %s
                  from (%s) source where %s %s""".formatted(
                        list.source(),
                        String.join(" and ", onSource),
                        cutFirst ? " " + cut : "",
                        key,
                        KEY,
                        list.id(),
                        ID,
                        list.details(),
                        String.join(" and ", onDetails),
                        cut);
        return new ListStatement(ListQuestion.on(asked.clocks(), sql), parameters, asked.clocks());
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

    private static String beyond(
            List<String> place, String key, String id, Sort sort, boolean downwards, Map<String, Object> parameters) {
        parameters.put("fromKey", place.get(2));
        parameters.put("fromId", place.get(3));
        return "(%s, %s) %s (cast(:fromKey as %s), cast(:fromId as uuid))"
                .formatted(key, id, downwards ? "<" : ">", sort.kind().type());
    }
}
