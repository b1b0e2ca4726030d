package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.NodesUnderLoad.Node.COMMAND_A;
import static nl.leerspoor.standalone.NodesUnderLoad.Node.COMMAND_B;
import static nl.leerspoor.standalone.NodesUnderLoad.Node.QUERY_A;
import static nl.leerspoor.standalone.NodesUnderLoad.Node.QUERY_B;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.leerspoor.standalone.CarefulClients.Acknowledged;
import nl.leerspoor.standalone.NodesUnderLoad.Node;
import nl.leerspoor.standalone.Received.Message;
import nl.leerspoor.standalone.Receiving.Manner;
import org.awaitility.Awaitility;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has receivers of each kind follow what happens while commands pour in, their connections break, and each node and
 * PostgreSQL is killed; then counts whether every receiver was told of every acknowledged command, in order and nothing
 * else. Ends with 1 when anything is not as it should be. The argument is for how many seconds; 300 without.
 */
public final class ManyReceivers {

    private static final int CLIENTS = 12;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DEFAULT_SECONDS = 300;

    /** What is done, one after the other, again and again. */
    private enum Fault {
        KILL_POSTGRESQL(null),
        KILL_QUERY_A(QUERY_A),
        KILL_COMMAND_A(COMMAND_A),
        KILL_COMMAND_B(COMMAND_B),
        KILL_QUERY_B(QUERY_B);

        private final Node node;

        Fault(Node node) {
            this.node = node;
        }
    }

    private final NodesUnderLoad nodes;
    private final Map<String, Received> receivers = new LinkedHashMap<>();
    private final Map<String, Received> foreigners = new LinkedHashMap<>();
    private boolean failed;

    private ManyReceivers(NodesUnderLoad nodes) {
        this.nodes = nodes;
    }

    public static void main(String[] arguments) throws Exception {
        LoggingSystem.get(ManyReceivers.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        int seconds = arguments.length == 0 ? DEFAULT_SECONDS : Integer.parseInt(arguments[0]);
        Path folder = Path.of("target", "many-receivers");
        FileSystemUtils.deleteRecursively(folder);
        boolean failed;
        try (NodesUnderLoad nodes = NodesUnderLoad.start(folder);
                Receiving receiving = new Receiving(nodes.queryNodes())) {
            var manyReceivers = new ManyReceivers(nodes);
            manyReceivers.receive(receiving, seconds);
            try (CarefulClients clients = CarefulClients.pour(CLIENTS, PAUSE, nodes.commandNodes())) {
                manyReceivers.disturb(clients, Instant.now().plusSeconds(seconds));
                manyReceivers.count(clients);
            }
            failed = manyReceivers.failed;
        }
        System.exit(failed ? 1 : 0);
    }

    private void receive(Receiving receiving, int seconds) {
        String twente = "koppeling%d; role=INTEGRATOR; regions=AM05";
        receivers.put("listens, is cut off", receiving.listening(twente.formatted(1)));
        receivers.put("listens, is cut off, too", receiving.listening(twente.formatted(2)));
        receivers.put("fetches", receiving.fetching(twente.formatted(3), 0));
        receivers.put("rests, then fetches", receiving.fetching(twente.formatted(4), seconds * 3L / 4));
        receivers.put("is called", receiving.called(twente.formatted(5), Manner.TAKES));
        Stream.of(Manner.values())
                .filter(manner -> manner != Manner.TAKES)
                .forEach(manner -> receiving.called(twente.formatted(6), manner));
        String elsewhere = "koppeling%d; role=INTEGRATOR; regions=AM06";
        foreigners.put("of another region, listens", receiving.listening(elsewhere.formatted(7)));
        foreigners.put("of another region, is called", receiving.called(elsewhere.formatted(8), Manner.TAKES));
    }

    private void count(CarefulClients clients) {
        List<Acknowledged> acknowledged = clients.acknowledged();
        double took = Duration.between(
                                acknowledged.getFirst().begun(),
                                acknowledged.getLast().at())
                        .toMillis()
                / 1_000.0;
        System.out.printf(
                Locale.ROOT,
                "%d commands acknowledged in %.0f s, %.0f/s%n",
                acknowledged.size(),
                took,
                acknowledged.size() / took);
        Ledger ledger = Ledger.of(nodes.sql());
        expect(ledger.lost(acknowledged).isEmpty(), "no acknowledged command is lost");
        expect(ledger.surplus(acknowledged).isEmpty(), "no command is recorded twice");
        List<Message> published = published();
        expect(published.size() == acknowledged.size(), "of every command one message is published");
        System.out.println("| receiver | told | missing | strange | out of order | again |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        receivers.forEach((name, received) -> judge(name, received, published));
        foreigners.forEach((name, received) -> judge(name, received, List.of()));
        System.out.println(failed ? "FAILED" : "every receiver was told everything that is theirs, in order");
    }

    /** Kills one after the other and brings it back, until it is time. */
    private void disturb(CarefulClients clients, Instant until) {
        for (int n = 0; Instant.now().isBefore(until); n++) {
            clients.awaitMore(CLIENTS * 5);
            Fault fault = Fault.values()[n % Fault.values().length];
            System.out.printf(
                    "%s after %d commands%n", fault, clients.acknowledged().size());
            if (fault.node == null) {
                nodes.killDatabase();
            } else {
                nodes.program(fault.node).kill();
                nodes.start(fault.node);
            }
            clients.spread();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        }
        clients.finish();
    }

    private List<Message> published() {
        Client integrator = nodes.program(QUERY_A).client().as("koppeling9; role=INTEGRATOR; regions=AM05");
        return integrator
                .with("Accept", "application/x-ndjson")
                .get("/v1/events")
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .map(ManyReceivers::event)
                .map(Message::of)
                .toList();
    }

    private static JsonNode event(JsonNode item) {
        return item.path("event");
    }

    private void judge(String name, Received received, List<Message> published) {
        if (!published.isEmpty()) {
            Awaitility.await(name + " to be told everything")
                    .atMost(PATIENCE)
                    .until(() -> received.size() >= published.size());
        }
        List<Message> missing = received.missing(published);
        List<Message> strange = received.strange(published);
        Set<String> disordered = received.disordered();
        System.out.printf(
                "| %s | %d | %d | %d | %d | %d |%n",
                name, received.size(), missing.size(), strange.size(), disordered.size(), received.again());
        expect(missing.isEmpty() && strange.isEmpty() && disordered.isEmpty(), name);
    }

    private void expect(boolean so, String what) {
        failed |= !so;
        if (!so) {
            System.out.println("FAILED: " + what);
        }
    }
}
