package nl.leerspoor.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import nl.leerspoor.benchmark.history.PastYears;

/**
 * How long after its acknowledgement a command is seen, while fifty come in a second. Whoever sent it asks for its
 * trajectory from its position on. A command that was not taken counts as one that is never seen. Fifty a second for a
 * while warm the program up.
 */
final class VisibleMeasured implements Measurement {

    private static final int A_SECOND = 50;
    private static final int SECONDS = 20;
    private static final int WARM_UP = A_SECOND * 30;
    private static final long NEVER = TimeUnit.MINUTES.toNanos(1);

    private static final int CREATED = 201;
    private static final int VIEW_BEHIND = 503;

    private final LongAdder refused = new LongAdder();
    private final LongAdder patience = new LongAdder();
    private final Latencies commands = new Latencies();
    private final Latencies visible = new Latencies();
    private final Latencies commits = new Latencies();

    @Override
    public void measure(Site site, Report report) throws Exception {
        List<Learning> trajectories = learning(site);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = site.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists public.benchmark_commit(id bigint)");
            long start = System.nanoTime();
            for (int n = 0; n < WARM_UP + A_SECOND * SECONDS; n++) {
                awaitTurn(start, n);
                Learning trajectory = trajectories.get(n % trajectories.size());
                boolean counts = n >= WARM_UP;
                sent.add(CompletableFuture.runAsync(() -> send(site, trajectory, counts), senders));
                if (counts && n % 10 == 0) {
                    long begun = System.nanoTime();
                    statement.execute("insert into public.benchmark_commit values (1)");
                    commits.add(System.nanoTime() - begun);
                }
            }
            sent.forEach(CompletableFuture::join);
            statement.execute("drop table public.benchmark_commit");
        }
        report.line(
                "acknowledged to visible at 50 commands/s",
                "p99 250 ms",
                visible.say(50, 99),
                "bare commit " + commits.say(50, 99) + ", answers that a view was behind: " + patience.sum());
        report.line("sent to acknowledged, the same commands", "", commands.say(50, 99), "not taken: " + refused.sum());
    }

    private static void awaitTurn(long start, int n) {
        long due = start + TimeUnit.SECONDS.toNanos(n) / A_SECOND;
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    /** A trajectory, and who guides it: only they may write to it. */
    private record Learning(String id, String werkcoach) {}

    private static List<Learning> learning(Site site) throws Exception {
        List<Learning> ids = new ArrayList<>();
        for (String region : PastYears.REGIONS) {
            site.http()
                    .get("/v1/trajectories?status=IN_PROGRESS&onHold=false&limit=200&region=" + region)
                    .orFail(200)
                    .json()
                    .path("items")
                    .forEach(item -> ids.add(new Learning(
                            item.path("id").asString(), item.path("werkcoachId").asString())));
        }
        return ids;
    }

    private void send(Site site, Learning trajectory, boolean counts) {
        try {
            Http http = site.http().as(trajectory.werkcoach());
            Http.Reply reply = http.post(
                    "/v1/trajectories/" + trajectory.id() + "/progress-notes",
                    Map.of("effectiveOn", LocalDate.now().toString(), "skillKind", "VAK"));
            if (reply.status() != CREATED) {
                if (counts) {
                    refused.increment();
                    commands.add(NEVER);
                    visible.add(NEVER);
                }
                return;
            }
            long position = reply.json().path("position").asLong();
            long acknowledged = System.nanoTime();
            String question = "/v1/trajectories/" + trajectory.id() + "?minPosition=" + position;
            while (http.get(question).status() == VIEW_BEHIND) {
                patience.increment();
            }
            if (counts) {
                commands.add(reply.nanos());
                visible.add(System.nanoTime() - acknowledged);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
