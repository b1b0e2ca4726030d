package nl.leerspoor.query.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.query.projection.RowChanges.Closed;
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
        List<UUID> subjects = new ArrayList<>();
        List<Closed<S>> rows = new ArrayList<>();
        changes.forEach((subject, change) -> change.closed().forEach(closed -> {
            subjects.add(subject);
            rows.add(closed);
        }));
        if (rows.isEmpty()) {
            return;
        }
        int closed = jdbc.update(
                """
                update %s t set known = tstzrange(t.known_from, c.at), applied_position = c.position
                  from unnest(cast(? as uuid[]), cast(? as date[]), cast(? as date[]), cast(? as timestamptz[]),
                              cast(? as bigint[])) c (subject, holds_from, holds_until, at, position)
                 where t.%s = c.subject and t.holds_from = c.holds_from and t.known_until = 'infinity'
                   and t.holds_until = coalesce(c.holds_until, 'infinity')""".formatted(table, projection.subject()),
                texts(subjects, subject -> subject),
                texts(rows, row -> row.period().from()),
                texts(rows, row -> row.period().until()),
                texts(rows, Closed::at),
                texts(rows, Closed::position));
        if (closed != rows.size()) {
            throw new IllegalStateException(
                    "Of %d rows of %s to be closed %d are there: the view no longer says what its events say"
                            .formatted(rows.size(), table, closed));
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

    private static <T> String[] texts(List<T> values, Function<T, ?> part) {
        return values.stream()
                .map(part)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
