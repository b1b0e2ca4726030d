package nl.leerspoor.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long many of the same took. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long duration) {
        nanos.add(duration);
    }

    int size() {
        return nanos.size();
    }

    /** In how many milliseconds this share of them was done. */
    double millis(int percentile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int place = Math.min(sorted.size() - 1, sorted.size() * percentile / 100);
        return sorted.get(place) / 1e6;
    }

    String say(int... percentiles) {
        if (size() == 0) {
            return "none";
        }
        List<String> parts = new ArrayList<>();
        for (int percentile : percentiles) {
            parts.add(String.format(Locale.ROOT, "p%d %.1f ms", percentile, millis(percentile)));
        }
        return String.join(", ", parts) + " (n=" + size() + ")";
    }
}
