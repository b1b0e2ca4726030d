package nl.leerspoor.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.leerspoor.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receivers of each kind, as integrators write them, whose connections break at any moment. */
final class Receiving implements AutoCloseable {

    /** What a receiver does that is called. */
    enum Manner {
        TAKES,
        HANGS,
        DRIPS,
        FLOODS,
        REDIRECTS,
        RESETS
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long BEFORE_ANOTHER_TRY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int CUT_AFTER_AT_MOST = 400;
    private static final int READ_TIMEOUT_MILLIS = 20_000;
    private static final int HANGS_FOR_SECONDS = 60;
    private static final int FLOOD_MEGABYTES = 200;
    private static final int UNLUCKY = 200;

    private final List<Client> nodes;
    private final List<HttpServer> called = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** @param nodes query nodes; a receiver goes to another when one doesn't answer */
    Receiving(List<Client> nodes) {
        this.nodes = nodes;
    }

    /** Listens to server-sent events, goes on after the last that came, and breaks off now and then. */
    Received listening(String who) {
        Received received = new Received();
        Thread.ofVirtual().start(() -> {
            String last = "0";
            for (int node = 0; !closed; node++) {
                last = listen(nodes.get(node % nodes.size()).as(who), last, received);
                LockSupport.parkNanos(BEFORE_ANOTHER_TRY);
            }
        });
        return received;
    }

    private String listen(Client client, String after, Received received) {
        String last = after;
        int messages = ThreadLocalRandom.current().nextInt(CUT_AFTER_AT_MOST);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream(client, after), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && messages > 0; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    JsonNode item = JSON.readTree(line.substring("data: ".length()));
                    received.take(item.path("event"));
                    last = item.path("position").asString();
                    messages--;
                }
            }
        } catch (IOException broken) {
            // that is what this is about
        }
        return last;
    }

    private static InputStream stream(Client client, String after) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(client.base() + "/v1/events/stream").toURL().openConnection();
        client.headers().forEach(connection::setRequestProperty);
        connection.setRequestProperty("Accept", "text/event-stream");
        connection.setRequestProperty("Last-Event-ID", after);
        connection.setReadTimeout(READ_TIMEOUT_MILLIS);
        return connection.getInputStream();
    }

    /** Fetches pages and waits for the next, and rests for some time once. */
    Received fetching(String who, long restSeconds) {
        Received received = new Received();
        Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(restSeconds));
            String next = "0";
            for (int node = 0; !closed; node++) {
                next = fetch(nodes.get(node % nodes.size()).as(who), next, received);
            }
        });
        return received;
    }

    private static String fetch(Client client, String after, Received received) {
        try {
            Reply page = client.get("/v1/events?limit=200&wait=2&after=" + after);
            if (page.status() == 200) {
                page.json().path("items").forEach(item -> received.take(item.path("event")));
                return page.json().path("next").asString();
            }
        } catch (UncheckedIOException broken) {
            // that is what this is about
        }
        LockSupport.parkNanos(BEFORE_ANOTHER_TRY);
        return after;
    }

    /** Subscribes an address that takes what it is told, or behaves badly once it has agreed. */
    Received called(String who, Manner manner) {
        Received received = new Received();
        HttpServer server = server();
        server.createContext("/", call -> answer(call, manner, received));
        Map<String, Object> subscription =
                Map.of("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/", "after", 0);
        Reply reply = nodes.getFirst().as(who).post("/v1/subscriptions", subscription);
        if (reply.status() != HttpURLConnection.HTTP_CREATED) {
            throw new IllegalStateException("No subscription: " + reply.status() + " " + reply.body());
        }
        return received;
    }

    /** One for each: no more than two calls at a time go to one machine and port. */
    private HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            called.add(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange call, Manner manner, Received received) throws IOException {
        try (call) {
            if (call.getRequestMethod().equals("OPTIONS")) {
                call.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
                call.sendResponseHeaders(200, -1);
                return;
            }
            byte[] body = call.getRequestBody().readAllBytes();
            JsonNode told = JSON.readTree(body);
            if (told.has("challenge")) {
                call.sendResponseHeaders(200, body.length);
                call.getResponseBody().write(body);
                return;
            }
            switch (manner) {
                case TAKES -> {
                    received.take(told);
                    // told, and the other side never hears that it was
                    int status = ThreadLocalRandom.current().nextInt(UNLUCKY) == 0 ? 500 : 204;
                    call.sendResponseHeaders(status, -1);
                }
                case HANGS -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(HANGS_FOR_SECONDS));
                case DRIPS -> drip(call);
                case FLOODS -> flood(call);
                case REDIRECTS -> {
                    call.getResponseHeaders().set("Location", "http://169.254.169.254/");
                    call.sendResponseHeaders(302, -1);
                }
                case RESETS -> throw new IOException("It hangs up");
            }
        }
    }

    private static void drip(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, HANGS_FOR_SECONDS);
        try (OutputStream out = call.getResponseBody()) {
            for (int drop = 0; drop < HANGS_FOR_SECONDS; drop++) {
                out.write('.');
                out.flush();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private static void flood(HttpExchange call) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        call.sendResponseHeaders(200, (long) FLOOD_MEGABYTES << 20);
        try (OutputStream out = call.getResponseBody()) {
            for (int n = 0; n < FLOOD_MEGABYTES; n++) {
                out.write(megabyte);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        called.forEach(server -> server.stop(0));
    }
}
