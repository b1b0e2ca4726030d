package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The channels of events are described as they are. */
class AsyncApiTest extends RunningApplication {

    /** The copy that people read and compare between versions. */
    private static final Path COPY = Path.of("../docs/asyncapi.json");

    private static final String REWRITE = "leerspoor.openapi.rewrite";
    private static final String HOLD = "nl.leerspoor.trajectories.candidate-on-hold.v1";

    private JsonNode document() {
        Reply reply = client.unknown().get("/v1/asyncapi.json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** The official schema of AsyncAPI 3.0.0 (Apache-2.0; see the notice beside it). */
    @Test
    void theDocumentIsValid() throws IOException {
        try (InputStream schema = AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0-without-id.json")) {
            var checked = SchemaRegistry.withDialect(Dialects.getDraft7())
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);

            assertThat(checked.validate(document().toString(), InputFormat.JSON))
                    .isEmpty();
            assertThat(checked.validate("{\"asyncapi\":\"3.0.0\",\"info\":{}}", InputFormat.JSON))
                    .as("it doesn't let everything through")
                    .isNotEmpty();
        }
    }

    @Test
    void theCopyInTheDocumentationIsTheSame() throws IOException {
        String served = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(document())
                        .replace("\r\n", "\n")
                + "\n";
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(COPY, served);
        }

        assertThat(Files.readString(COPY).equals(served))
                .as("docs/asyncapi.json differs from what the program serves; -D%s=true writes it anew", REWRITE)
                .isTrue();
    }

    @Test
    void everyTypeIsAMessageOnItsTopicWithAnExampleThatIsValid() {
        JsonNode document = document();

        assertThat(document.at("/channels/trajectories/address").asString()).isEqualTo("nl.leerspoor.trajectories.v1");
        assertThat(PublishedCatalogue.all()).allSatisfy(type -> {
            assertThat(document.path("channels")
                            .path(type.collection())
                            .path("messages")
                            .has(type.name()))
                    .isTrue();
            JsonNode message = document.path("components").path("messages").path(type.name());
            assertThat(message.path("summary").asString()).isEqualTo(type.description());
            JsonNode example = message.at("/examples/0/payload");
            assertThat(example.path("type").asString()).isEqualTo(type.name());
            assertThat(faults(document, type.name(), example)).as(type.name()).isEmpty();
        });
        assertThat(faults(
                        document,
                        HOLD,
                        document.path("components")
                                .path("messages")
                                .path("nl.leerspoor.candidates.candidate-registered.v1")
                                .at("/examples/0/payload")))
                .as("an example of another type is none")
                .isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryOperationHasItsChannel() {
        JsonNode document = document();

        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.path("operations")
                        .valueStream()
                        .map(operation ->
                                operation.at("/channel/$ref").asString().substring("#/channels/".length())))
                .containsExactlyInAnyOrderElementsOf(document.path("channels").propertyNames());
        assertThat(document.path("channels").propertyNames())
                .containsAll(Set.of("stream", "webhook", "trajectories", "leerbedrijven"));
    }

    @Test
    void aPageOfAnotherSiteMayReadIt() {
        assertThat(client.unknown()
                        .with("Origin", "https://elders.example")
                        .get("/v1/asyncapi.json")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    private static List<?> faults(JsonNode document, String schema, JsonNode example) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.path("components"));
        return SchemaRegistry.withDialect(Dialects.getDraft7())
                .getSchema(root.toString(), InputFormat.JSON)
                .validate(example.toString(), InputFormat.JSON);
    }
}
