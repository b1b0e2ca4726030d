package nl.leerspoor.query.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message is sent again: ever later, and not at the same moment as all others that failed with it.
 *
 * @param pauses after the first failure, the second and so on; after the last there is no more
 */
record Backoff(List<Duration> pauses) {

    /** How much earlier or later, as a part of the pause. */
    private static final double JITTER = 0.2;

    Backoff {
        pauses = List.copyOf(pauses);
    }

    /**
     * The pause after so many failures, from 1 on; none when it is not tried any more.
     *
     * @param chance drawn, from 0 to 1
     */
    Optional<Duration> after(int failures, double chance) {
        if (failures > pauses.size()) {
            return Optional.empty();
        }
        double factor = 1 - JITTER + 2 * JITTER * chance;
        return Optional.of(Duration.ofMillis(Math.round(pauses.get(failures - 1).toMillis() * factor)));
    }
}
