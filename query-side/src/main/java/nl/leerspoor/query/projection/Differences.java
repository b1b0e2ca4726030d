package nl.leerspoor.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What two versions of a view say otherwise, row by row: which row, and in which columns. */
final class Differences {

    /** A row that one of two versions has in this form. */
    record OneSided(UUID stream, boolean serving, JsonNode row) {}

    /** In which of two versions a row is. */
    enum In {
        BOTH,
        SERVING_ONLY,
        OTHER_ONLY
    }

    /** What a column says on either side. */
    record Column(String name, JsonNode serving, JsonNode other) {}

    /**
     * A row, known by its stream and by when it held and was known.
     *
     * @param columns those that say something else; none when only one side has the row
     */
    record DifferentRow(UUID stream, String region, String valid, String known, In in, List<Column> columns) {}

    private static final String REGION = "region";
    private static final Set<String> KEYS = Set.of("valid", "known");

    /** The same row, on whichever side. */
    private record Key(UUID stream, String valid, String known) {}

    private Differences() {}

    /** The rows that lines from both sides are of, in their order. */
    static List<DifferentRow> of(List<OneSided> lines, List<String> columns) {
        return lines.stream()
                .collect(Collectors.groupingBy(Differences::key, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(row -> row(row.getKey(), row.getValue(), columns))
                .toList();
    }

    private static DifferentRow row(Key key, List<OneSided> sides, List<String> columns) {
        Map<Boolean, JsonNode> rows =
                sides.stream().collect(Collectors.toMap(OneSided::serving, OneSided::row, (one, other) -> one));
        JsonNode serving = rows.get(true);
        JsonNode other = rows.get(false);
        String region = sides.getFirst().row().path(REGION).asString("");
        if (serving == null || other == null) {
            In in = serving == null ? In.OTHER_ONLY : In.SERVING_ONLY;
            return new DifferentRow(key.stream(), region, key.valid(), key.known(), in, List.of());
        }
        return new DifferentRow(
                key.stream(),
                region,
                key.valid(),
                key.known(),
                In.BOTH,
                columns.stream()
                        .filter(column -> !KEYS.contains(column))
                        .map(column -> new Column(column, value(serving, column), value(other, column)))
                        .filter(column -> !column.serving().equals(column.other()))
                        .toList());
    }

    private static Key key(OneSided line) {
        return new Key(
                line.stream(),
                line.row().path("valid").asString(""),
                line.row().path("known").asString(""));
    }

    private static JsonNode value(JsonNode row, String column) {
        JsonNode value = row.get(column);
        return value == null ? NullNode.getInstance() : value;
    }
}
