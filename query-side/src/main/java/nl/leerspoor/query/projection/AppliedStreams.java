package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;

/** How much of each stream one version of a view has applied. */
final class AppliedStreams {

    /**
     * What is applied of a stream.
     *
     * @param version  of the last event
     * @param position of the last event
     * @param ids      exclusive or over the first halves of the ids of all events
     * @param rows     how many rows were made of it
     */
    record Applied(long version, long position, long ids, long rows) {

        static final Applied NOTHING = new Applied(-1, 0, 0, 0);
    }

    private record Entry(UUID stream, Applied applied) {}

    private final JdbcOperations jdbc;
    private final String view;

    /** @param view the name of the version */
    AppliedStreams(JdbcOperations jdbc, String view) {
        this.jdbc = jdbc;
        this.view = view;
    }

    /** What is applied of some streams, which stays so until the transaction ends. A stream of which nothing is, is absent. */
    Map<UUID, Applied> lock(Collection<UUID> streams) {
        List<Entry> entries = jdbc.query(
                """
                select stream_id, version, applied_position, ids, row_count from query.applied_stream
                 where view = ? and stream_id = any(cast(? as uuid[])) order by stream_id for update""",
                (row, n) -> new Entry(
                        row.getObject("stream_id", UUID.class),
                        new Applied(
                                row.getLong("version"),
                                row.getLong("applied_position"),
                                row.getLong("ids"),
                                row.getLong("row_count"))),
                view,
                streams.stream().map(UUID::toString).toArray(String[]::new));
        return entries.stream().collect(Collectors.toMap(Entry::stream, Entry::applied));
    }

    /** Forgets what is applied of some streams. */
    void clear(Collection<UUID> streams) {
        jdbc.update(
                "delete from query.applied_stream where view = ? and stream_id = any(cast(? as uuid[]))",
                view,
                streams.stream().map(UUID::toString).toArray(String[]::new));
    }

    void write(Map<UUID, Applied> applied) {
        jdbc.batchUpdate(
                """
                insert into query.applied_stream (view, stream_id, version, applied_position, ids, row_count)
                values (?, ?, ?, ?, ?, ?)
                on conflict (view, stream_id) do update
                   set version = excluded.version, applied_position = excluded.applied_position, ids = excluded.ids,
                       row_count = excluded.row_count""",
                applied.entrySet().stream()
                        .map(entry -> new Object[] {
                            view,
                            entry.getKey(),
                            entry.getValue().version(),
                            entry.getValue().position(),
                            entry.getValue().ids(),
                            entry.getValue().rows()
                        })
                        .toList());
    }
}
