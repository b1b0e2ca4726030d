package nl.leerspoor.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP with a running program, as somebody.
 *
 * @param base     where the program listens, without a slash at the end
 * @param headers  sent along with every request
 * @param patience how long it waits for an answer
 */
record Client(String base, Map<String, String> headers, Duration patience) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What came back.
     *
     * @param body empty when there was none
     */
    record Reply(int status, java.net.http.HttpHeaders headers, String body) {

        /** The body, which is JSON. */
        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The stable code of a problem. */
        String code() {
            return json().path("code").asString();
        }

        /** The first value of a header, or null without it. */
        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    /** Somebody who has every role in every region, and guides the candidates of most tests. */
    static Client of(String base) {
        return unknown(base).as("testwerkcoach");
    }

    /** Somebody without a token. */
    static Client unknown(String base) {
        return new Client(base, Map.of("Accept", "application/json"), Duration.ofSeconds(60));
    }

    /** The same client, which gives up sooner or later. */
    Client within(Duration patience) {
        return new Client(base, headers, patience);
    }

    /** The same client with one more header, which replaces an earlier one of that name. */
    Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(base, more, patience);
    }

    /** The same client, speaking for somebody: {@code anja; role=WERKCOACH; org=ROC; regions=AM05}. */
    Client as(String somebody) {
        return with("Authorization", "Bearer " + IdentityProvider.token(IdentityProvider.named(somebody)));
    }

    /** The same client, without what it said of who it is. */
    Client unknown() {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove("Authorization");
        return new Client(base, fewer, patience);
    }

    Reply get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    /** Posts JSON under a fresh idempotency key, unless this client has one. */
    Reply post(String path, String body) {
        Client keyed = headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
        return keyed.with("Content-Type", headers.getOrDefault("Content-Type", "application/json"))
                .send(path, request -> request.POST(BodyPublishers.ofString(body)));
    }

    /** Posts members as one JSON object under a fresh idempotency key, unless this client has one. */
    Reply post(String path, Map<String, ?> body) {
        return post(path, JSON.writeValueAsString(body));
    }

    /** Sends a request of any kind, with the headers of this client. */
    Reply send(String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = HTTP.send(method.apply(request).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + base + path, e);
        }
    }
}
