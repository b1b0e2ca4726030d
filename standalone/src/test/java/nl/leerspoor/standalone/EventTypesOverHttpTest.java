package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever gets an event, or thinks of it, can read what it is. */
class EventTypesOverHttpTest extends RunningApplication {

    private static final String TYPES = "/v1/event-types";
    private static final String HOLD = "nl.leerspoor.trajectories.candidate-on-hold.v1";

    private JsonNode type(String name) {
        return client.get(TYPES)
                .json()
                .path("items")
                .valueStream()
                .filter(type -> type.path("type").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class TheList {

        @Test
        void hasEveryTypeWithWhatItIs() {
            List<String> names = client.get(TYPES)
                    .json()
                    .path("items")
                    .valueStream()
                    .map(type -> type.path("type").asString())
                    .toList();

            assertThat(names).containsExactlyElementsOf(PublishedCatalogue.types());
            assertThat(type(HOLD)).isEqualTo(JsonMapper.shared().readTree("""
                            {
                              "type": "nl.leerspoor.trajectories.candidate-on-hold.v1",
                              "version": 1,
                              "title": { "nl": "Kandidaat on hold", "en": "Candidate on hold" },
                              "description": "Het traject staat stil vanaf een dag; de status blijft.",
                              "duty": {
                                "code": "APPLY",
                                "nl": "Verwerk het feit per ingangsdatum; die kan in het verleden liggen.",
                                "en": "Apply the fact as of its effective date, which may lie in the past."
                              },
                              "subject": "trajectories",
                              "readAt": "http://localhost:8080/v1/trajectories/{subject}",
                              "dataschema":
                                "http://localhost:8080/v1/event-types/nl.leerspoor.trajectories.candidate-on-hold.v1/schema",
                              "deprecatedOn": null,
                              "sunsetOn": null
                            }"""));
        }

        @Test
        void sendsNobodyToAnAddressThatIsNotThere() {
            JsonNode paths = client.get("/v1/openapi.json").json().path("paths");

            assertThat(PublishedCatalogue.all()).allSatisfy(type -> {
                URI address = URI.create(type.readAt().replace("{subject}", "0").replaceFirst("/v1", ""));
                Optional<JsonNode> question = paths.properties().stream()
                        .filter(path ->
                                path.getKey().replaceAll("\\{[^}]+}", "0").equals(address.getPath()))
                        .map(path -> path.getValue().path("get"))
                        .findFirst();
                assertThat(question).as(type.readAt()).isPresent();
                if (address.getQuery() != null) {
                    assertThat(question.orElseThrow().path("parameters").findValuesAsString("name"))
                            .contains(address.getQuery().split("=")[0]);
                }
            });
        }

        @Test
        void tellsWhatAReceiverHasToDo() {
            assertThat(type("nl.leerspoor.candidates.personal-data-erased.v1")
                            .at("/duty/code")
                            .asString())
                    .isEqualTo("ERASE");
            assertThat(type("nl.leerspoor.trajectories.candidate-hold-retracted.v1")
                            .at("/duty/code")
                            .asString())
                    .isEqualTo("RETRACT");
        }

        @Test
        void isKeptByWhoAskedBefore() {
            Reply first = client.get(TYPES);

            assertThat(first.header("Cache-Control")).isEqualTo("max-age=3600, public");
            assertThat(client.with("If-None-Match", first.header("ETag"))
                            .get(TYPES)
                            .status())
                    .isEqualTo(304);
        }
    }

    @Nested
    class ASchema {

        @Test
        void liesAtTheAddressThatItHasAndThatEventsName() {
            client.get(TYPES).json().path("items").forEach(type -> {
                String address = type.path("dataschema").asString();
                Reply schema = client.unknown()
                        .with("Accept", "application/schema+json")
                        .get(address.substring("http://localhost:8080".length()));

                assertThat(schema.status()).as(address).isEqualTo(200);
                assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
                assertThat(schema.json().path("$id").asString()).isEqualTo(address);
                assertThat(schema.json().path("title")).isEqualTo(type.at("/title/nl"));
            });
        }

        @Test
        void isKeptByWhoAskedBefore() {
            Reply first = client.get(TYPES + "/" + HOLD + "/schema");

            assertThat(first.header("Cache-Control")).isEqualTo("max-age=3600, public");
            assertThat(first.header("Content-Type")).isEqualTo("application/json");
            Reply again = client.with("If-None-Match", first.header("ETag")).get(TYPES + "/" + HOLD + "/schema");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(client.with("If-None-Match", "\"other\"")
                            .get(TYPES + "/" + HOLD + "/schema")
                            .body())
                    .isEqualTo(first.body());
        }

        @Test
        void ofATypeThatIsNotThereIsNotThere() {
            Reply unknown = client.unknown().get(TYPES + "/nl.leerspoor.trajectories.candidate-on-hold.v9/schema");

            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.code()).isEqualTo("NOT_FOUND");
            assertThat(unknown.header("Cache-Control")).isEqualTo("no-store");
        }
    }
}
