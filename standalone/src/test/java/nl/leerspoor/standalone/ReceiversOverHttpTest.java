package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** An operator sees who is told of events, and how far each of them is. */
class ReceiversOverHttpTest extends RunningApplication {

    private static final String CONSUMER = "/v1/consumers/waarneming";

    @Value("${leerspoor.events.streams-per-client}")
    private int most;

    private String subject;
    private Client integrator;
    private Client operator;

    @BeforeEach
    void aClientOfItsOwn() {
        subject = "koppeling-" + UUID.randomUUID();
        integrator = client.as(subject + "; role=INTEGRATOR; regions=AM05");
        operator = client.as("beheer-" + UUID.randomUUID() + "; role=OPERATOR; regions=AM05");
    }

    @AfterEach
    void leavesNothingBehind() {
        integrator.send(CONSUMER, request -> request.DELETE());
    }

    private List<JsonNode> ofThisClient() {
        List<JsonNode> found = new ArrayList<>();
        String next = "/v1/receivers?limit=200";
        while (next != null) {
            Reply page = operator.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("client").asString().equals(subject))
                    .forEach(found::add);
            String link = page.header("Link");
            next = link != null && link.contains("rel=\"next\"")
                    ? link.replaceAll(".*?<([^>]+)>; rel=\"next\".*", "$1")
                    : null;
        }
        return found;
    }

    @Test
    void everyConnectionIsThereForAsLongAsItIsOpen() {
        try (EventListener listener = EventListener.to(integrator, "/v1/events/stream")) {
            assertThat(listener.status()).isEqualTo(200);

            assertThat(ofThisClient()).singleElement().satisfies(stream -> {
                assertThat(stream.path("kind").asString()).isEqualTo("STREAM");
                assertThat(stream.path("trouble").isNull()).isTrue();
                assertThat(stream.path("position").asLong()).isPositive();
            });
        }
        // a connection that its client gave up is noticed when something is sent on it
        RegionOffice office = new RegionOffice(client, "AM05");
        await().until(() -> {
            office.candidate();
            return ofThisClient().isEmpty();
        });
    }

    @Test
    void aClientListensWithNoMoreConnectionsThanItMay() {
        List<EventListener> listeners = IntStream.range(0, most)
                .mapToObj(n -> EventListener.to(integrator, "/v1/events/stream"))
                .toList();
        try {
            assertThat(listeners)
                    .allSatisfy(listener -> assertThat(listener.status()).isEqualTo(200));

            Reply refused = integrator
                    .with("Accept", "text/event-stream, application/problem+json")
                    .get("/v1/events/stream");

            assertThat(refused.status()).as(refused.body()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("TOO_MANY_STREAMS");
            assertThat(refused.header("Retry-After")).isNotNull();
            try (EventListener other = EventListener.to(
                    client.as("koppeling-ander; role=INTEGRATOR; regions=AM05"), "/v1/events/stream")) {
                assertThat(other.status()).isEqualTo(200);
            }
        } finally {
            listeners.forEach(EventListener::close);
        }
    }

    @Test
    void everyPartitionOfAConsumerIsThereWithHowFarItIs() {
        integrator
                .with("Content-Type", "application/json")
                .send(CONSUMER, request -> request.PUT(BodyPublishers.ofString("{\"partitions\":2}")));
        new RegionOffice(client, "AM05").candidate();

        List<JsonNode> partitions = ofThisClient();

        assertThat(partitions)
                .extracting(partition -> partition.path("name").asString())
                .containsExactly("waarneming/0", "waarneming/1");
        assertThat(partitions).allSatisfy(partition -> {
            assertThat(partition.path("kind").asString()).isEqualTo("CONSUMER");
            assertThat(partition.at("/lag/events").asLong()).isEqualTo(sql().head());
        });
    }

    @Test
    void theyAreListedPageByPage() {
        for (String name : List.of("a", "b", "c")) {
            integrator
                    .with("Content-Type", "application/json")
                    .send("/v1/consumers/" + name, request -> request.PUT(BodyPublishers.ofString("{}")));
        }
        try {
            List<String> whole = names("/v1/receivers?limit=200");
            Reply first = operator.get("/v1/receivers?limit=2");
            Reply second = operator.get(first.header("Link").replaceAll(".*<([^>]+)>; rel=\"next\".*", "$1"));
            Reply back = operator.get(second.header("Link").replaceAll(".*<([^>]+)>; rel=\"prev\".*", "$1"));

            assertThat(first.json().path("items").findValuesAsString("name")).isEqualTo(whole.subList(0, 2));
            assertThat(second.json().path("items").findValuesAsString("name").getFirst())
                    .isEqualTo(whole.get(2));
            assertThat(back.json().path("items").findValuesAsString("name")).isEqualTo(whole.subList(0, 2));
        } finally {
            List.of("a", "b", "c")
                    .forEach(name -> integrator.send("/v1/consumers/" + name, request -> request.DELETE()));
        }
    }

    private List<String> names(String path) {
        return operator.get(path).json().path("items").findValuesAsString("name");
    }
}
