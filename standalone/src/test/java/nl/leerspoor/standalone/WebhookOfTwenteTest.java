package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leerspoor.standalone.Receiver.Call;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is called has the whole Twente pilot: all of it, signed, and of each thing in order. */
class WebhookOfTwenteTest extends TwentePilot {

    @Test
    void everythingComesInTheOrderOfTheFeed() {
        Client integrator = client.as("koppeling-webhook; role=INTEGRATOR; regions=AM05");
        List<JsonNode> feed = integrator
                .with("Accept", "application/x-ndjson")
                .get("/v1/events")
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
        try (Receiver receiver = Receiver.open()) {
            JsonNode made = integrator
                    .post("/v1/subscriptions", Map.of("url", receiver.url(), "after", 0))
                    .json();
            String subscription =
                    "/v1/subscriptions/" + made.at("/subscription/id").asString();
            try {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> receiver.calls().size() >= feed.size());

                List<Call> calls = receiver.calls();
                assertThat(calls).hasSize(feed.size()).hasSizeGreaterThan(1_000);
                calls.forEach(call -> call.verify(made.path("secret").asString()));
                assertThat(bySubject(calls.stream().map(Call::event).toList()))
                        .isEqualTo(bySubject(
                                feed.stream().map(item -> item.path("event")).toList()));
                assertThat(calls.stream()
                                .collect(Collectors.toMap(
                                        call -> call.headers().get("leerspoor-position"),
                                        call -> call.headers().getOrDefault("leerspoor-previous", ""))))
                        .isEqualTo(feed.stream()
                                .collect(Collectors.toMap(
                                        item -> item.path("position").asString(),
                                        item -> item.path("previous").asString(""))));
                await().untilAsserted(() -> {
                    JsonNode told = integrator.get(subscription).json();
                    assertThat(told.path("parked").asInt()).isZero();
                    assertThat(told.path("position").asLong())
                            .isGreaterThanOrEqualTo(
                                    feed.getLast().path("position").asLong());
                });
            } finally {
                integrator.send(subscription, HttpRequest.Builder::DELETE);
            }
        }
    }

    private static Map<String, List<JsonNode>> bySubject(List<JsonNode> events) {
        return events.stream()
                .collect(Collectors.groupingBy(event -> event.path("subject").asString()));
    }
}
