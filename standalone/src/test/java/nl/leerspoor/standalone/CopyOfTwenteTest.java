package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who keeps a copy as the examples do has what was published, without what was retracted, corrected or erased since. */
class CopyOfTwenteTest extends TwentePilot {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private Client integrator;
    private List<JsonNode> published;

    @BeforeEach
    void everythingPublished() {
        integrator = client.as("koppeling; role=INTEGRATOR; regions=AM05");
        published = integrator
                .with("Accept", "application/x-ndjson")
                .get("/v1/events")
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aCopyIsMadeFromZero(Example example) {
        JsonNode copy = example.run(folder, integrator, "--once");

        assertThat(copy.path("position").asLong())
                .isGreaterThanOrEqualTo(published.getLast().path("position").asLong());
        assertThat(copy.path("facts")).isEqualTo(kept(published));
        assertThat(copy.path("facts").size())
                .as("facts that were retracted, corrected or of who was erased")
                .isLessThan(published.size());
    }

    @ParameterizedTest
    @EnumSource
    void aCopyGoesOnFromWhereItIs(Example example) throws IOException {
        List<JsonNode> first = published.subList(0, published.size() - 50);
        Map<String, JsonNode> begun = Map.of("position", first.getLast().path("position"), "facts", kept(first));
        Files.writeString(folder.resolve("copy.json"), JSON.writeValueAsString(begun));

        JsonNode copy = example.run(folder, integrator, "--once");

        assertThat(copy.path("facts")).isEqualTo(kept(published));
    }

    /** The facts that a copy may have, told by what is published of each and of those who were erased. */
    private static JsonNode kept(List<JsonNode> items) {
        Set<String> undone = items.stream()
                .map(item -> item.at("/event/data"))
                .flatMap(data ->
                        Stream.concat(data.path("retracts").valueStream(), Stream.of(data.path("correctsEventId"))))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        Map<String, Long> erasedAt = items.stream()
                .filter(item -> item.at("/event/type").asString().endsWith(".personal-data-erased.v1"))
                .collect(Collectors.toMap(
                        item -> item.at("/event/data")
                                .path("contactPersonId")
                                .asString(item.at("/event/subject").asString()),
                        item -> item.path("position").asLong()));
        ObjectNode facts = JSON.createObjectNode();
        items.stream()
                .filter(item -> !undone.contains(item.at("/event/id").asString()))
                .filter(item -> about(item.path("event"))
                        .noneMatch(person -> item.path("position").asLong() < erasedAt.getOrDefault(person, 0L)))
                .map(item -> item.path("event"))
                .forEach(event -> facts.putObject(event.path("id").asString())
                        .put("type", event.path("type").asString())
                        .put("subject", event.path("subject").asString())
                        .set("data", event.path("data")));
        return facts;
    }

    private static Stream<String> about(JsonNode event) {
        return Stream.concat(
                        Stream.of(event.path("subject")), event.path("data").valueStream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }
}
