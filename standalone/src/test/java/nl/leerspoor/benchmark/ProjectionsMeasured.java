package nl.leerspoor.benchmark;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import nl.leerspoor.benchmark.history.PastYears;
import nl.leerspoor.benchmark.history.StoredEvent;

/** How fast all views together take in events that were appended in a burst, beside reading the same rows. */
final class ProjectionsMeasured implements Measurement {

    private static final int TRAJECTORIES = 1_500;

    @Override
    public void measure(Site site, Report report) throws Exception {
        List<StoredEvent> burst = PastYears.of(TRAJECTORIES, System.nanoTime());
        long before = site.head();
        long start = System.nanoTime();
        try (Connection connection = site.connect("leerspoor_command")) {
            new StoredCopy().append(connection, burst);
        }
        long appended = System.nanoTime() - start;
        site.awaitViews(site.head());
        long taken = System.nanoTime() - start;
        report.line(
                "live projections, all views, a burst of " + burst.size() + " events",
                "10,000 events/s",
                rate(burst.size(), taken),
                "reading the same rows " + rate(burst.size(), KeysetRead.of(site, before)) + ", COPY into the store "
                        + rate(burst.size(), appended));
    }

    static String rate(long count, long nanos) {
        return String.format(Locale.ROOT, "%,.0f/s", count * 1e9 / nanos);
    }
}
