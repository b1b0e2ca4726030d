package nl.leerspoor.standalone;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of an integrator that wants to be called. What it does with a call, a test says. */
final class Receiver implements AutoCloseable {

    /**
     * A message that came.
     *
     * @param at      when it came
     * @param headers the first value of each, by its name in small letters
     */
    record Call(Instant at, Map<String, String> headers, String body) {

        JsonNode event() {
            return JSON.readTree(body);
        }

        String id() {
            return headers.get("webhook-id");
        }

        /** Throws unless whoever has the secret sent it. */
        void verify(String secret) {
            try {
                new Webhook(secret)
                        .verify(
                                body,
                                Map.of(
                                        "webhook-id", List.of(id()),
                                        "webhook-timestamp", List.of(headers.get("webhook-timestamp")),
                                        "webhook-signature", List.of(headers.get("webhook-signature"))));
            } catch (com.standardwebhooks.exceptions.WebhookVerificationException
                    | com.standardwebhooks.exceptions.EmptyWebhookSecretException refused) {
                throw new AssertionError(refused);
            }
        }
    }

    /** What it does with a message. */
    @FunctionalInterface
    interface Manner {

        void answer(HttpExchange exchange, Call call) throws IOException;
    }

    static final Manner WELL = (exchange, call) -> exchange.sendResponseHeaders(204, -1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile Manner manner = WELL;
    private volatile String allows = "*";
    private volatile String rate;
    private volatile boolean repeats = true;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 100);
            var receiver = new Receiver(server);
            server.setExecutor(receiver.threads);
            server.createContext("/", receiver::handle);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** From now on it answers messages like this. */
    void does(Manner next) {
        manner = next;
    }

    /** From now on it answers messages with a status, and headers as name and value. */
    void answers(int status, String... headers) {
        manner = (exchange, call) -> {
            for (int n = 0; n < headers.length; n += 2) {
                exchange.getResponseHeaders().set(headers[n], headers[n + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Whom it allows to call, and how often a minute; null to say nothing of it. */
    void allows(String origin, String perMinute) {
        allows = origin;
        rate = perMinute;
    }

    void repeatsChallenges(boolean does) {
        repeats = does;
    }

    /** The messages that came so far. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (exchange.getRequestMethod()) {
                case "OPTIONS" -> permit(exchange);
                case "POST" -> take(exchange, new String(body, StandardCharsets.UTF_8));
                default -> exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private void permit(HttpExchange exchange) throws IOException {
        if (allows != null) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Origin", allows);
        }
        if (rate != null) {
            exchange.getResponseHeaders().set("WebHook-Allowed-Rate", rate);
        }
        exchange.sendResponseHeaders(200, -1);
    }

    private void take(HttpExchange exchange, String body) throws IOException {
        if (exchange.getRequestHeaders().getFirst("webhook-id") == null) {
            byte[] answer = (repeats ? body : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            return;
        }
        var headers = new java.util.TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var call = new Call(Instant.now(), headers, body);
        calls.add(call);
        manner.answer(exchange, call);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
