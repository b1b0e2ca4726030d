package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An integrator fetches what happened in the Twente pilot, and can prove that nothing of it is missing. */
class FeedOfTwenteTest extends TwentePilot {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HOLD = "nl.leerspoor.trajectories.candidate-on-hold.v1";

    private Client integrator;

    @BeforeEach
    void integrator() {
        integrator = client.as("koppeling; role=INTEGRATOR; regions=AM05");
    }

    private List<JsonNode> whole(String asked) {
        Reply reply = integrator.with("Accept", "application/x-ndjson").get("/v1/events" + asked);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
        return reply.body().lines().map(JSON::readTree).toList();
    }

    /** Follows the links from the first page until one is empty. */
    private List<JsonNode> pages(String asked) {
        List<JsonNode> items = new ArrayList<>();
        String next = "/v1/events" + asked;
        while (true) {
            Reply page = integrator.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            List<JsonNode> more = page.json().path("items").valueStream().toList();
            items.addAll(more);
            next = page.header("Link").replaceAll("<([^>]+)>; rel=\"next\"", "$1");
            assertThat(next).contains("after=" + page.json().path("next").asLong());
            if (more.isEmpty()) {
                return items;
            }
        }
    }

    private static void assertThatNothingIsMissing(List<JsonNode> items) {
        long before = -1;
        for (JsonNode item : items) {
            assertThat(item.path("previous").asLong(-1)).as(item.toString()).isEqualTo(before);
            before = item.path("position").asLong();
        }
    }

    @Nested
    class AHistory {

        @Test
        void isTheSamePageByPageAndInOneAnswer() {
            List<JsonNode> pages = pages("?limit=97");

            assertThat(pages).hasSizeGreaterThan(1_000).isEqualTo(whole(""));
            assertThatNothingIsMissing(pages);
            assertThat(pages.stream().map(item -> item.at("/event/id").asString()))
                    .doesNotHaveDuplicates();
        }

        @Test
        void hasEveryHoldOfThePilotAndNothingElseWhenAskedForThem() {
            List<JsonNode> holds = pages("?limit=10&types=" + HOLD);

            assertThat(holds).hasSize(25);
            assertThat(holds.stream().map(item -> item.at("/event/type").asString()))
                    .containsOnly(HOLD);
            assertThatNothingIsMissing(holds);
        }

        @Test
        void isOfOneThingWhenAskedForIt() {
            Map<String, List<JsonNode>> bySubject = whole("").stream()
                    .collect(Collectors.groupingBy(
                            item -> item.at("/event/subject").asString(), TreeMap::new, Collectors.toList()));
            String subject = bySubject.entrySet().stream()
                    .max(Map.Entry.comparingByValue((one, other) -> one.size() - other.size()))
                    .orElseThrow()
                    .getKey();

            List<JsonNode> one = pages("?limit=3&subject=" + subject);

            assertThatNothingIsMissing(one);
            assertThat(one.stream().map(item -> item.path("event")))
                    .isEqualTo(bySubject.get(subject).stream()
                            .map(item -> item.path("event"))
                            .toList());
        }

        @Test
        void goesOnFromAnyPositionWithTheOneBefore() {
            List<JsonNode> holds = whole("?types=" + HOLD);
            long between = holds.get(11).path("position").asLong() - 1;

            JsonNode page = integrator
                    .get("/v1/events?limit=1&types=" + HOLD + "&after=" + between)
                    .json();

            assertThat(page.at("/items/0")).isEqualTo(holds.get(11));
        }

        @Test
        void isPackedForWhoCanUnpackIt() throws IOException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(integrator.base() + "/v1/events"));
            integrator
                    .with("Accept", "application/x-ndjson")
                    .with("Accept-Encoding", "gzip")
                    .headers()
                    .forEach(request::setHeader);

            HttpResponse<byte[]> packed = send(request.build());

            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            try (var lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(packed.body())), StandardCharsets.UTF_8))) {
                assertThat(lines.lines().map(JSON::readTree).toList()).isEqualTo(whole(""));
            }
        }

        private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Test
        void isABatchOfCloudEventsForWhoReadsThose() {
            Reply batch = integrator
                    .with("Accept", "application/cloudevents-batch+json")
                    .get("/v1/events?limit=50");

            assertThat(batch.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
            assertThat(batch.json().valueStream().toList())
                    .isEqualTo(integrator
                            .get("/v1/events?limit=50")
                            .json()
                            .path("items")
                            .valueStream()
                            .map(item -> item.path("event"))
                            .toList());
        }
    }

    @Nested
    class AnEvent {

        @Test
        void isACloudEvent() {
            JsonNode item =
                    integrator.get("/v1/events?limit=1&types=" + HOLD).json().at("/items/0");
            JsonNode event = item.path("event");

            assertThat(event.path("specversion").asString()).isEqualTo("1.0");
            assertThat(event.path("source").asString()).startsWith("urn:nld:oin:");
            assertThat(event.path("sequence").asString())
                    .isEqualTo("%020d".formatted(item.path("position").asLong()));
            assertThat(event.path("time").asString()).startsWith("2020-03-2").endsWith("Z");
            assertThat(event.path("dataschema").asString()).endsWith("/v1/event-types/" + HOLD + "/schema");
            assertThat(event.path("subject")).isEqualTo(event.at("/data/trajectoryId"));
            assertThat(event.at("/data/region").asString()).isEqualTo("AM05");
            assertThat(event.at("/data/effectiveOn").asString()).isEqualTo("2020-03-23");
        }
    }

    @Nested
    class APage {

        @Test
        void thatIsFullNeverChangesAndMayBeKept() {
            Reply full = integrator.get("/v1/events?limit=20");

            assertThat(full.header("Cache-Control")).isEqualTo("max-age=86400, private, immutable");
            Reply again = integrator.with("If-None-Match", full.header("ETag")).get("/v1/events?limit=20");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }

        @Test
        void atTheEndMayNotBeKeptAndSaysWhereToGoOn() {
            long head = sql.head();

            Reply end = integrator.get("/v1/events?after=" + head);

            assertThat(end.body()).isEqualTo("{\"items\":[],\"next\":" + head + "}");
            assertThat(end.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Nested
    class WhatIsAskedWrongly {

        @Test
        void isToldAllAtOnce() {
            Reply reply = integrator.get("/v1/events?after=-1&limit=0&types=x,y&region=AM99&subject=z&wait=31");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json()
                            .path("errors")
                            .valueStream()
                            .map(error -> error.path("parameter").asString()))
                    .containsExactlyInAnyOrder("after", "limit", "types", "region", "subject", "wait");
        }

        @Test
        void isAPositionThatTheStoreDoesNotHave() {
            Reply reply = integrator.get("/v1/events?after=" + (sql.head() + 1));

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/parameter").asString()).isEqualTo("after");
            assertThat(reply.json().at("/errors/0/detail").asString()).contains("back-up");
        }

        @Test
        void isALimitOfAWholeHistory() {
            assertThat(integrator
                            .with("Accept", "application/x-ndjson")
                            .get("/v1/events?limit=5&wait=1")
                            .json()
                            .path("errors")
                            .size())
                    .isEqualTo(2);
        }
    }

    @Nested
    class AnotherRegion {

        @Test
        void isToldNothing() {
            Client stranger = client.as("koppeling-elders; role=INTEGRATOR; regions=AM06,AM20");

            for (String asked : List.of("", "?region=AM05", "?types=" + HOLD)) {
                assertThat(stranger.get("/v1/events" + asked)
                                .json()
                                .path("items")
                                .size())
                        .as(asked)
                        .isZero();
            }
        }
    }

    @Nested
    class AStream {

        @Test
        void beginsWhereItIsAskedToAndIsTheFeed() {
            List<JsonNode> feed = whole("");
            try (EventListener listener = EventListener.to(integrator, "/v1/events/stream?after=0")) {
                assertThat(listener.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/event-stream");

                assertThat(listener.next(feed.size()).stream().map(EventListener.Received::data))
                        .isEqualTo(feed);
            }
        }

        @Test
        void goesOnAfterTheLastEventThatCame() {
            List<JsonNode> holds = whole("?types=" + HOLD);
            String last = holds.get(4).path("position").asString();
            try (EventListener listener = EventListener.to(
                    integrator.with("Last-Event-ID", last), "/v1/events/stream?after=0&types=" + HOLD)) {

                assertThat(listener.next(20).stream().map(EventListener.Received::data))
                        .isEqualTo(holds.subList(5, 25));
            }
        }

        @Test
        void refusesAPositionThatTheStoreDoesNotHave() {
            try (EventListener listener = EventListener.to(
                    integrator.with("Last-Event-ID", String.valueOf(sql.head() + 1)), "/v1/events/stream")) {
                assertThat(listener.status()).isEqualTo(400);
            }
        }
    }
}
