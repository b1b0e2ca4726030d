package nl.leerspoor.query.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The periods of all subjects of one kind, on two clocks: {@code valid} says which days a row is about, {@code known}
 * since when it was known and, if something entered later changed it, until when. Rows are closed, never altered.
 */
final class PeriodTable<S> {

    private final JdbcOperations jdbc;
    private final String table;
    private final Projection<?, S> projection;

    PeriodTable(JdbcOperations jdbc, String table, Projection<?, S> projection) {
        this.jdbc = jdbc;
        this.table = "query." + table;
        this.projection = projection;
    }

    /** Brings the rows of some subjects up to date. Throws when a row to be closed is not there. */
    void write(Map<UUID, RowChanges<S>> changes) {
        close(changes);
        open(changes);
    }

    /** Removes all rows of some subjects. */
    void clear(Collection<UUID> subjects) {
        jdbc.update("delete from %s where %s = any(cast(? as uuid[]))".formatted(table, projection.subject()), (Object)
                subjects.stream().map(UUID::toString).toArray(String[]::new));
    }

    private void close(Map<UUID, RowChanges<S>> changes) {
        String sql = """
                update %s set known = tstzrange(lower(known), ?), applied_position = ?
                 where %s = ? and valid = daterange(?, ?) and upper_inf(known)""".formatted(table, projection.subject());
        List<Object[]> rows = new ArrayList<>();
        changes.forEach((subject, change) -> change.closed()
                .forEach(closed -> rows.add(new Object[] {
                    utc(closed.at()),
                    closed.position(),
                    subject,
                    closed.period().from(),
                    closed.period().until()
                })));
        int[] counts = rows.isEmpty() ? new int[0] : jdbc.batchUpdate(sql, rows);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                throw new IllegalStateException(
                        "A row of %s is missing for %s: the view no longer says what its events say"
                                .formatted(table, rows.get(i)[2]));
            }
        }
    }

    private void open(Map<UUID, RowChanges<S>> changes) {
        List<Object[]> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        changes.forEach((subject, change) -> change.opened().forEach(opened -> {
            Row row = projection.columns().apply(opened.period().state());
            names.clear();
            names.addAll(row.columns());
            rows.add(Stream.concat(
                            Stream.of(
                                    subject,
                                    opened.period().from(),
                                    opened.period().until(),
                                    utc(opened.from()),
                                    utc(opened.until()),
                                    opened.position()),
                            row.values().stream())
                    .toArray());
        }));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(insert(names), rows);
        }
    }

    private String insert(List<String> names) {
        return """
                insert into %s (%s, valid, known, applied_position, %s)
                values (?, daterange(?, ?), tstzrange(?, ?), ?, %s)""".formatted(
                        table,
                        projection.subject(),
                        String.join(", ", names),
                        names.stream().map(name -> "?").collect(Collectors.joining(", ")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
