package nl.leerspoor.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.standalone.IdentityProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with the program, and says how long each answer took. */
final class Http {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Identity WHO = IdentityProvider.everything("testwerkcoach", "ROC");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

    /**
     * What came back.
     *
     * @param nanos from the first byte sent to the last byte received
     */
    record Reply(int status, String body, Optional<String> link, long nanos) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** Path and query of the page after this one. */
        Optional<String> next() {
            return link.map(NEXT::matcher).filter(Matcher::find).map(found -> {
                URI next = URI.create(found.group(1));
                return next.getRawPath() + "?" + next.getRawQuery();
            });
        }

        Reply orFail(int expected) {
            if (status != expected) {
                throw new IllegalStateException("Status " + status + " where " + expected + " was due: " + body);
            }
            return this;
        }
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    private final Identity who;

    Http(String base) {
        this(base, WHO);
    }

    private Http(String base, Identity who) {
        this.base = base;
        this.who = who;
    }

    /** The same for somebody of another name, who has a caseload of their own. */
    Http as(String name) {
        return new Http(base, IdentityProvider.everything(name, who.organisation()));
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** What is sent for a path as it comes, on a connection of its own, until whoever reads it closes it. */
    InputStream open(String path, String accepted) throws IOException {
        var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestProperty("Accept", accepted);
        connection.setRequestProperty("Authorization", "Bearer " + IdentityProvider.token(who));
        return connection.getInputStream();
    }

    Reply post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return post(path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    Reply post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + IdentityProvider.token(who))
                .timeout(Duration.ofMinutes(10));
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Link"),
                System.nanoTime() - start);
    }
}
