package nl.leerspoor.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events as they are stored, each in the revision in which it was written, for those who want to see them all. */
@Component
public class EventLog {

    /** One stored event. */
    public record Entry(
            long position, UUID id, String name, int revision, long version, JsonNode payload, JsonNode metadata) {

        public Instant recordedAt() {
            return Instant.parse(metadata.path("recordedAt").asString());
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventLog(@Qualifier("projectorJdbc") JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All events of a stream in the order of recording; none when there is no such stream. */
    public List<Entry> ofStream(UUID stream) {
        return jdbc.sql("""
                        select global_index, event_identifier, payload_type, payload_revision, sequence_number,
                               convert_from(payload, 'UTF8') as payload, convert_from(meta_data, 'UTF8') as metadata
                          from eventstore.domain_event_entry
                         where aggregate_identifier = :stream order by sequence_number""")
                .param("stream", stream.toString())
                .query((row, n) -> new Entry(
                        row.getLong("global_index"),
                        UUID.fromString(row.getString("event_identifier")),
                        row.getString("payload_type"),
                        row.getInt("payload_revision"),
                        row.getLong("sequence_number"),
                        json.readTree(row.getString("payload")),
                        json.readTree(row.getString("metadata"))))
                .list();
    }
}
