package nl.leerspoor.query.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts all figures over one kind of rows, with all their splits, in one statement. */
final class Counting {

    private static final String TOTAL = "";

    private final List<Count> counts;

    Counting(List<Count> counts) {
        this.counts = counts;
    }

    Stream<String> splits() {
        return counts.stream().flatMap(count -> count.splits().stream()).map(Count.Split::name);
    }

    /**
     * Fills in the figures.
     *
     * @param rows  the rows to count, a SELECT
     * @param count how rows are counted, in SQL
     */
    void fill(Sheet sheet, Question question, String rows, String count) {
        prepare(sheet);
        List<String> columns = wantedColumns(sheet);
        String statement = """
                with rows as (%s)
                select split.number, split.key, %s
                  from rows cross join lateral (values %s) split (number, key)
                 where split.key is not null
                 group by split.number, split.key""".formatted(rows, aggregates(count), splits(columns));
        question.sql(statement).query((ResultSet row) -> {
            int split = row.getInt(1);
            read(sheet, split == 0 ? TOTAL : columns.get(split - 1), row);
        });
    }

    private void prepare(Sheet sheet) {
        for (Count count : counts) {
            sheet.number(count.figure(), count.number(), 0);
            count.splits().forEach(split -> sheet.split(count.figure(), split.name()));
        }
    }

    private List<String> wantedColumns(Sheet sheet) {
        return counts.stream()
                .flatMap(count -> count.splits().stream())
                .filter(split -> sheet.wants(split.name()))
                .map(Count.Split::column)
                .distinct()
                .toList();
    }

    private String aggregates(String count) {
        return counts.stream()
                .map(c -> c.measure() == null
                        ? "%s filter (where %s)".formatted(count, c.condition())
                        : "coalesce(sum(%s) filter (where %s), 0)".formatted(c.measure(), c.condition()))
                .collect(Collectors.joining(", "));
    }

    private static String splits(List<String> columns) {
        List<String> values = new ArrayList<>(List.of("(0, 'total')"));
        IntStream.range(0, columns.size())
                .forEach(i -> values.add("(%d, cast(%s as text))".formatted(i + 1, columns.get(i))));
        return String.join(", ", values);
    }

    private void read(Sheet sheet, String column, ResultSet row) throws SQLException {
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            long value = row.getLong(i + 3);
            if (column.equals(TOTAL)) {
                sheet.number(count.figure(), count.number(), value);
            } else {
                String key = row.getString(2);
                count.splits().stream()
                        .filter(split -> split.column().equals(column))
                        .forEach(split -> sheet.part(count.figure(), split.name(), key, value));
            }
        }
    }
}
