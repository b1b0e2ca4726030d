package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.NodesUnderLoad.Node.COMMAND_A;
import static nl.leerspoor.standalone.NodesUnderLoad.Node.COMMAND_B;
import static nl.leerspoor.standalone.NodesUnderLoad.Node.QUERY_A;
import static nl.leerspoor.standalone.NodesUnderLoad.Node.QUERY_B;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.leerspoor.standalone.CarefulClients.Acknowledged;
import nl.leerspoor.standalone.NodesUnderLoad.Node;
import org.awaitility.Awaitility;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * Kills, stops and freezes each of two command nodes and two query nodes while commands pour in, prints how long each took
 * beside how long it may take, and counts in the end whether every acknowledged command is there once. Ends with 1 when
 * anything is not as it should be.
 */
public final class ManyNodes {

    private static final int CLIENTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 500;

    private static final double STALL = 10;
    private static final double MOVE = 15;
    private static final double STOP = 30;
    private static final double SHARE = 30;

    /** What was seen after something was done to a node. */
    private record Seen(String done, String measured, double seconds, double limit, int acknowledged, double silence) {

        private boolean asItShould() {
            return seconds <= limit && silence <= STALL && acknowledged > 0;
        }
    }

    private final NodesUnderLoad nodes;
    private final CarefulClients clients;
    private final List<Seen> seen = new ArrayList<>();
    private boolean failed;

    private ManyNodes(NodesUnderLoad nodes, CarefulClients clients) {
        this.nodes = nodes;
        this.clients = clients;
    }

    public static void main(String[] arguments) throws Exception {
        LoggingSystem.get(ManyNodes.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Path folder = Path.of("target", "many-nodes");
        FileSystemUtils.deleteRecursively(folder);
        boolean failed;
        try (NodesUnderLoad nodes = NodesUnderLoad.start(folder);
                CarefulClients clients = CarefulClients.pour(CLIENTS, PAUSE, nodes.commandNodes())) {
            var manyNodes = new ManyNodes(nodes, clients);
            manyNodes.run();
            failed = manyNodes.failed;
        }
        System.exit(failed ? 1 : 0);
    }

    private void run() {
        clients.awaitMore(300);
        observe("start all four", "segments are shared", SHARE, this::segmentsAreShared);
        tellWhoDoesWhat();
        for (Node node : List.of(COMMAND_A, COMMAND_B)) {
            nodes.program(node).kill();
            observe("kill -9 " + node, "commands go on", STALL, moreCommands());
            comesBack(node);
        }
        for (Node node : List.of(QUERY_A, QUERY_B)) {
            nodes.program(node).kill();
            segmentsMove("kill -9 " + node);
            comesBack(node);
        }
        for (Node node : List.of(COMMAND_A, QUERY_A)) {
            nodes.program(node).terminate();
            observe("SIGTERM " + node, "it has ended", STOP, () -> hasEnded(node));
            if (node == QUERY_A) {
                segmentsMove("SIGTERM " + node);
            }
            comesBack(node);
        }
        Node appending = freeze(List.of(COMMAND_A, COMMAND_B), true);
        observe("kill -STOP " + appending + " in an append", "commands go on", STALL, moreCommands());
        nodes.thaw(appending);
        Node projecting = freeze(List.of(QUERY_A, QUERY_B), false);
        segmentsMove("kill -STOP " + projecting + " in a batch");
        nodes.thaw(projecting);
        observe("kill -CONT " + projecting, "segments are shared", SHARE, this::segmentsAreShared);
        clients.awaitMore(100);
        clients.finish();
        print();
        count();
    }

    private void comesBack(Node node) {
        nodes.start(node);
        clients.spread();
        if (node == QUERY_A || node == QUERY_B) {
            observe("start " + node, "segments are shared", SHARE, this::segmentsAreShared);
        }
    }

    private void segmentsMove(String done) {
        observe(done, "segments have moved", MOVE, () -> nodes.segments().size() == 1 && nobodyWaits());
    }

    /**
     * Freezes the first of some nodes that is caught at a moment at which others would wait for it for ever, if they were
     * not spared that. A node that has no segment of a view that changes is never caught.
     */
    private Node freeze(List<Node> some, boolean withAppendLock) {
        for (int tries = 0; tries < TRIES; tries++) {
            Node node = some.get(tries % some.size());
            nodes.freeze(node);
            if (nodes.isInTransaction(node, withAppendLock) && nodes.isInTransaction(node, withAppendLock)) {
                return node;
            }
            nodes.thaw(node);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(tries % 20));
        }
        failed = true;
        System.out.println("FAILED: none of " + some + " was caught in a transaction in " + TRIES + " tries");
        nodes.freeze(some.getLast());
        return some.getLast();
    }

    /** Waits until something is seen, and notes how long that took and for how long nothing was acknowledged meanwhile. */
    private void observe(String done, String measured, double limit, BooleanSupplier wanted) {
        Instant begin = Instant.now();
        while (!wanted.getAsBoolean() && begin.plus(PATIENCE).isAfter(Instant.now())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        double seconds = secondsBetween(begin, Instant.now());
        clients.awaitMore(CLIENTS * 10);
        List<Instant> moments = clients.acknowledged().stream()
                .map(Acknowledged::at)
                .filter(begin::isBefore)
                .sorted()
                .toList();
        double silence = 0;
        Instant before = begin;
        for (Instant moment : moments) {
            silence = Math.max(silence, secondsBetween(before, moment));
            before = moment;
        }
        Seen now = new Seen(done, measured, seconds, limit, moments.size(), silence);
        failed |= !now.asItShould();
        seen.add(now);
        System.out.println(line(now));
    }

    private BooleanSupplier moreCommands() {
        int enough = clients.acknowledged().size() + CLIENTS;
        return () -> clients.acknowledged().size() >= enough;
    }

    private boolean hasEnded(Node node) {
        return !nodes.program(node).isAlive();
    }

    private boolean nobodyWaits() {
        return !nodes.segments().containsKey("nobody");
    }

    private boolean segmentsAreShared() {
        Map<String, Long> segments = nodes.segments();
        return segments.size() == 2 && nobodyWaits() && spread(segments) <= 1;
    }

    private static long spread(Map<String, Long> segments) {
        var statistics = segments.values().stream().mapToLong(Long::longValue).summaryStatistics();
        return statistics.getMax() - statistics.getMin();
    }

    private void tellWhoDoesWhat() {
        List<Long> recorded = Stream.of(COMMAND_A, COMMAND_B)
                .map(node -> nodes.program(node)
                        .operator()
                        .get("/actuator/prometheus")
                        .body())
                .map(metrics -> Pattern.compile(
                                "^leerspoor_command_seconds_count\\{.*outcome=\"RECORDED\".*} ([0-9.]+)",
                                Pattern.MULTILINE)
                        .matcher(metrics)
                        .results()
                        .mapToLong(count -> (long) Double.parseDouble(count.group(1)))
                        .sum())
                .toList();
        expect(recorded.stream().allMatch(commands -> commands > 0), "each command node records commands");
        System.out.println("commands recorded by each command node: " + recorded + ", segments of each query node: "
                + nodes.segments().values());
    }

    private void print() {
        System.out.println();
        System.out.println("| done | seen | after | at most | acknowledged meanwhile | longest silence |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        seen.forEach(one -> System.out.println(line(one)));
        System.out.println();
    }

    private static String line(Seen one) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f s | %.0f s | %d | %.1f s |%s",
                one.done(),
                one.measured(),
                one.seconds(),
                one.limit(),
                one.acknowledged(),
                one.silence(),
                one.asItShould() ? "" : " FAILED");
    }

    private void count() {
        List<Acknowledged> acknowledged = clients.acknowledged();
        Sql sql = nodes.sql();
        Ledger ledger = Ledger.of(sql);
        for (Node node : List.of(QUERY_A, QUERY_B)) {
            Client client = nodes.program(node).client();
            Awaitility.await(node + " to know everything")
                    .atMost(PATIENCE)
                    .until(() ->
                            client.get("/v1/pilots?minPosition=" + sql.head()).status() == 200);
        }
        long receipts = number("select count(*) from command.receipt where key like 'pour-%'");
        long pilots = number("select count(distinct pilot_id) from query.pilot_period");
        long lessons = number("select coalesce(sum(jsonb_array_length(lessons)), 0) from query.pilot_period"
                + " where upper_inf(valid) and upper_inf(known)");
        long parked = number("select count(*) from query.parked_event");
        System.out.printf(
                "%d commands acknowledged, %d events, %d receipts, %d pilots with %d lessons in the view; %d events parked%n",
                acknowledged.size(), ledger.events().size(), receipts, pilots, lessons, parked);
        expect(ledger.lost(acknowledged).isEmpty(), "no acknowledged command is lost");
        expect(ledger.surplus(acknowledged).isEmpty(), "no command is recorded twice");
        expect(receipts == acknowledged.size(), "every command has one receipt");
        expect(pilots + lessons == acknowledged.size(), "the view has every command once");
        expect(parked == 0, "no event is parked");
        System.out.println(failed ? "FAILED" : "every acknowledged command is there once, and every limit was kept");
    }

    private long number(String query) {
        return nodes.sql().as(Sql.SUPERUSER).sql(query).query(Long.class).single();
    }

    private void expect(boolean so, String what) {
        failed |= !so;
        if (!so) {
            System.out.println("FAILED: " + what);
        }
    }

    private static double secondsBetween(Instant before, Instant after) {
        return Duration.between(before, after).toMillis() / 1_000.0;
    }
}
