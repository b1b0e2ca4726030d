package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A project lead publishes the figures of their region, and they stay what they were. */
class SnapshotsOverHttpTest extends RunningApplication {

    private static final String REGION = "AM33";

    /** Each test reports on a day of its own. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final LocalDate day = LocalDate.parse("2020-01-06").plusDays(DAYS.incrementAndGet());
    private Client lead;

    @BeforeEach
    void aProjectLead() {
        lead = client.as("testprojectleider; role=PROJECT_LEAD; regions=" + REGION);
    }

    private JsonNode draft(String validOn, String knownOn) {
        Reply told =
                lead.get("/v1/snapshots/draft?region=%s&validOn=%s&knownOn=%s".formatted(REGION, validOn, knownOn));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return told.json();
    }

    private JsonNode draft() {
        return draft(day.toString(), day.plusDays(30).toString());
    }

    private static Map<String, Object> publication(JsonNode draft) {
        Map<String, Object> command = body("region", draft.path("region").asString());
        command.put("effectiveOn", draft.path("knownOn").asString());
        command.put("validOn", draft.path("validOn").asString());
        command.put("knownOn", draft.path("knownOn").asString());
        command.put("definitionVersion", draft.path("definitionVersion").asInt());
        command.put("hash", draft.path("hash").asString());
        return command;
    }

    private Reply published(JsonNode draft) {
        Reply reply = lead.post("/v1/snapshots", publication(draft));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private JsonNode snapshot(Reply published) {
        return lead.get("/v1/snapshots/%s?minPosition=%d"
                        .formatted(
                                published.json().path("id").asString(),
                                published.json().path("position").asLong()))
                .json();
    }

    @Nested
    class ADraft {

        @Test
        void tellsFiguresThatAnybodyCanHash() throws NoSuchAlgorithmException {
            JsonNode draft = draft();

            assertThat(draft.at("/figures").propertyNames()).contains("inView.total", "leadTimes.startedToCompleted.n");
            assertThat(draft.path("figures").propertyNames())
                    .noneMatch(name -> name.contains("byWerkcoach") || name.contains("byLeerbedrijf"));
            assertThat(draft.path("hash").asString()).isEqualTo(hashed(draft));
        }

        /** In canonical JSON; names have no characters that it escapes, numbers no zeros at their ends. */
        private static String hashed(JsonNode draft) throws NoSuchAlgorithmException {
            Map<String, String> figures = new TreeMap<>();
            draft.path("figures")
                    .properties()
                    .forEach(figure ->
                            figures.put(figure.getKey(), figure.getValue().toString()));
            String json = "{\"definitionVersion\":1,\"figures\":"
                    + figures.entrySet().stream()
                            .map(figure -> "\"" + figure.getKey() + "\":" + figure.getValue())
                            .collect(Collectors.joining(",", "{", "}"))
                    + ",\"knownAt\":" + draft.path("knownAt")
                    + ",\"knownOn\":" + draft.path("knownOn")
                    + ",\"region\":" + draft.path("region")
                    + ",\"validOn\":" + draft.path("validOn") + "}";
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        }

        @Test
        void countsToTheEndOfADayOrToAMomentThatIsOver() {
            assertThat(draft("2020-01-06", "2020-02-29").path("knownAt").asString())
                    .isEqualTo("2020-02-29T22:59:59.999999Z");
            assertThat(draft("2020-01-06", "2020-02-29T12:00:00Z")
                            .path("knownAt")
                            .asString())
                    .isEqualTo("2020-02-29T12:00:00Z");
            Reply tooSoon =
                    lead.get("/v1/snapshots/draft?region=%s&validOn=2020-01-06&knownOn=2099-01-01".formatted(REGION));
            assertThat(tooSoon.status()).isEqualTo(400);
            assertThat(tooSoon.body()).contains("OUT_OF_RANGE", "knownOn");
        }

        @Test
        void isForWhoLeadsTheRegion() {
            String question = "/v1/snapshots/draft?region=%s&validOn=2020-01-06&knownOn=2020-02-01".formatted(REGION);

            assertThat(client.as("testprojectleider; role=PROJECT_LEAD; regions=AM05")
                            .get(question)
                            .status())
                    .isEqualTo(403);
            assertThat(client.as("testauditor; role=AUDITOR; regions=" + REGION)
                            .get(question)
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void namesAllThatIsMissing() {
            Reply reply = lead.get("/v1/snapshots/draft");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().path("errors").size()).isEqualTo(3);
        }
    }

    @Nested
    class AReport {

        @Test
        void isWhatWasTold() {
            JsonNode draft = draft();
            Reply reply = published(draft);

            JsonNode snapshot = snapshot(reply);

            assertThat(snapshot.path("figures")).isEqualTo(draft.path("figures"));
            assertThat(snapshot.path("hash")).isEqualTo(draft.path("hash"));
            assertThat(snapshot.path("knownAt")).isEqualTo(draft.path("knownAt"));
            assertThat(snapshot.path("publishedBy").asString()).isEqualTo("testprojectleider");
            assertThat(snapshot.path("state").asString()).isEqualTo("PUBLISHED");
        }

        @Test
        void isNotWhatWasNotTold() {
            Map<String, Object> command = publication(draft());
            command.put("hash", "0".repeat(64));

            Reply refused = lead.post("/v1/snapshots", command);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("FIGURES_NOT_TOLD");
        }

        @Test
        void isPublishedOnce() {
            JsonNode draft = draft();
            String first = published(draft).json().path("id").asString();

            Reply second = lead.post("/v1/snapshots", publication(draft));

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("SNAPSHOT_ALREADY_PUBLISHED");
            assertThat(second.body()).contains(first);
        }

        @Test
        void isSupersededByOneThatKnowsMoreAndStaysWhatItWas() {
            Reply first = published(draft());
            Reply second = published(draft(day.toString(), day.plusDays(60).toString()));
            Map<String, Object> command =
                    body("supersededBy", second.json().path("id").asString(), "reason", "LATE_ENTRIES");
            command.put("effectiveOn", day.plusDays(60).toString());

            Reply superseded =
                    lead.post("/v1/snapshots/" + first.json().path("id").asString() + "/supersessions", command);

            assertThat(superseded.status()).as(superseded.body()).isEqualTo(201);
            JsonNode before = snapshot(first);
            JsonNode after = snapshot(superseded);
            assertThat(after.path("state").asString()).isEqualTo("SUPERSEDED");
            assertThat(after.path("supersededBy")).isEqualTo(second.json().path("id"));
            assertThat(after.path("figures")).isEqualTo(before.path("figures"));
            assertThat(after.path("hash")).isEqualTo(before.path("hash"));
        }

        @Test
        void isFoundByItsDays() {
            String id = published(draft()).json().path("id").asString();
            String question = "/v1/snapshots?region=%s&validFrom=%s&validUntil=%s&minPosition=%d"
                    .formatted(REGION, day, day, sql().head());

            assertThat(lead.get(question).json().path("items").findValuesAsString("id"))
                    .containsExactly(id);
            assertThat(lead.get(question + "&state=SUPERSEDED")
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }

        @Test
        void isAbsentForOtherRegions() {
            Reply reply = published(draft());
            snapshot(reply);
            Client elsewhere = client.as("testauditor; role=AUDITOR; regions=AM05");
            String id = reply.json().path("id").asString();

            assertThat(elsewhere.get("/v1/snapshots/" + id).status()).isEqualTo(404);
            assertThat(elsewhere
                            .get("/v1/snapshots?region=" + REGION)
                            .json()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    /** Whatever is entered after a report about its day or before, is late for it (rule B29). */
    @Nested
    class AfterAReport {

        private RegionOffice office;
        private Client auditor;
        private String id;
        private JsonNode before;

        @BeforeEach
        void aReport() {
            office = new RegionOffice(client, REGION);
            auditor = client.as("testauditor; role=AUDITOR; regions=" + REGION);
            Reply reply = published(draft());
            before = snapshot(reply);
            id = reply.json().path("id").asString();
        }

        private JsonNode answer(String question) {
            Reply reply = auditor.get("/v1/snapshots/%s%s?minPosition=%d".formatted(id, question, sql().head()));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            return reply.json();
        }

        private List<JsonNode> late(String filter) {
            Reply reply = auditor.get("/v1/audit/late-entries?region=%s&behind=%s&minPosition=%d%s"
                    .formatted(REGION, id, sql().head(), filter));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            return reply.json().path("items").valueStream().toList();
        }

        @Test
        void itStaysWhatItWasAndTheDifferenceNamesTheEventAndItsAuthor() {
            String trajectory = office.openedTrajectory(office.candidate());

            JsonNode now = answer("");
            JsonNode reproduction = answer("/reproduction");
            JsonNode inView = answer("/differences")
                    .path("differences")
                    .valueStream()
                    .filter(figure -> figure.path("name").asString().equals("inView.total"))
                    .findFirst()
                    .orElseThrow();

            assertThat(now).isEqualTo(before);
            assertThat(reproduction.path("equal").asBoolean()).isTrue();
            assertThat(inView.path("difference").asInt()).isPositive();
            assertThat(inView.path("now").asInt() - inView.path("published").asInt())
                    .isEqualTo(inView.path("difference").asInt());
            assertThat(inView.at("/changes").size())
                    .isEqualTo(inView.path("difference").asInt());
            JsonNode cause = inView.at("/changes/0/causes/0");
            assertThat(cause.path("name").asString()).isEqualTo("candidate.CandidateRegistered");
            assertThat(cause.path("author").asString()).isEqualTo("testwerkcoach");
            assertThat(cause.path("effectiveOn").asString()).isEqualTo(RegionOffice.OPENED);
            assertThat(late("&stream=" + trajectory)).singleElement().satisfies(entry -> {
                assertThat(entry.path("type").asString()).isEqualTo("trajectory.TrajectoryOpened");
                assertThat(entry.path("behind").valueStream().map(JsonNode::asString))
                        .contains(id);
                assertThat(entry.path("author").asString()).isEqualTo("testwerkcoach");
            });
        }

        @Test
        void whatIsOfALaterDayIsNotLateForIt() {
            String candidate = office.candidate();
            Map<String, Object> preference = body("sector", "LOG", "hoursPerWeek", 24);
            preference.put("effectiveOn", day.plusDays(1).toString());
            Reply recorded = office.post("/v1/candidates/" + candidate + "/preferences", preference);
            assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);

            assertThat(late("&stream=" + candidate).stream()
                            .map(entry -> entry.path("type").asString()))
                    .containsExactly("candidate.CandidateRegistered");
        }
    }
}
