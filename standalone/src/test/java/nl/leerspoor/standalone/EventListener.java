package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to server-sent events, as a client of them does that reads the standard. */
final class EventListener implements AutoCloseable {

    /** One event that came, with the id that its stream gave it. */
    record Received(String id, JsonNode data) {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread reading;

    private EventListener(Client client, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(client.base() + path));
        client.with("Accept", "text/event-stream").headers().forEach(request::setHeader);
        try {
            this.response = http.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        this.reading = Thread.ofVirtual().start(this::read);
    }

    static EventListener to(Client client, String path) {
        return new EventListener(client, path);
    }

    int status() {
        return response.statusCode();
    }

    java.net.http.HttpHeaders headers() {
        return response.headers();
    }

    /** The next event; it has to come. */
    Received next() {
        try {
            Received next = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("No event came within " + PATIENCE);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<Received> next(int number) {
        return Stream.generate(this::next).limit(number).toList();
    }

    /** Whether the other side ends it. */
    boolean ends() {
        try {
            return reading.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String id = null;
        StringBuilder data = new StringBuilder();
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.append(line, 6, line.length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    received.add(new Received(id, JSON.readTree(data.toString())));
                    data.setLength(0);
                }
            }
        } catch (UncheckedIOException closed) {
            // the other side went away, or this one did
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
