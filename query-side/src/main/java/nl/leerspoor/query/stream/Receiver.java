package nl.leerspoor.query.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is told of published events, as those who run the program see them.
 *
 * @param client       the program that receives; empty of what this installation does itself
 * @param name         what it calls this way of receiving; empty when it has one only
 * @param position     up to where it was told, or says that it has handled
 * @param behind       positions in the store that it has not passed
 * @param waitingSince since when the oldest event that it has not passed is there
 * @param seenAt       when it was last heard of; empty when never
 * @param parked       things of which it could not be told
 * @param trouble      the sort of fault that keeps it from being told
 */
public record Receiver(
        Kind kind,
        String client,
        String name,
        long position,
        long behind,
        Optional<Instant> waitingSince,
        Optional<Instant> seenAt,
        long parked,
        Optional<String> trouble) {

    /** How somebody is told. */
    public enum Kind {
        STREAM,
        CONSUMER,
        KAFKA,
        SUBSCRIPTION
    }

    /** How long the oldest event that it has not passed has been waiting. */
    public Duration lag(Instant now) {
        return waitingSince
                .map(since -> Duration.between(since, now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
