package nl.leerspoor.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.benchmark.history.PastYears;
import nl.leerspoor.benchmark.history.StoredEvent;

/**
 * How fast receivers have what happened: all of history, and each event after its commit while others come, with one listener
 * and with a thousand. Events are put into the store one by one, and the other nodes woken, as a command node does; the views
 * take them in meanwhile.
 */
final class StreamsMeasured implements Measurement {

    private static final int PAGE = 1_000;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 20;
    private static final int MANY = 1_000;

    /** Of many listeners, those that look at what came; the others only count it. */
    private static final int LOOKING = 20;

    /** What a stream begins with, and what each message takes; silence, which would have lines too, there is none. */
    private static final int FIRST_LINES = 2;

    private static final int LINES_OF_A_MESSAGE = 3;
    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Override
    public void measure(Site site, Report report) throws Exception {
        history(site, report);
        live(site, report, 1, 200, "p50 15 ms, p99 100 ms");
        live(site, report, MANY, 100, "within 512 MB");
    }

    private static void history(Site site, Report report) throws Exception {
        pages(site);
        long bare = KeysetRead.of(site, 0);
        long start = System.nanoTime();
        long told = pages(site);
        long events = site.number("select count(*) from eventstore.domain_event_entry");
        report.line(
                "catch-up feed, pages of %,d, %,d messages of %,d events".formatted(PAGE, told, events),
                "half of bare",
                ProjectionsMeasured.rate(events, System.nanoTime() - start),
                "reading the same rows " + ProjectionsMeasured.rate(events, bare));
        start = System.nanoTime();
        long lines = lines(site);
        long took = System.nanoTime() - start;
        report.line(
                "the same as one NDJSON answer, %,d lines".formatted(lines),
                "1,000,000 in 60 s",
                Site.seconds(took) + ", " + ProjectionsMeasured.rate(lines, took),
                "reading the same rows " + Site.seconds(bare));
    }

    private static long pages(Site site) throws Exception {
        long told = 0;
        long after = 0;
        while (true) {
            String page = site.http()
                    .get("/v1/events?limit=" + PAGE + "&after=" + after)
                    .orFail(200)
                    .body();
            long next = Long.parseLong(page.substring(page.lastIndexOf(':') + 1, page.length() - 1));
            told += page.split("\"position\":", -1).length - 1;
            if (next == after) {
                return told;
            }
            after = next;
        }
    }

    private static long lines(Site site) throws IOException {
        try (InputStream in = site.http().open("/v1/events", "application/x-ndjson")) {
            return count(in, new LongAdder());
        }
    }

    private static long count(InputStream in, LongAdder lines) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            int found = 0;
            for (int n = 0; n < read; n++) {
                found += bytes[n] == '\n' ? 1 : 0;
            }
            lines.add(found);
        }
        return lines.sum();
    }

    private static void live(Site site, Report report, int listeners, int aSecond, String goal) throws Exception {
        int number = aSecond * (WARM_UP_SECONDS + SECONDS);
        List<StoredEvent> events = PastYears.of(number / 15, System.nanoTime()).subList(0, number);
        var listening = new Listening(listeners);
        long before = site.head();
        listening.begin(site);
        Latencies commits = append(site, events, aSecond, listening.appendedAt);
        long told = told(site, before);
        long late = listening.await(told);
        report.line(
                "committed to heard by %,d listeners at %d events/s, %,d of them told"
                        .formatted(listeners, aSecond, told),
                goal,
                listening.heard.say(50, 99)
                        + String.format(Locale.ROOT, ", all heard %.1f s after the last", late / 1e9),
                "bare commit " + commits.say(50, 99) + ", heap in use " + site.heapInUse() + " MB");
        listening.end();
    }

    private static long told(Site site, long after) throws Exception {
        try (InputStream in = site.http().open("/v1/events?after=" + after, "application/x-ndjson")) {
            return count(in, new LongAdder());
        }
    }

    private static Latencies append(Site site, List<StoredEvent> events, int aSecond, Map<String, Long> appendedAt)
            throws Exception {
        Latencies commits = new Latencies();
        var copy = new StoredCopy();
        try (Connection store = site.connect("leerspoor_command");
                Connection notices = site.connect("leerspoor_command");
                Statement notice = notices.createStatement()) {
            long start = System.nanoTime();
            for (int n = 0; n < events.size(); n++) {
                long due = start + TimeUnit.SECONDS.toNanos(n) / aSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long begun = System.nanoTime();
                StoredEvent event = events.get(n);
                copy.append(store, List.of(event));
                long committed = System.nanoTime();
                if (n >= aSecond * WARM_UP_SECONDS) {
                    appendedAt.put(event.id().toString(), committed);
                    commits.add(committed - begun);
                }
                notice.execute("notify leerspoor_appended, 'benchmark'");
            }
        }
        return commits;
    }

    /** Some who listen, each on a connection of their own. */
    private static final class Listening {

        private final Map<String, Long> appendedAt = new ConcurrentHashMap<>();
        private final Latencies heard = new Latencies();
        private final List<LongAdder> counts = new ArrayList<>();
        private final List<InputStream> connections = new ArrayList<>();
        private final CountDownLatch open;
        private final int listeners;

        private Listening(int listeners) {
            this.listeners = listeners;
            this.open = new CountDownLatch(listeners);
        }

        private void begin(Site site) throws Exception {
            for (int n = 0; n < listeners; n++) {
                InputStream in = site.http().as("listener-" + n).open("/v1/events/stream", "text/event-stream");
                var count = new LongAdder();
                counts.add(count);
                connections.add(in);
                boolean looks = n < LOOKING;
                Thread.ofVirtual().start(() -> listen(in, looks, count));
            }
            if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not all streams began");
            }
        }

        private void listen(InputStream in, boolean looks, LongAdder lines) {
            open.countDown();
            try {
                if (looks) {
                    look(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)), lines);
                } else {
                    count(in, lines);
                }
            } catch (IOException ended) {
                // by the one who measures
            }
        }

        private void look(BufferedReader in, LongAdder lines) throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.increment();
                if (line.startsWith("data: ")) {
                    long now = System.nanoTime();
                    Matcher id = ID.matcher(line);
                    Long appended = id.find() ? appendedAt.get(id.group(1)) : null;
                    if (appended != null) {
                        heard.add(now - appended);
                    }
                }
            }
        }

        /** How long it takes until everybody heard everything. */
        private long await(long told) {
            long start = System.nanoTime();
            long expected = FIRST_LINES + LINES_OF_A_MESSAGE * told;
            while (counts.stream().anyMatch(lines -> lines.sum() < expected)) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("Not everybody heard everything");
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
            return System.nanoTime() - start;
        }

        private void end() throws IOException {
            for (InputStream connection : connections) {
                connection.close();
            }
        }
    }
}
