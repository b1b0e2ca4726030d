package nl.leerspoor.benchmark;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import nl.leerspoor.benchmark.history.PastYears;
import nl.leerspoor.benchmark.history.StoredEvent;

/** How fast all views together take in events that are appended in a burst, beside reading the same rows; round by round. */
final class ProjectionsMeasured implements Measurement {

    private static final int TRAJECTORIES = 1_500;
    private static final int BURSTS = 5;
    private static final int WARM_UP = 2;

    @Override
    public void measure(Site site, Report report) throws Exception {
        for (int burst = -WARM_UP; burst < BURSTS; burst++) {
            List<StoredEvent> events = PastYears.of(TRAJECTORIES, System.nanoTime());
            long before = site.head();
            long start = System.nanoTime();
            try (Connection connection = site.connect("leerspoor_command")) {
                new StoredCopy().append(connection, events);
            }
            long appended = System.nanoTime() - start;
            site.awaitViews(site.head());
            long taken = System.nanoTime() - start;
            if (burst >= 0) {
                report.line(
                        "live projections, all views, a burst of %d events, the appending included"
                                .formatted(events.size()),
                        "10,000 events/s",
                        rate(events.size(), taken),
                        "reading the same rows " + rate(events.size(), KeysetRead.of(site, before))
                                + ", COPY into the store while views take them in " + rate(events.size(), appended));
            }
        }
    }

    static String rate(long count, long nanos) {
        return String.format(Locale.ROOT, "%,.0f/s", count * 1e9 / nanos);
    }
}
