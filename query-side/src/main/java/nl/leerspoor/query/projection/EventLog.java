package nl.leerspoor.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.leerspoor.platform.eventstore.PersonStreams;
import nl.leerspoor.platform.sealing.SealedLog;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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

    /** Where and when an event was recorded: no stream has two of one moment. */
    public record Told(UUID stream, Instant recordedAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate bounded;
    private final JsonMapper json;
    private final SealedLog sealed;

    EventLog(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.bounded = new TransactionTemplate(transactions);
        bounded.setReadOnly(true);
        this.json = json;
        this.sealed = new SealedLog(jdbc);
    }

    /** Reads for somebody who waits. Only the projector may read events, and may take its time; they may not. */
    private <T> T read(Supplier<T> reading) {
        return bounded.execute(status -> {
            jdbc.sql("set local lock_timeout = '5s'; set local statement_timeout = '15s'")
                    .update();
            return reading.get();
        });
    }

    /** All events of a stream in the order of recording; none when there is no such stream. */
    public List<Entry> ofStream(UUID stream) {
        return read(() -> jdbc.sql("""
                        select global_index, event_identifier, payload_type, payload_revision, sequence_number,
                               convert_from(payload, 'UTF8') as payload, convert_from(meta_data, 'UTF8') as metadata
                          from eventstore.domain_event_entry
                         where aggregate_identifier = :stream order by sequence_number""")
                .param("stream", stream.toString())
                .query((row, n) -> entry(row))
                .list());
    }

    /** Since when each of some events is under a signature, by position; those that are not sealed yet are left out. */
    public Map<Long, Instant> sealedAt(Collection<Entry> entries) {
        List<Long> positions = entries.stream().map(Entry::position).toList();
        return read(() -> sealed.sealedAt(positions));
    }

    /** The streams of the candidates that a person is, or turned out to be. */
    public List<UUID> candidatesOf(UUID person) {
        return read(() -> PersonStreams.candidates(jdbc, person));
    }

    /** The streams of the leerbedrijven for which somebody ever spoke. */
    public List<UUID> spokenFor(UUID contactPerson) {
        return read(() -> PersonStreams.leerbedrijven(jdbc, contactPerson));
    }

    /** The events at some positions, in the order of recording. */
    public List<Entry> at(Collection<Long> positions) {
        return read(() -> jdbc.sql("""
                        select global_index, event_identifier, payload_type, payload_revision, sequence_number,
                               convert_from(payload, 'UTF8') as payload, convert_from(meta_data, 'UTF8') as metadata
                          from eventstore.domain_event_entry
                         where global_index = any(:positions) order by global_index""")
                .param("positions", positions.toArray(Long[]::new))
                .query((row, n) -> entry(row))
                .list());
    }

    /** The events that were recorded in some streams at some moments. */
    public Map<Told, Entry> told(Collection<Told> told) {
        Map<Told, Entry> events = new HashMap<>();
        read(() -> jdbc.sql("""
                        select global_index, event_identifier, payload_type, payload_revision, sequence_number,
                               convert_from(payload, 'UTF8') as payload, convert_from(meta_data, 'UTF8') as metadata,
                               told.stream
                          from unnest(cast(:streams as text[]), cast(:moments as timestamptz[]))
                               as told(stream, recorded_at)
                          join eventstore.domain_event_entry on aggregate_identifier = told.stream
                         where cast(convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedAt' as timestamptz)
                               = told.recorded_at""")
                .param("streams", texts(told, one -> one.stream().toString()))
                .param("moments", texts(told, one -> one.recordedAt().toString()))
                .query((row, n) -> {
                    Entry entry = entry(row);
                    return events.put(new Told(UUID.fromString(row.getString("stream")), entry.recordedAt()), entry);
                })
                .list());
        return events;
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("global_index"),
                UUID.fromString(row.getString("event_identifier")),
                row.getString("payload_type"),
                row.getInt("payload_revision"),
                row.getLong("sequence_number"),
                json.readTree(row.getString("payload")),
                json.readTree(row.getString("metadata")));
    }

    private static String[] texts(Collection<Told> told, Function<Told, String> text) {
        return told.stream().map(text).toArray(String[]::new);
    }
}
