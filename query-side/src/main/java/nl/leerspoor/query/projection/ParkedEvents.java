package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Events that a version of a view could not take. Later events of the same stream wait behind the first; everything else
 * goes on. A cause is its class and SQL state only: its message may quote data.
 */
final class ParkedEvents {

    /** Why an event was parked; {@code sqlState} is null when it was no error of the database. */
    record Cause(String type, String sqlState) {

        /** It waits behind an earlier event of its stream. */
        static final Cause BEHIND = new Cause(null, null);
    }

    private final JdbcOperations jdbc;
    private final String view;

    /** @param view the name of the version */
    ParkedEvents(JdbcOperations jdbc, String view) {
        this.jdbc = jdbc;
        this.view = view;
    }

    /** Which of these streams have parked events. */
    Set<UUID> among(Collection<UUID> streams) {
        return Set.copyOf(jdbc.query(
                "select stream_id from query.parked_event where view = ? and stream_id = any(cast(? as uuid[])) for update",
                (row, n) -> row.getObject(1, UUID.class),
                view,
                streams.stream().map(UUID::toString).toArray(String[]::new)));
    }

    void park(UUID stream, long position, UUID event, String name, Cause cause) {
        jdbc.update(
                """
                insert into query.parked_event (view, position, stream_id, event_id, event_name, cause, sql_state, attempts)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (view, position) do nothing""", view, position, stream, event, name, cause.type(), cause.sqlState(), cause.type() == null ? 0 : 1);
    }
}
