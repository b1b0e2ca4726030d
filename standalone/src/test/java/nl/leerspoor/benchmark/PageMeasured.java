package nl.leerspoor.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The page of one trajectory, now and on any pair of dates. */
final class PageMeasured implements Measurement {

    private static final int WARM_UP = 200;
    private static final int ASKED = 1_000;

    @Override
    public void measure(Site site, Report report) throws Exception {
        List<String> ids = site.texts("""
                select aggregate_identifier from eventstore.domain_event_entry
                 where type = 'trajectory' and sequence_number = 0 order by md5(event_identifier) limit 1000""");
        Latencies now = new Latencies();
        Latencies dated = new Latencies();
        Latencies bare = new Latencies();
        try (Connection connection = site.connect("leerspoor_query");
                PreparedStatement least = connection.prepareStatement("""
                        select * from query.trajectory_period
                         where trajectory_id = ? and holds_from <= current_date and holds_until > current_date and known_until = 'infinity'""")) {
            for (int n = -WARM_UP; n < ASKED; n++) {
                String id = Days.oneOf(site.random, ids);
                long page =
                        site.http().get("/v1/trajectories/" + id).orFail(200).nanos();
                long onDates = site.http()
                        .get("/v1/trajectories/%s?validOn=%s&knownOn=%s"
                                .formatted(id, Days.any(site.random), Days.any(site.random)))
                        .nanos();
                long read = read(least, id);
                if (n >= 0) {
                    now.add(page);
                    dated.add(onDates);
                    bare.add(read);
                }
            }
        }
        report.line("page of one trajectory", "p95 5 ms", now.say(50, 95), "bare select " + bare.say(50, 95));
        report.line("the same on any dates (or that there was none)", "p95 5 ms", dated.say(50, 95), "");
    }

    private static long read(PreparedStatement least, String id) throws SQLException {
        long start = System.nanoTime();
        least.setObject(1, UUID.fromString(id));
        try (var rows = least.executeQuery()) {
            while (rows.next()) {
                rows.getString(2);
            }
        }
        return System.nanoTime() - start;
    }
}
