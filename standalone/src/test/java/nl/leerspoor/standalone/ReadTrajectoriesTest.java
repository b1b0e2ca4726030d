package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was written over HTTP is read over HTTP, on both clocks and without waiting longer than needed. */
class ReadTrajectoriesTest extends RunningApplication {

    private static final String REGION = "AM33";

    private String trajectory;
    private long position;

    @BeforeEach
    void aSuitableTrajectoryPutOnHold() {
        trajectory = new RegionOffice(client, REGION).suitableTrajectory();
        position = hold("2020-03-23").json().path("position").asLong();
    }

    @Nested
    class OneTrajectory {

        @Test
        void showsWhatItsOwnWriterJustWrote() {
            JsonNode read = read("?minPosition=" + position).json();

            assertThat(read.path("status").asString()).isEqualTo("SUITABLE");
            assertThat(read.path("hold").path("since").asString()).isEqualTo("2020-03-23");
            assertThat(read.path("position").asLong()).isGreaterThanOrEqualTo(position);
        }

        @Test
        void isToldAsItWasOnTheDayThatIsAskedFor() {
            assertThat(read("?validOn=2020-01-06&minPosition=" + position)
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("REGISTERED");
            assertThat(read("?validOn=2020-03-22").json().path("hold").isNull()).isTrue();
        }

        @Test
        void isUnknownOnADayBeforeItWasEntered() {
            assertThat(read("?knownOn=2020-04-01&minPosition=" + position).status())
                    .isEqualTo(404);
        }

        @Test
        void hasTheVersionOfItsStreamAsTagSoThatItCanBeChangedUnderIt() {
            Reply read = read("?minPosition=" + position);

            assertThat(read.header("ETag"))
                    .isEqualTo("\"" + read.json().path("version").asLong() + "\"");
            assertThat(client.with("If-Match", read.header("ETag"))
                            .post("/v1/trajectories/" + trajectory + "/resumptions", on("2020-09-01"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void isNotSentAgainToWhoHasIt() {
            String tag = read("?minPosition=" + position).header("ETag");

            Reply again = client.with("If-None-Match", tag).get("/v1/trajectories/" + trajectory);

            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }

        @Test
        void hasAWeakTagOnDatesOfItsOwn() {
            assertThat(read("?validOn=2020-03-23&minPosition=" + position).header("ETag"))
                    .startsWith("W/\"");
        }

        @Test
        void thatNobodyOpenedIsNotFound() {
            assertThat(client.get("/v1/trajectories/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class APositionThatNoViewHasReached {

        @Test
        void isAnsweredWith503AfterAShortWait() {
            Reply reply = read("?minPosition=999999999999");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.code()).isEqualTo("VIEW_BEHIND");
            assertThat(reply.header("Retry-After")).isNotNull();
        }
    }

    @Nested
    class TheList {

        @Test
        void canBeWalkedInPagesWithoutMissingOrRepeatingAny() {
            String more = new RegionOffice(client, REGION).suitableTrajectory();
            String all = "/v1/trajectories?region=" + REGION + "&limit=1&minPosition="
                    + read("", more).json().path("position").asLong();

            List<String> walked = new ArrayList<>();
            for (String next = all; next != null; ) {
                Reply page = client.get(next);
                page.json()
                        .path("items")
                        .forEach(item -> walked.add(item.path("id").asString()));
                next = link(page, "next");
            }

            assertThat(walked).doesNotHaveDuplicates().contains(trajectory, more);
        }

        @Test
        void keepsToItsFilters() {
            JsonNode held = client.get("/v1/trajectories?region=" + REGION
                            + "&onHold=true&status=SUITABLE&waiting=false&sector=LOG&limit=200&minPosition=" + position)
                    .json();

            assertThat(held.path("items")).isNotEmpty().allSatisfy(item -> {
                assertThat(item.path("hold").isNull()).isFalse();
                assertThat(item.path("region").asString()).isEqualTo(REGION);
            });
        }

        @Test
        void refusesFiltersThatItDoesNotUnderstandAllAtOnce() {
            Reply reply = client.get("/v1/trajectories?status=ASLEEP&onHold=maybe&limit=0&leerbedrijf=1");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("errors").findValuesAsString("parameter"))
                    .containsExactlyInAnyOrder("status", "onHold", "limit", "leerbedrijf");
        }
    }

    @Nested
    class TheHistory {

        @Test
        void tellsEveryEventWithItsAuthorAndBothDates() {
            JsonNode held = history("recorded").path("events").path(3);

            assertThat(held.path("name").asString()).isEqualTo("trajectory.CandidateOnHold");
            assertThat(held.path("author").asString()).isEqualTo("testwerkcoach");
            assertThat(held.path("effectiveOn").asString()).isEqualTo("2020-03-23");
            assertThat(held.path("recordedAt").asString()).startsWith("20");
            assertThat(held.path("payload").path("cause").asString()).isEqualTo("CORONA");
        }

        @Test
        void putsALateFactOnItsDayInEffectiveOrderAndLastInTheOrderOfRecording() {
            Map<String, Object> late = on("2020-02-03");
            late.put("werkcoachId", "testwerkcoach-nieuw");
            position = client.post("/v1/trajectories/" + trajectory + "/werkcoach-reassignments", late)
                    .json()
                    .path("position")
                    .asLong();

            assertThat(names("effective")).endsWith("CandidateOnHold");
            assertThat(names("recorded")).endsWith("WerkcoachReassigned");
        }

        private List<String> names(String order) {
            return history(order).path("events").findValuesAsString("name").stream()
                    .map(name -> name.substring(name.indexOf('.') + 1))
                    .toList();
        }
    }

    private JsonNode history(String order) {
        return read("/history?order=%s&minPosition=%d".formatted(order, position))
                .json();
    }

    private Reply hold(String day) {
        Map<String, Object> body = on(day);
        body.put("cause", "CORONA");
        return client.as("testwerkcoach; role=WERKCOACH").post("/v1/trajectories/" + trajectory + "/holds", body);
    }

    private static Map<String, Object> on(String day) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("effectiveOn", day);
        return body;
    }

    private Reply read(String question) {
        return read(question, trajectory);
    }

    private Reply read(String question, String id) {
        return client.get("/v1/trajectories/" + id + question);
    }

    private static String link(Reply reply, String relation) {
        String header = reply.header("Link");
        if (header == null) {
            return null;
        }
        for (String link : header.split(", ")) {
            if (link.endsWith("rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'));
            }
        }
        return null;
    }
}
