package nl.leerspoor.query.figures;

import java.time.Instant;
import java.util.UUID;

/**
 * What was known of one day during some time.
 *
 * @param stream the stream of which it is the state
 * @param from   since when it was known: the moment at which the event that caused it was recorded
 * @param until  since when something else was known, or null
 */
record Version<T>(UUID stream, Instant from, Instant until, T state) {

    /** Whether it was known once everything up to and including a moment had been recorded. */
    boolean isKnown(Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }

    /** Whether it was known until just before a moment. */
    boolean isKnownBefore(Instant at) {
        return from.isBefore(at) && (until == null || !until.isBefore(at));
    }
}
