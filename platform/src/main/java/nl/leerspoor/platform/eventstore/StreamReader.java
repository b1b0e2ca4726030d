package nl.leerspoor.platform.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events of one stream from the store. */
public final class StreamReader {

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcasterChain upcasters;

    StreamReader(JdbcClient jdbc, Serializer serializer, EventUpcasterChain upcasters) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The facts of a stream from its beginning up to and including a version. */
    public <E extends Event> List<Fact<E>> read(UUID stream, long upTo, Class<E> family) {
        List<GenericDomainEventEntry<byte[]>> rows = jdbc.sql("""
                        select type, aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                               payload_revision, payload, meta_data
                          from eventstore.domain_event_entry
                         where aggregate_identifier = :stream and sequence_number <= :upTo
                         order by sequence_number""")
                .param("stream", stream.toString())
                .param("upTo", upTo)
                .query((row, n) -> new GenericDomainEventEntry<>(
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("event_identifier"),
                        row.getString("time_stamp"),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getBytes("payload"),
                        row.getBytes("meta_data")))
                .list();
        return EventStreamUtils.upcastAndDeserializeDomainEvents(rows.stream(), serializer, upcasters)
                .asStream()
                .<Fact<E>>map(message -> fact(message, family))
                .toList();
    }

    /** An event message as the fact that it stores. */
    public static <E extends Event> Fact<E> fact(DomainEventMessage<?> message, Class<E> family) {
        return new Fact<>(
                UUID.fromString(message.getIdentifier()),
                message.getSequenceNumber(),
                Instant.parse(message.getMetaData().get("recordedAt").toString()),
                message.getMetaData().get("recordedBy").toString(),
                family.cast(message.getPayload()));
    }
}
