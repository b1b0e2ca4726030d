package nl.leerspoor.platform.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.EventRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the event table with their codes, in the order of their positions. */
public final class LogRows {

    private static final int AT_ONCE = 500;

    /** Whoever writes past the program may store an id that is no UUID; it has no code then. */
    private static final String SELECT = """
            select e.global_index, e.event_identifier, e.aggregate_identifier, e.sequence_number, e.type, e.payload_type,
                   e.payload_revision, e.payload, e.meta_data, e.time_stamp, m.mac
              from eventstore.domain_event_entry e
              left join eventstore.event_mac m
                on m.event_id = case when e.event_identifier ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                                     then cast(e.event_identifier as uuid) end
            """;

    /**
     * A row.
     *
     * @param code the authentication code that is stored for it
     */
    public record Row(EventRow event, Optional<byte[]> code) {}

    private final JdbcClient jdbc;

    public LogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All rows above a position, fetched as they are asked for: in a transaction, and closed after use. */
    public Stream<Row> after(long position) {
        return between(position, Long.MAX_VALUE);
    }

    /** How many rows there are up to and including a position. */
    long count(long to) {
        return jdbc.sql("select count(*) from eventstore.domain_event_entry where global_index <= :to")
                .param("to", to)
                .query(Long.class)
                .single();
    }

    /** The rows above one position, up to and including another. */
    public Stream<Row> between(long after, long to) {
        return jdbc
                .sql(SELECT + "where e.global_index > :after and e.global_index <= :to order by e.global_index")
                .param("after", after)
                .param("to", to)
                .withFetchSize(AT_ONCE)
                .query(LogRows::row)
                .stream();
    }

    /** The rows of some streams, up to and including a position. */
    public List<Row> ofStreams(Collection<String> streams, long to) {
        return jdbc.sql(
                        SELECT
                                + "where e.aggregate_identifier = any(:streams) and e.global_index <= :to order by e.global_index")
                .param("streams", streams.toArray(String[]::new))
                .param("to", to)
                .query(LogRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new EventRow(
                        row.getLong("global_index"),
                        row.getString("event_identifier"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("type"),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getBytes("payload"),
                        row.getBytes("meta_data"),
                        row.getString("time_stamp")),
                Optional.ofNullable(row.getBytes("mac")));
    }
}
