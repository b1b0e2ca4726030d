package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An integrator checks their copy of the Twente pilot day by day. */
class SummaryOfTwenteTest extends TwentePilot {

    private static final String HOLD = "nl.leerspoor.trajectories.candidate-on-hold.v1";
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    private Client integrator;

    @BeforeEach
    void integrator() {
        integrator = client.as("koppeling-controle; role=INTEGRATOR; regions=AM05");
    }

    private List<JsonNode> copy(String asked) {
        return integrator
                .with("Accept", "application/x-ndjson")
                .get("/v1/events" + asked)
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private JsonNode summary(String asked) {
        Reply reply = integrator.get("/v1/events/summary" + asked);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static void assertSame(JsonNode summary, List<JsonNode> copy) {
        Map<String, List<JsonNode>> days = copy.stream()
                .map(item -> item.path("event"))
                .collect(Collectors.groupingBy(SummaryOfTwenteTest::day, TreeMap::new, Collectors.toList()));
        assertThat(summary.path("days").findValuesAsString("day")).containsExactlyElementsOf(days.keySet());
        summary.path("days").forEach(day -> {
            List<JsonNode> events = days.get(day.path("day").asString());
            assertThat(day.path("count").asInt()).isEqualTo(events.size());
            assertThat(day.path("sha256").asString()).isEqualTo(sha256(events));
            assertThat(day.path("types").properties().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().asLong())))
                    .isEqualTo(events.stream()
                            .collect(Collectors.groupingBy(
                                    event -> event.path("type").asString(), Collectors.counting())));
        });
    }

    private static String day(JsonNode event) {
        return Instant.parse(event.path("time").asString())
                .atZone(NETHERLANDS)
                .toLocalDate()
                .toString();
    }

    private static String sha256(List<JsonNode> events) {
        String ids =
                events.stream().map(event -> event.path("id").asString() + "\n").collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isThatOfAWholeCopy() {
        List<JsonNode> copy = copy("");

        assertSame(summary(""), copy);
        assertThat(copy).hasSizeGreaterThan(1_000);
    }

    @Test
    void isOfWhatTheCopyHas() {
        JsonNode summary = summary("?types=" + HOLD);

        assertSame(summary, copy("?types=" + HOLD));
        assertThat(summary.path("days")
                        .valueStream()
                        .mapToInt(day -> day.path("count").asInt())
                        .sum())
                .isEqualTo(25);
    }

    @Test
    void reachesFromOnePositionToAnother() {
        List<JsonNode> copy = copy("");
        List<JsonNode> part = copy.subList(200, 700);
        long after = copy.get(199).path("position").asLong();
        long until = copy.get(699).path("position").asLong();

        JsonNode summary = summary("?after=" + after + "&until=" + until);

        assertSame(summary, part);
        assertThat(summary.path("after").asLong()).isEqualTo(after);
        assertThat(summary.path("until").asLong()).isEqualTo(until);
    }

    @Test
    void ofAnotherRegionIsEmpty() {
        assertThat(client.as("koppeling-elders; role=INTEGRATOR; regions=AM06")
                        .get("/v1/events/summary?region=AM05")
                        .json()
                        .path("days")
                        .size())
                .isZero();
    }

    @Test
    void isRefusedWithAllFaultsAtOnce() {
        Reply reply = integrator.get("/v1/events/summary?after=9&until=8&types=x&region=AM99");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsString("parameter"))
                .containsExactlyInAnyOrder("until", "types", "region");
        assertThat(integrator
                        .get("/v1/events/summary?until=" + (sql.head() + 1))
                        .status())
                .isEqualTo(400);
    }
}
