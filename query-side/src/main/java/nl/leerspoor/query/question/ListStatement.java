package nl.leerspoor.query.question;

import java.util.LinkedHashMap;
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

    private static ListStatement of(ListQuestion<?> list, ListAsked asked, boolean downwards, String limit) {
        var conditions = new StringBuilder("true");
        Map<String, Object> parameters = new LinkedHashMap<>();
        asked.filters().forEach((filter, value) -> {
            conditions.append(" and (").append(filter.condition()).append(')');
            parameters.put(filter.name(), value);
        });
        Sort sort = asked.sort();
        String key = sort.expression(asked.descending());
        asked.paging().cursor().map(Cursor::key).ifPresent(place -> {
            conditions.append(" and (%s, %s) %s (cast(:fromKey as %s), cast(:fromId as uuid))"
                    .formatted(
                            key, list.id(), downwards ? "<" : ">", sort.kind().type()));
            parameters.put("fromKey", place.get(2));
            parameters.put("fromId", place.get(3));
        });
        String direction = downwards ? "desc" : "asc";
        return new ListStatement(
                """
                select source.*, cast(%s as text) as %s, cast(%s as text) as %s
                  from (%s) source
                 where %s
                 order by %s %s, %s %s%s""".formatted(
                                key,
                                KEY,
                                list.id(),
                                ID,
                                list.source(asked.clocks()),
                                conditions,
                                key,
                                direction,
                                list.id(),
                                direction,
                                limit),
                parameters,
                asked.clocks());
    }
}
