package nl.leerspoor.events.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that integrators build on are kept, say what is sent, and change only in ways that break nobody. */
class PublishedSchemasTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.getDraft202012());

    private static final String CHANGED = """
            The schema of %s changed. If that was meant, write the files anew with -Dleerspoor.published.rewrite=true \
            and read what changed.""";

    private static final String BROKEN = """
            Receivers of %s would break: %s
            Keep the type as it is, and publish the new shape beside it: a record of the same name with V and the next \
            number, told as the second of the versions in its family.""";

    @BeforeAll
    static void rewriteWhenAsked() {
        if (Kept.REWRITE) {
            PublishedCatalogue.all()
                    .forEach(type -> Kept.write(Kept.of(Kept.SCHEMAS, type.name()), Kept.text(Schemas.of(type))));
            Examples.cloudEvents()
                    .forEach((type, event) -> Kept.write(Kept.of(Kept.EXAMPLES, type.name()), Kept.text(event)));
        }
        if (Kept.RELEASE) {
            PublishedCatalogue.all()
                    .forEach(type -> Kept.write(Kept.of(Kept.RELEASED, type.name()), Kept.text(Schemas.of(type))));
        }
    }

    static Stream<PublishedType> types() {
        return PublishedCatalogue.all().stream();
    }

    private static List<Error> errors(PublishedType type, JsonNode data) {
        Schema schema = REGISTRY.getSchema(Kept.read(Kept.of(Kept.SCHEMAS, type.name())), InputFormat.JSON);
        return errors(schema, data);
    }

    private static List<Error> errors(Schema schema, JsonNode data) {
        return schema.validate(
                Kept.text(data),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    @Nested
    class ASchema {

        static Stream<PublishedType> types() {
            return PublishedSchemasTest.types();
        }

        @Test
        void isKeptOfEveryTypeAndOfNothingElse() {
            assertThat(Kept.types(Kept.SCHEMAS)).containsExactlyInAnyOrderElementsOf(PublishedCatalogue.types());
        }

        @ParameterizedTest
        @MethodSource("types")
        void isWhatTheRecordSays(PublishedType type) {
            assertThat(Kept.read(Kept.of(Kept.SCHEMAS, type.name())))
                    .withFailMessage(CHANGED, type.name())
                    .isEqualTo(Kept.text(Schemas.of(type)));
        }

        @ParameterizedTest
        @MethodSource("types")
        void isASchema(PublishedType type) {
            Schema draft = REGISTRY.getSchema(
                    SchemaLocation.of(Dialects.getDraft202012().getId()));

            assertThat(errors(draft, Schemas.of(type))).isEmpty();
        }

        @Test
        void thatIsReleasedIsStillThere() {
            assertThat(PublishedCatalogue.types()).containsAll(Kept.types(Kept.RELEASED));
        }

        @Test
        void thatIsReleasedBreaksNobody() {
            assertThat(Kept.types(Kept.RELEASED)).isNotEmpty().allSatisfy(type -> {
                List<String> breaks = Compatibility.breaks(
                        Kept.json(Kept.read(Kept.of(Kept.RELEASED, type))), Schemas.of(PublishedCatalogue.named(type)));
                assertThat(breaks).withFailMessage(BROKEN, type, breaks).isEmpty();
            });
        }
    }

    @Nested
    class AnExample {

        static Stream<PublishedType> types() {
            return PublishedSchemasTest.types();
        }

        @Test
        void isKeptOfEveryTypeAndOfNothingElse() {
            assertThat(Kept.types(Kept.EXAMPLES)).containsExactlyInAnyOrderElementsOf(PublishedCatalogue.types());
        }

        @ParameterizedTest
        @MethodSource("types")
        void isWhatIsToldOfTheInternalOne(PublishedType type) {
            assertThat(Kept.read(Kept.of(Kept.EXAMPLES, type.name())))
                    .isEqualTo(Kept.text(Examples.cloudEvents().get(type)));
        }

        /** By the library of the CloudEvents project, and what the NL GOV profile adds. */
        @ParameterizedTest
        @MethodSource("types")
        void isACloudEvent(PublishedType type) {
            String example = Kept.read(Kept.of(Kept.EXAMPLES, type.name()));

            CloudEvent event = new JsonFormat().deserialize(example.getBytes(StandardCharsets.UTF_8));

            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getType()).isEqualTo(type.name());
            assertThat(event.getSource().toString()).matches("urn:nld:oin:\\d{20}:systeem:[a-z]+");
            assertThat(event.getSubject())
                    .isEqualTo(Examples.data().get(type).subject().toString());
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getDataSchema()).hasScheme("https").hasPath("/v1/event-types/" + type.name() + "/schema");
            assertThat(event.getExtension("sequence").toString()).matches("\\d{20}");
            assertThat(event.getExtensionNames()).containsExactly("sequence");
        }

        @ParameterizedTest
        @MethodSource("types")
        void isWhatTheSchemaAllows(PublishedType type) {
            JsonNode example = Kept.json(Kept.read(Kept.of(Kept.EXAMPLES, type.name())));

            assertThat(errors(type, example.path("data"))).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("types")
        void isRefusedWithoutWhatIsRequired(PublishedType type) {
            ObjectNode data = Kept.JSON.valueToTree(Examples.data().get(type));
            ObjectNode bare = data.deepCopy();
            bare.remove("region");

            assertThat(errors(type, bare)).extracting(Error::getKeyword).containsExactly("required");
            assertThat(errors(type, data.deepCopy().put("effectiveOn", "23-03-2020")))
                    .extracting(Error::getKeyword)
                    .containsExactly("format");
            assertThat(errors(type, data.deepCopy().put("region", "AM99")))
                    .extracting(Error::getKeyword)
                    .containsExactly("enum");
            assertThat(errors(type, data.deepCopy().put("somethingNew", true))).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("types")
        void staysSmallAndHasEveryMember(PublishedType type) {
            ObjectNode data = Kept.JSON.valueToTree(Examples.data().get(type));

            assertThat(data.propertyNames())
                    .containsExactlyElementsOf(
                            Schemas.of(type).path("properties").propertyNames());
            assertThat(Kept.text(data).length()).isLessThan(4_000);
        }
    }
}
