package nl.leerspoor.query.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private final String subjectColumn;
    private final Function<S, Row> columns;

    /**
     * @param table         name in schema {@code query}
     * @param subjectColumn the column that holds the id of the subject
     * @param columns       what a state says in columns
     */
    PeriodTable(JdbcOperations jdbc, String table, String subjectColumn, Function<S, Row> columns) {
        this.jdbc = jdbc;
        this.table = "query." + table;
        this.subjectColumn = subjectColumn;
        this.columns = columns;
    }

    /**
     * Makes {@code after} what is known from a moment on, where {@code before} was known until then. Rows that both hold
     * stay as they are. Throws when a row of {@code before} is not there.
     */
    void replace(UUID subject, List<Period<S>> before, List<Period<S>> after, Instant at, long position) {
        OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
        Set<Period<S>> staying = new HashSet<>(before);
        staying.retainAll(new HashSet<>(after));
        close(subject, without(before, staying), moment, position);
        insert(subject, without(after, staying), moment, position);
    }

    private static <S> List<Period<S>> without(List<Period<S>> periods, Set<Period<S>> staying) {
        return periods.stream().filter(period -> !staying.contains(period)).toList();
    }

    private void close(UUID subject, List<Period<S>> periods, OffsetDateTime at, long position) {
        String sql = """
                update %s set known = tstzrange(lower(known), ?), applied_position = ?
                 where %s = ? and valid = daterange(?, ?) and upper_inf(known)""".formatted(table, subjectColumn);
        List<Object[]> arguments = periods.stream()
                .map(period -> new Object[] {at, position, subject, period.from(), period.until()})
                .toList();
        for (int closed : batch(sql, arguments)) {
            if (closed != 1) {
                throw new IllegalStateException(
                        "A row of %s is missing for %s: the view no longer says what its events say"
                                .formatted(table, subject));
            }
        }
    }

    private void insert(UUID subject, List<Period<S>> periods, OffsetDateTime at, long position) {
        if (periods.isEmpty()) {
            return;
        }
        List<Object[]> arguments = new ArrayList<>();
        List<String> names = List.of();
        for (Period<S> period : periods) {
            Row row = columns.apply(period.state());
            names = row.columns();
            arguments.add(Stream.concat(
                            Stream.of(subject, period.from(), period.until(), at, position), row.values().stream())
                    .toArray());
        }
        batch(
                "insert into %s (%s, valid, known, applied_position, %s) values (?, daterange(?, ?), tstzrange(?, null), ?, %s)"
                        .formatted(
                                table,
                                subjectColumn,
                                String.join(", ", names),
                                names.stream().map(name -> "?").collect(Collectors.joining(", "))),
                arguments);
    }

    private int[] batch(String sql, List<Object[]> arguments) {
        return arguments.isEmpty() ? new int[0] : jdbc.batchUpdate(sql, arguments);
    }
}
