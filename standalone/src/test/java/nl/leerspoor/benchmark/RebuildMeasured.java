package nl.leerspoor.benchmark;

import java.time.Duration;

/** How long it takes to make all views from nothing, beside reading all events. */
final class RebuildMeasured implements Measurement {

    @Override
    public void measure(Site site, Report report) throws Exception {
        long events = site.head();
        Duration rebuilt = site.makeViewsAgain();
        long read = KeysetRead.of(site, 0);
        report.line(
                "all views from nothing, " + events + " events",
                "3 min",
                Site.seconds(rebuilt.toNanos()) + ", " + ProjectionsMeasured.rate(events, rebuilt.toNanos()),
                "reading them all " + Site.seconds(read));
    }
}
