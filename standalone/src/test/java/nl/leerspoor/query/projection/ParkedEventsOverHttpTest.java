package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators read which events a version of a view could not take. */
class ParkedEventsOverHttpTest {

    private static final int BEHIND = 6;

    @TempDir
    static Path folder;

    private static QueryNode node;
    private static Pilots pilots;
    private static UUID headless;
    private static UUID unwritable;
    private static String list;

    @BeforeAll
    static void startWithPoison() {
        node = QueryNode.start(folder);
        pilots = new Pilots(node);
        headless = pilots.withoutBeginning();
        unwritable = pilots.started("nul\0teken");
        LongStream.rangeClosed(1, BEHIND).forEach(version -> pilots.rescheduled(headless, version));
        pilots.caughtUp();
        list = "/v1/projections/pilots/versions/" + pilots.serving().number() + "/parked-events";
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void eachTellsWhereItStandsAndWhyItWaits() {
        List<JsonNode> items = items(get(list));

        assertThat(items).hasSize(2 + BEHIND);
        JsonNode first = items.getFirst();
        assertThat(first.path("position").asLong()).isEqualTo(1);
        assertThat(first.path("stream").asString()).isEqualTo(headless.toString());
        assertThat(first.path("event").asString()).isEqualTo(eventAt(1));
        assertThat(first.path("name").asString()).isEqualTo("pilot.RegionPilotEndRescheduled");
        assertThat(first.path("cause").asString()).isEqualTo("java.lang.NullPointerException");
        assertThat(first.path("sqlState").isNull()).isTrue();
        assertThat(first.path("attempts").asInt()).isEqualTo(1);
        assertThat(first.path("parkedAt").asString()).endsWith("Z");
        assertThat(first.path("triedAt").asString()).endsWith("Z");
        assertThat(items.get(1).path("stream").asString()).isEqualTo(unwritable.toString());
        assertThat(items.get(1).path("cause").asString()).isEqualTo("org.postgresql.util.PSQLException");
        assertThat(items.get(1).path("sqlState").asString()).isEqualTo("22021");
        assertThat(items.subList(2, items.size())).allSatisfy(behind -> {
            assertThat(behind.path("stream").asString()).isEqualTo(headless.toString());
            assertThat(behind.path("cause").isNull()).isTrue();
            assertThat(behind.path("attempts").asInt()).isZero();
        });
    }

    @Test
    void aLongListComesInPagesForwardAndBack() {
        List<JsonNode> all = items(get(list));
        List<JsonNode> forward = new ArrayList<>();
        String page = list + "?limit=3";
        String last = page;
        while (page != null) {
            HttpResponse<String> answer = get(page);
            forward.addAll(items(answer));
            last = page;
            page = link(answer, "next");
        }

        assertThat(forward).isEqualTo(all);
        String previous = link(get(last), "prev");
        assertThat(items(get(previous))).isEqualTo(all.subList(3, 6));
        String first = link(get(previous), "prev");
        assertThat(items(get(first))).isEqualTo(all.subList(0, 3));
        assertThat(link(get(first), "prev")).isNull();
        assertThat(get(list).headers().firstValue("Link")).isEmpty();
    }

    @Test
    void aVersionWithoutThemHasAnEmptyList() {
        HttpResponse<String> answer = get("/v1/projections/candidates/versions/1/parked-events");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(items(answer)).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAtOnceAndWhatIsUnknownIsNotFound() {
        HttpResponse<String> wrong = get(list + "?cursor=x&limit=0");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("INVALID_CURSOR", "OUT_OF_RANGE");
        assertThat(get("/v1/projections/pilots/versions/99/parked-events").statusCode())
                .isEqualTo(404);
        assertThat(get("/v1/projections/onbekend/versions/1/parked-events").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> get(String question) {
        return node.get(question, "application/json");
    }

    private static List<JsonNode> items(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return List.copyOf(
                JsonMapper.shared().readTree(answer.body()).path("items").values());
    }

    private static String link(HttpResponse<String> answer, String relation) {
        return answer.headers()
                .firstValue("Link")
                .flatMap(header -> List.of(header.split(", ")).stream()
                        .filter(link -> link.endsWith("rel=\"" + relation + "\""))
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .findFirst())
                .orElse(null);
    }

    private static String eventAt(long position) {
        return node.sql()
                .sql("select event_identifier from eventstore.domain_event_entry where global_index = :position")
                .param("position", position)
                .query(String.class)
                .single();
    }
}
