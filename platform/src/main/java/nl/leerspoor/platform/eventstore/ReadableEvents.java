package nl.leerspoor.platform.eventstore;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import nl.leerspoor.platform.eventstore.EventTail.Stuck;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes events of stored rows, in the present revision of each, up to the first that this release doesn't know. */
final class ReadableEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ReadableEvents.class);

    private final Serializer serializer;
    private final EventUpcasterChain upcasters;
    private final ConcurrentNavigableMap<Long, Stuck> unreadable = new ConcurrentSkipListMap<>();

    ReadableEvents(Serializer serializer, EventUpcasterChain upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** The events of rows in order. When there are fewer than rows, the next row is one that nobody may pass. */
    List<TrackedEventMessage<?>> of(List<TrackedDomainEventData<byte[]>> rows) {
        List<TrackedEventMessage<?>> events = new ArrayList<>(rows.size());
        Iterator<TrackedEventMessage<?>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.stream(), serializer, upcasters)
                .iterator();
        try {
            messages.forEachRemaining(events::add);
        } catch (IllegalArgumentException unknown) {
            stopAt(rows.get(events.size()), unknown);
        }
        return events;
    }

    /** The first event that stops readers on this node, if there is one. */
    Optional<Stuck> stuck() {
        return Optional.ofNullable(unreadable.firstEntry()).map(Map.Entry::getValue);
    }

    private void stopAt(TrackedDomainEventData<byte[]> row, IllegalArgumentException unknown) {
        SerializedType type = row.getPayload().getType();
        Stuck stuck = new Stuck(row.trackingToken().position().orElseThrow(), type.getName(), type.getRevision());
        if (unreadable.putIfAbsent(stuck.position(), stuck) == null) {
            LOG.error("The tail stops before the event at position {}", stuck.position(), unknown);
        }
    }
}
