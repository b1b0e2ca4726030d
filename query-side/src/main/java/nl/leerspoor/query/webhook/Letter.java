package nl.leerspoor.query.webhook;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import nl.leerspoor.query.stream.Feed;

/**
 * A message on its way to one receiver.
 *
 * @param position   its place among all; empty of a trial, which is of no event
 * @param previous   the position of the preceding message of the same subscription
 * @param id         of the event; the same in every attempt
 * @param recordedAt when the event was recorded; null when that is long ago
 * @param body       the CloudEvent; the same bytes in every attempt
 */
record Letter(
        OptionalLong position,
        OptionalLong previous,
        UUID id,
        String type,
        UUID subject,
        Instant recordedAt,
        byte[] body) {

    static Letter of(Feed.Item item) {
        return new Letter(
                OptionalLong.of(item.message().position()),
                item.previous(),
                item.message().id(),
                item.message().type(),
                item.message().subject(),
                item.message().recordedAt(),
                item.message().bytes());
    }

    /** Of an event: its place. */
    long place() {
        return position.orElseThrow();
    }
}
