package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.database.Failure;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Events that a version of a view could not take. Later events of the same stream wait behind the first; everything else
 * goes on.
 */
final class ParkedEvents {

    private final JdbcOperations jdbc;
    private final String view;

    /** @param view the name of the version */
    ParkedEvents(JdbcOperations jdbc, String view) {
        this.jdbc = jdbc;
        this.view = view;
    }

    /** Which of these streams have parked events. */
    Set<UUID> among(Collection<UUID> streams) {
        return Set.copyOf(streams(
                "select distinct stream_id from query.parked_event where view = ? and stream_id = any(cast(? as uuid[]))",
                view,
                streams.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** All streams with parked events, the longest waiting first. */
    List<UUID> streams() {
        return streams(
                "select stream_id from query.parked_event where view = ? group by stream_id order by min(position)",
                view);
    }

    /**
     * The streams whose first parked event is to be tried again: one minute after the first attempt, and twice as long
     * after each, up to about four hours.
     */
    List<UUID> due() {
        return streams("""
                select stream_id from query.parked_event
                 where view = ? and cause is not null
                   and tried_at < now() - interval '1 minute' * (2 ^ least(attempts - 1, 8))
                 order by position""", view);
    }

    void park(UUID stream, long position, UUID event, String name, Failure failure) {
        jdbc.update(
                """
                insert into query.parked_event (view, position, stream_id, event_id, event_name, cause, sql_state, attempts)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (view, position) do nothing""",
                view,
                position,
                stream,
                event,
                name,
                failure.type(),
                failure.sqlState(),
                failure.type() == null ? 0 : 1);
    }

    /** Notes at the first parked event of a stream that it could not be taken again. */
    void failedAgain(UUID stream, Failure failure) {
        jdbc.update("""
                update query.parked_event set attempts = attempts + 1, cause = ?, sql_state = ?, tried_at = now()
                 where view = ? and position = (select min(position) from query.parked_event
                                                 where view = ? and stream_id = ?)""", failure.type(), failure.sqlState(), view, view, stream);
    }

    /** Lets go of all parked events of some streams, which were taken. */
    void release(Collection<UUID> streams) {
        jdbc.update(
                "delete from query.parked_event where view = ? and stream_id = any(cast(? as uuid[]))",
                view,
                streams.stream().map(UUID::toString).toArray(String[]::new));
    }

    private List<UUID> streams(String sql, Object... parameters) {
        return jdbc.query(sql, (row, n) -> row.getObject(1, UUID.class), parameters);
    }
}
