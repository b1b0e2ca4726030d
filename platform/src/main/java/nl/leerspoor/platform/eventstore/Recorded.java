package nl.leerspoor.platform.eventstore;

import java.time.Instant;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;

/**
 * A fact with its place among all events.
 *
 * @param stream   the stream that it is of
 * @param position the place in commit order, over all streams
 */
public record Recorded<E extends Event>(UUID stream, Fact<E> fact, long position) {

    /**
     * The fact that a message from the tail tells, for who may not pass over any.
     *
     * @throws UnreadableEvent when its content can't be read
     */
    static Recorded<Event> readable(TrackedEventMessage<?> message) {
        try {
            return of(message, Event.class);
        } catch (SerializationException damaged) {
            throw new UnreadableEvent(message.trackingToken().position().orElseThrow(), damaged);
        }
    }

    /** The fact that a message from the tail tells. Throws when the message can't be read or is of another family. */
    public static <E extends Event> Recorded<E> of(TrackedEventMessage<?> message, Class<E> family) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("An event of no stream: " + message.getIdentifier());
        }
        return new Recorded<>(
                UUID.fromString(event.getAggregateIdentifier()),
                new Fact<>(
                        UUID.fromString(event.getIdentifier()),
                        event.getSequenceNumber(),
                        Instant.parse(event.getMetaData().get("recordedAt").toString()),
                        event.getMetaData().get("recordedBy").toString(),
                        family.cast(event.getPayload())),
                message.trackingToken().position().orElseThrow());
    }
}
