package nl.leerspoor.query.projection;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one segment of a view is behind the store.
 *
 * @param position     the position up to which it has applied everything
 * @param head         the newest position in the store
 * @param waitingSince when the oldest event that it has not applied was appended; null when there is none
 */
record Lag(String view, int segment, long position, long head, Instant waitingSince) {

    long positions() {
        return Math.max(0, head - position);
    }

    /** How long the oldest event has been waiting; nothing when the clocks of two machines disagree. */
    Duration time(Instant now) {
        return waitingSince == null || waitingSince.isAfter(now) ? Duration.ZERO : Duration.between(waitingSince, now);
    }
}
