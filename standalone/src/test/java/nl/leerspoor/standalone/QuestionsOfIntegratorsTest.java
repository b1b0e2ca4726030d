package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Eight of the ten questions of data integrators, asked of Twente: those about types and their end, gaps (within a stream),
 * copies (of states), corrections, reference data, school states and the position token.
 */
class QuestionsOfIntegratorsTest extends TwentePilot {

    private static final String HOLD = "nl.leerspoor.trajectories.candidate-on-hold.v1";
    private static final String K009 = "/v1/trajectories/" + TwenteIds.of("trajectory", "K009");

    @Test
    void whichEventTypesExistWithWhichFields() {
        Map<String, JsonNode> types = eventTypes();

        assertThat(types).hasSizeGreaterThan(80).containsKey(HOLD);
        JsonNode schema = client.get("/v1/event-types/" + HOLD + "/schema").json();
        assertThat(schema.path("properties").propertyNames())
                .contains("trajectoryId", "region", "effectiveOn", "cause", "phase", "expectedResumeOn");
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .contains("cause")
                .doesNotContain("expectedResumeOn");
    }

    @Test
    void whenDoesVersionOneOfThisTypeEnd() {
        assertThat(eventTypes().get(HOLD).path("version").asInt()).isEqualTo(1);
        assertThat(eventTypes().get(HOLD).path("sunsetOn").isNull())
                .as("there is no end in sight, and the list would say so")
                .isTrue();
    }

    @Test
    void didIMissAnythingOfThisTrajectory() {
        JsonNode events = answer(K009 + "/history?order=recorded").path("events");

        assertThat(events.valueStream().map(event -> event.path("version").asInt()))
                .as("the versions of a stream have no gap")
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(events.valueStream().map(event -> event.path("position").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(answer(K009).path("version").asInt())
                .as("the last version is that of the trajectory itself")
                .isEqualTo(6);
    }

    @Test
    void howDoIRebuildMyCopyOfTheStatesFromZero() {
        answer("/v1/trajectories?limit=1");
        List<String> lines = client.with("Accept", "application/x-ndjson")
                .get("/v1/trajectories?region=AM05&validOn=2020-11-01")
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(72).doesNotHaveDuplicates();
    }

    @Test
    void whatDoesACorrectionMeanForDataThatIAlreadyProcessed() {
        Map<String, JsonNode> events = answer(K009 + "/history?order=recorded")
                .path("events")
                .valueStream()
                .collect(Collectors.toMap(event -> event.path("name").asString(), Function.identity()));
        JsonNode opened = events.get("trajectory.TrajectoryOpened");
        JsonNode corrected = events.get("trajectory.CandidateSectorCorrected");

        assertThat(corrected.path("corrects")).isEqualTo(opened.path("id"));
        assertThat(opened.path("correctedBy").valueStream()).containsExactly(corrected.path("id"));
        assertThat(corrected.path("effectiveOn").asString())
                .as("it holds from the day of what it corrects")
                .isEqualTo("2020-01-15");
        assertThat(opened.at("/payload/sector").asString())
                .as("what was entered stays as it was")
                .isEqualTo("HV");
        assertThat(corrected.at("/payload/newSector").asString()).isEqualTo("DZ");
        assertThat(sectorKnownOn("2020-01-16")).isEqualTo("HV");
        assertThat(sectorKnownOn("2020-01-20")).isEqualTo("DZ");
    }

    @Test
    void whichCreboListWasValidOnADay() {
        assertThat(codes("crebos", "2015-07-31")).isEmpty();
        assertThat(codes("crebos", "2019-10-01").keySet()).hasSize(12).contains("25251", "25252", "25254", "25258");
        assertThat(codes("crebos", "2019-10-01")
                        .get("25258")
                        .at("/attributes/dossier")
                        .asString())
                .isEqualTo("23192");
    }

    @Test
    void howDoIMapSchoolStatesToYours() {
        Map<String, String> states = codes("school-agreement-states", "2020-11-01").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        code -> code.getValue().at("/attributes/state").asString()));

        assertThat(states)
                .containsOnly(
                        Map.entry("VOORLOPIG", "DRAFTED"),
                        Map.entry("VOLLEDIG", "DRAFTED"),
                        Map.entry("OVEREENKOMST_AFGEDRUKT", "SIGNING"),
                        Map.entry("DEFINITIEF", "ACTIVE"),
                        Map.entry("BEEINDIGD", "ENDED"),
                        Map.entry("AFGEMELD", "REJECTED"),
                        Map.entry("AFGEWEZEN", "REJECTED"));
        states.values()
                .forEach(state -> assertThat(client.get("/v1/praktijkovereenkomsten?state=" + state)
                                .status())
                        .as("the list knows %s", state)
                        .isEqualTo(200));
    }

    @Test
    void isTheReadModelUpToDateWithTheEventThatIJustSaw() {
        long seen = sql.head();

        assertThat(client.get(K009 + "?minPosition=" + seen)
                        .json()
                        .path("position")
                        .asLong())
                .isGreaterThanOrEqualTo(seen);

        var tooSoon = client.get(K009 + "?minPosition=" + (seen + 1_000_000));
        assertThat(tooSoon.status()).isEqualTo(503);
        assertThat(tooSoon.json().path("code").asString()).isEqualTo("VIEW_BEHIND");
    }

    private Map<String, JsonNode> eventTypes() {
        return client.get("/v1/event-types")
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(type -> type.path("type").asString(), Function.identity()));
    }

    private String sectorKnownOn(String knownOn) {
        return answer(K009 + "?validOn=2020-01-16&knownOn=" + knownOn)
                .path("sector")
                .asString();
    }

    private Map<String, JsonNode> codes(String list, String validOn) {
        return client.get("/v1/reference-data?lists=" + list + "&validOn=" + validOn)
                .json()
                .at("/items/0/codes")
                .valueStream()
                .collect(Collectors.toMap(code -> code.path("code").asString(), Function.identity()));
    }
}
