package nl.leerspoor.query.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing of which a message couldn't be told. What is published of it later waits, so that the receiver is told in order.
 *
 * @param told     up to which position the receiver was told of this thing
 * @param head     the message that it waits for; empty when that was taken and the rest has to be caught up with
 * @param attempts how often the head was sent
 * @param nextAt   when it is sent again; null when only somebody's asking has it sent
 * @param status   of the last answer; null without one
 * @param cause    why there was none; null with one
 */
record Parked(
        UUID subject,
        long told,
        Optional<Letter> head,
        int attempts,
        Instant parkedAt,
        Instant nextAt,
        Integer status,
        Answer.Cause cause) {

    boolean isDue(Instant now) {
        return nextAt != null && !now.isBefore(nextAt);
    }

    /** After the head was taken: the rest is caught up with at once. */
    Parked told(long position, Instant now) {
        return new Parked(subject, position, Optional.empty(), 0, parkedAt, now, null, null);
    }
}
