package nl.leerspoor.platform.eventstore;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads whole streams from the store. */
public final class StreamReader {

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcasterChain upcasters;

    StreamReader(JdbcClient jdbc, Serializer serializer, EventUpcasterChain upcasters) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The facts of some streams, each from its first to its newest. A stream without events is absent. */
    public <E extends Event> Map<UUID, List<Recorded<E>>> read(Collection<UUID> streams, Class<E> family) {
        return messages(streams).stream()
                .map(message -> Recorded.of(message, family))
                .collect(groupingBy(Recorded::stream, LinkedHashMap::new, toList()));
    }

    /** The events of some streams, stream by stream; each is read when somebody asks for what it says. */
    public List<TrackedEventMessage<?>> messages(Collection<UUID> streams) {
        List<TrackedDomainEventData<byte[]>> rows = jdbc.sql(StoredEvents.SELECT
                        + "where aggregate_identifier = any(:streams) order by aggregate_identifier, sequence_number")
                .param("streams", streams.stream().map(UUID::toString).toArray(String[]::new))
                .query(StoredEvents::row)
                .list();
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
                .collect(toList());
    }

    /** The place of a stored event among all. */
    public long positionOf(UUID event) {
        return jdbc.sql("select global_index from eventstore.domain_event_entry where event_identifier = :event")
                .param("event", event.toString())
                .query(Long.class)
                .single();
    }

    /** The facts of a stream that were stored up to and including a position. */
    public <E extends Event> List<Fact<E>> readAsOf(UUID stream, long position, Class<E> family) {
        return read(List.of(stream), family).getOrDefault(stream, List.of()).stream()
                .filter(recorded -> recorded.position() <= position)
                .map(Recorded::fact)
                .toList();
    }
}
