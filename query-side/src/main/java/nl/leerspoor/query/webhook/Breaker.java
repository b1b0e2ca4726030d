package nl.leerspoor.query.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a receiver is worth calling: after ten failures among twenty calls it is left alone for half a minute, and then
 * tried with one. While it is left alone its messages wait where they are, and none is parked for it.
 *
 * @param last      how the last calls went, the oldest first
 * @param openUntil until when it is left alone, or since when it is tried; null while all is well
 */
record Breaker(List<Boolean> last, Instant openUntil) {

    private static final int LOOKED_AT = 20;
    private static final int FAILURES = 10;
    private static final Duration ALONE = Duration.ofSeconds(30);

    /** All is well. */
    static final Breaker CLOSED = new Breaker(List.of(), null);

    Breaker {
        last = List.copyOf(last);
    }

    /** What it is after a call. */
    Breaker after(boolean success, Instant now) {
        if (openUntil != null) {
            return success ? CLOSED : new Breaker(List.of(), now.plus(ALONE));
        }
        List<Boolean> next = new ArrayList<>(last);
        next.add(success);
        if (next.size() > LOOKED_AT) {
            next.removeFirst();
        }
        long failures = next.stream().filter(one -> !one).count();
        return failures >= FAILURES ? new Breaker(List.of(), now.plus(ALONE)) : new Breaker(next, null);
    }

    /** Whether it is left alone at a moment. */
    boolean isOpen(Instant now) {
        return openUntil != null && now.isBefore(openUntil);
    }

    /** Whether one call only is made, to see how it is. */
    boolean isTrying() {
        return openUntil != null;
    }
}
