package nl.leerspoor.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.benchmark.history.PastYears;

/** One figure, and all figures, with all splits, for any region or the country on any pair of dates. */
final class FiguresMeasured implements Measurement {

    private static final int WARM_UP = 150;
    private static final int ASKED = 150;
    private static final int OK = 200;

    /** One of each kind of reckoning. */
    static final List<String> FIGURES = List.of(
            "inView",
            "inProgress",
            "onHold",
            "waiting",
            "postponed",
            "completed",
            "verklaringenIssued",
            "toBeIssued",
            "leadTimes",
            "supervisorsTrained",
            "shortage",
            "trainings",
            "employers",
            "werkprocessen",
            "confidenceGrowth",
            "preferenceMet",
            "outcomes");

    private int unanswered;

    @Override
    public void measure(Site site, Report report) throws Exception {
        Latencies single = new Latencies();
        Latencies regional = new Latencies();
        Latencies national = new Latencies();
        Latencies sectors = new Latencies();
        Latencies bare = new Latencies();
        try (Connection connection = site.connect("leerspoor_query");
                PreparedStatement least = connection.prepareStatement("""
                        select status, count(*) from query.trajectory_period
                         where region = ? and holds_from <= ? and holds_until > ? and known_from <= ? and known_until > ?
                         group by status""")) {
            for (int n = -WARM_UP; n < ASKED; n++) {
                String region = Days.oneOf(site.random, PastYears.REGIONS);
                LocalDate validOn = Days.any(site.random);
                LocalDate knownOn = Days.any(site.random);
                String dates = "validOn=" + validOn + "&knownOn=" + knownOn;
                String figure = Days.oneOf(site.random, FIGURES);
                long one = ask(site, "figure=" + figure + "&region=" + region + "&" + dates);
                long inRegion = ask(site, "region=" + region + "&" + dates);
                long inCountry = n % 3 == 0 ? ask(site, dates) : 0;
                long bySector = ask(site, "region=" + region + "&by=sector&" + dates);
                long counted = count(least, region, validOn, knownOn);
                if (n >= 0) {
                    single.add(one);
                    regional.add(inRegion);
                    sectors.add(bySector);
                    bare.add(counted);
                    if (n % 3 == 0) {
                        national.add(inCountry);
                    }
                }
            }
        }
        report.line(
                "one figure of a region, any dates, all splits",
                "p95 50 ms",
                single.say(50, 95),
                "bare count by status " + bare.say(50, 95));
        report.line("all figures of a region, any dates, all splits", "p95 50 ms", regional.say(50, 95), "");
        report.line("the same by sector only", "p95 50 ms", sectors.say(50, 95), "");
        report.line(
                "the same of the country, all splits",
                "p95 50 ms",
                national.say(50, 95),
                "given up by the program: " + unanswered);
    }

    private long ask(Site site, String query) throws Exception {
        Http.Reply reply = site.http().get("/v1/figures?" + query);
        if (reply.status() != OK) {
            unanswered++;
        }
        return reply.nanos();
    }

    private static long count(PreparedStatement least, String region, LocalDate validOn, LocalDate knownOn)
            throws SQLException {
        long start = System.nanoTime();
        least.setString(1, region);
        least.setObject(2, validOn);
        least.setObject(3, validOn);
        least.setObject(4, knownOn);
        least.setObject(5, knownOn);
        try (var rows = least.executeQuery()) {
            while (rows.next()) {
                rows.getLong(2);
            }
        }
        return System.nanoTime() - start;
    }
}
