package nl.leerspoor.query.projection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.leerspoor.query.projection.Differences.DifferentRow;
import nl.leerspoor.query.projection.Differences.OneSided;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares two versions of a view as they are at one moment: all rows, but those of streams of which one has applied more
 * events than the other. A row set is a function of the events, so versions of one shape must be equal there, and rows of
 * what neither has applied an event of are a difference.
 */
@Component
class Comparison {

    private static final int MOST_STREAMS = 100;
    private static final int MOST_ROWS = 100;

    /**
     * The rows of one region.
     *
     * @param equal whether the hashes over all rows are equal
     */
    @Schema(name = "ComparedRegion", description = "De regels van een regio")
    record Region(
            @Schema(example = "AM05") String region,
            @Schema(example = "1200") long rows,

            @Schema(description = "Regels in de versie die nu antwoordt", example = "1200")
            long servingRows,

            @Schema(description = "Of de hashes over alle regels gelijk zijn")
            boolean equal) {}

    /**
     * What two versions have in common.
     *
     * @param compared         streams of which both have applied the same events
     * @param inFlight         streams of which one is further than the other, or holds parked events
     * @param columnsLeftOut   columns that only one of the two has
     * @param differentStreams how many of the compared streams have other rows
     * @param rows             the first hundred rows that differ
     */
    record Result(
            long compared,
            long inFlight,
            List<String> columnsLeftOut,
            List<Region> regions,
            long differentStreams,
            List<DifferentRow> rows) {}

    private record Streams(long compared, long inFlight) {}

    /** The rows of a stream in a region, on one side. */
    private record Lines(UUID stream, String region, boolean serving, long rows, long hash) {

        Lines elsewhere() {
            return new Lines(stream, region, !serving, rows, hash);
        }
    }

    private final ViewVersions versions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate snapshot;

    Comparison(
            ViewVersions versions,
            @Qualifier("auditJdbc") JdbcClient jdbc,
            JsonMapper json,
            @Qualifier("auditTransactionManager") PlatformTransactionManager transactions) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.json = json;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Compares a version with the one that serves; empty when it is the one that serves. */
    Optional<Result> withServing(ViewVersion version) {
        return withServing(version, region -> true);
    }

    /** Compares the rows of some regions. */
    Optional<Result> withServing(ViewVersion version, Predicate<String> regions) {
        return snapshot.execute(status -> versions.serving(version.view())
                .filter(serving -> serving.number() != version.number())
                .map(serving -> compare(version, serving, regions)));
    }

    private Result compare(ViewVersion version, ViewVersion serving, Predicate<String> regions) {
        Projection<?, ?> projection = versions.projection(version.view());
        Sides sides = new Sides(projection, version, serving);
        List<String> columns = columns(sides, "having count(*) = 2");
        Streams streams = streams(sides);
        List<Lines> lines = jdbc.sql(sides.perStream(columns)).query(Lines.class).list().stream()
                .filter(line -> regions.test(line.region()))
                .toList();
        List<UUID> different = different(lines);
        List<DifferentRow> rows = different.isEmpty()
                ? List.of()
                : rows(sides, columns, different).stream()
                        .filter(row -> regions.test(row.region()))
                        .toList();
        return new Result(
                streams.compared(),
                streams.inFlight(),
                columns(sides, "having count(*) = 1"),
                regions(lines),
                different.size(),
                rows);
    }

    private List<String> columns(Sides sides, String having) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                         where table_schema = 'query' and table_name in (:one, :other) and column_name <> 'row_id'
                         group by column_name\s""" + having + " order by column_name")
                .param("one", sides.table())
                .param("other", sides.servingTable())
                .query(String.class)
                .list();
    }

    private Streams streams(Sides sides) {
        return jdbc.sql("""
                        select count(*) filter (where a.version = b.version) as compared,
                               count(*) filter (where a.version is distinct from b.version) as in_flight
                          from (select stream_id, version from query.applied_stream where view = :one) a
                          full join (select stream_id, version from query.applied_stream where view = :other) b
                         using (stream_id)""")
                .param("one", sides.version().name())
                .param("other", sides.serving().name())
                .query(Streams.class)
                .single();
    }

    private static List<Region> regions(List<Lines> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(Lines::region, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(region -> new Region(
                        region.getKey(),
                        rows(region.getValue(), false),
                        rows(region.getValue(), true),
                        hash(region.getValue(), false) == hash(region.getValue(), true)))
                .toList();
    }

    private static long rows(List<Lines> lines, boolean serving) {
        return lines.stream()
                .filter(line -> line.serving() == serving)
                .mapToLong(Lines::rows)
                .sum();
    }

    private static long hash(List<Lines> lines, boolean serving) {
        return lines.stream()
                .filter(line -> line.serving() == serving)
                .mapToLong(Lines::hash)
                .reduce(0, (one, other) -> one ^ other);
    }

    /** The streams of which the two sides say other things. */
    private static List<UUID> different(List<Lines> lines) {
        Map<Lines, Boolean> unpaired = new HashMap<>();
        lines.forEach(line -> {
            if (unpaired.remove(line.elsewhere()) == null) {
                unpaired.put(line, true);
            }
        });
        return unpaired.keySet().stream().map(Lines::stream).distinct().sorted().toList();
    }

    /** A row has two lines at most, so of the first rows all lines are there. */
    private List<DifferentRow> rows(Sides sides, List<String> columns, List<UUID> different) {
        List<OneSided> lines = jdbc.sql(sides.oneSided(columns))
                .param(
                        "streams",
                        different.stream()
                                .limit(MOST_STREAMS)
                                .map(UUID::toString)
                                .toArray(String[]::new))
                .param("most", 2 * MOST_ROWS)
                .query((row, n) -> new OneSided(
                        row.getObject("stream", UUID.class),
                        row.getBoolean("serving"),
                        json.readTree(row.getString("line"))))
                .list();
        return Differences.of(lines, columns).stream().limit(MOST_ROWS).toList();
    }

    /** The two versions that are compared, and the SQL about them. */
    private record Sides(Projection<?, ?> projection, ViewVersion version, ViewVersion serving) {

        String table() {
            return version.table(projection);
        }

        String servingTable() {
            return serving.table(projection);
        }

        /** How many rows each compared stream has on each side and what these say, by region. */
        String perStream(List<String> columns) {
            return """
                    with moving as materialized (
                        select stream_id from (select * from query.applied_stream where view = '%s') a
                          full join (select * from query.applied_stream where view = '%s') b using (stream_id)
                         where a.version is distinct from b.version)
                    select %s as stream, region, false as serving, count(*) as rows,
                           bit_xor(hashtextextended(row(%s)::text, 0)) as hash
                      from query.%s where %s not in (select stream_id from moving) group by 1, 2
                    union all
                    select %s, region, true, count(*), bit_xor(hashtextextended(row(%s)::text, 0))
                      from query.%s where %s not in (select stream_id from moving) group by 1, 2""".formatted(
                            version.name(),
                            serving.name(),
                            projection.subject(),
                            list(columns),
                            table(),
                            projection.subject(),
                            projection.subject(),
                            list(columns),
                            servingTable(),
                            projection.subject());
        }

        String oneSided(List<String> columns) {
            String side = "select %s from query.%%s where %s = any(cast(:streams as uuid[]))"
                    .formatted(list(columns), projection.subject());
            String one = side.formatted(table());
            String other = side.formatted(servingTable());
            return """
                    select * from (
                        select %1$s as stream, false as serving, to_jsonb(x)::text as line from (%2$s except %3$s) x
                        union all
                        select %1$s, true, to_jsonb(x)::text from (%3$s except %2$s) x) differing
                     order by stream, line::jsonb ->> 'valid', line::jsonb ->> 'known', serving limit :most""".formatted(projection.subject(), one, other);
        }

        private static String list(List<String> columns) {
            return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        }
    }
}
