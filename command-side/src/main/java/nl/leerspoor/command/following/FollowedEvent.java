package nl.leerspoor.command.following;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.events.Event;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event that came along the tail.
 *
 * @param id            its own id
 * @param position      its place among all events
 * @param seenOn        the day on which it came in, whatever day it was said to be entered on: a past that is loaded
 *                      today was first seen today
 * @param correlationId joins all facts of one decision
 */
public record FollowedEvent(UUID id, long position, Event event, LocalDate seenOn, String correlationId) {

    /** Throws when the event can't be read. */
    static FollowedEvent of(TrackedEventMessage<?> message) {
        return new FollowedEvent(
                UUID.fromString(message.getIdentifier()),
                message.trackingToken().position().orElseThrow(),
                (Event) message.getPayload(),
                LocalDate.ofInstant(message.getTimestamp(), By.ZONE),
                message.getMetaData().get("correlationId").toString());
    }
}
