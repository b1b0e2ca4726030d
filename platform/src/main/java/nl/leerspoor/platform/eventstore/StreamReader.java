package nl.leerspoor.platform.eventstore;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
        return recorded(messages(streams), family);
    }

    /** The facts of one stream; none when there is no such stream, or one of another family. */
    public <E extends Event> List<Fact<E>> ofStream(UUID stream, Class<E> family) {
        List<TrackedEventMessage<?>> messages = messages(List.of(stream));
        return messages.stream().allMatch(message -> family.isAssignableFrom(message.getPayloadType()))
                ? messages.stream()
                        .map(message -> Recorded.of(message, family).fact())
                        .toList()
                : List.of();
    }

    /** The facts of some streams, each from its first up to and including a version; later ones are not looked at. */
    public <E extends Event> Map<UUID, List<Recorded<E>>> readUpTo(Map<UUID, Long> versions, Class<E> family) {
        List<UUID> streams = List.copyOf(versions.keySet());
        return recorded(
                messages(jdbc.sql(StoredEvents.SELECT + """
                                  join unnest(cast(:streams as text[]), cast(:versions as bigint[])) wanted (stream, until)
                                    on aggregate_identifier = wanted.stream and sequence_number <= wanted.until
                                 order by aggregate_identifier, sequence_number""")
                        .param("streams", texts(streams))
                        .param("versions", streams.stream().map(versions::get).toArray(Long[]::new))),
                family);
    }

    /** The events of some streams, stream by stream; each is read when somebody asks for what it says. */
    public List<TrackedEventMessage<?>> messages(Collection<UUID> streams) {
        return messages(jdbc.sql(StoredEvents.SELECT
                        + "where aggregate_identifier = any(:streams) order by aggregate_identifier, sequence_number")
                .param("streams", texts(streams)));
    }

    /** The event at a position; what it says is read when somebody asks for it. */
    public TrackedEventMessage<?> at(long position) {
        return messages(jdbc.sql(StoredEvents.SELECT + "where global_index = :position")
                        .param("position", position))
                .getFirst();
    }

    /** The facts of a stream that were stored up to and including a position; later ones are not looked at. */
    public <E extends Event> List<Fact<E>> readAsOf(UUID stream, long position, Class<E> family) {
        List<TrackedEventMessage<?>> messages = messages(jdbc.sql(StoredEvents.SELECT
                        + "where aggregate_identifier = :stream and global_index <= :position order by sequence_number")
                .param("stream", stream.toString())
                .param("position", position));
        return recorded(messages, family).getOrDefault(stream, List.of()).stream()
                .map(Recorded::fact)
                .toList();
    }

    /** Some facts, by the ids of their events. One that is not there, or of another family, is absent. */
    public <E extends Event> Map<UUID, Fact<E>> facts(Collection<UUID> events, Class<E> family) {
        return messages(jdbc.sql(StoredEvents.SELECT + "where event_identifier = any(:events)")
                        .param("events", texts(events)))
                .stream()
                .filter(message -> family.isAssignableFrom(message.getPayloadType()))
                .map(message -> Recorded.of(message, family).fact())
                .collect(toMap(Fact::id, Function.identity()));
    }

    /** The place of a stored event among all. */
    public long positionOf(UUID event) {
        return jdbc.sql("select global_index from eventstore.domain_event_entry where event_identifier = :event")
                .param("event", event.toString())
                .query(Long.class)
                .single();
    }

    private List<TrackedEventMessage<?>> messages(JdbcClient.StatementSpec statement) {
        List<TrackedDomainEventData<byte[]>> rows =
                statement.query(StoredEvents::row).list();
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
                .collect(toList());
    }

    private static <E extends Event> Map<UUID, List<Recorded<E>>> recorded(
            List<TrackedEventMessage<?>> messages, Class<E> family) {
        return messages.stream()
                .map(message -> Recorded.of(message, family))
                .collect(groupingBy(Recorded::stream, LinkedHashMap::new, toList()));
    }

    private static String[] texts(Collection<UUID> streams) {
        return streams.stream().map(UUID::toString).toArray(String[]::new);
    }
}
