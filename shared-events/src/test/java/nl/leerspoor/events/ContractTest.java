package nl.leerspoor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stored or published once stays readable for ever; a changed event gets a revision, not a new past. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Nested
    class AnExample {

        static Stream<Contract.Entry> events() {
            return Contract.current();
        }

        @Test
        void existsForEveryRevisionAndForNothingElse() {
            assertThat(Contract.exampleFiles())
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Contract.all().map(Contract.Entry::file),
                                    Contract.past().map(Contract.Entry::fileAsRead))
                            .toList());
        }

        @Test
        void ofAnOlderRevisionStandsBesideWhatItReadsAsToday() {
            assertThat(Contract.past()).isNotEmpty().allSatisfy(entry -> {
                JsonNode today = JSON.readTree(Contract.exampleAsRead(entry));
                assertThat(json(event(entry, today))).isEqualTo(today);
                assertThat(today).isNotEqualTo(JSON.readTree(Contract.example(entry)));
            });
        }

        @ParameterizedTest
        @MethodSource("events")
        void isWrittenAsItWasRead(Contract.Entry entry) {
            JsonNode example = JSON.readTree(Contract.example(entry));

            Event event = event(entry, example);

            assertThat(json(event)).isEqualTo(example);
            assertThat(event(entry, json(event))).isEqualTo(event);
        }

        @ParameterizedTest
        @MethodSource("events")
        void fillsEveryComponent(Contract.Entry entry) {
            assertThat(empty(JSON.readTree(Contract.example(entry)), entry.name()))
                    .isEmpty();
        }

        @ParameterizedTest
        @MethodSource("events")
        void keepsAbsentValuesAsNull(Contract.Entry entry) {
            ObjectNode bare = (ObjectNode) JSON.readTree(Contract.example(entry));
            Arrays.stream(Catalogue.typeOf(entry.name()).getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .forEach(component -> bare.putNull(component.getName()));

            assertThat(json(event(entry, bare))).isEqualTo(bare);
        }

        private static List<String> empty(JsonNode node, String path) {
            if (node.isNull() || node.isContainer() && node.isEmpty()) {
                return List.of(path);
            }
            return node.properties().isEmpty()
                    ? node.valueStream()
                            .flatMap(v -> empty(v, path + "[]").stream())
                            .toList()
                    : node.properties().stream()
                            .flatMap(field -> empty(field.getValue(), path + "." + field.getKey()).stream())
                            .toList();
        }
    }

    @Nested
    class AShape {

        private static final String CHANGED = """
                The shape of %s changed, while events of the old shape are stored for ever.
                was %s
                is  %s
                Give the record @Revision(%d) and write the step from revision %d (package evolution). Add an example \
                and a line in contract/shapes.txt for the new revision, and what the old examples read as now; the \
                old ones stay.""";

        static Stream<Contract.Entry> events() {
            return Contract.current();
        }

        @ParameterizedTest
        @MethodSource("events")
        void changesOnlyWithARevision(Contract.Entry entry) {
            String shape = Contract.shapeOf(Catalogue.typeOf(entry.name()));
            String recorded = Contract.shapes().get(entry.toString());

            assertThat(recorded)
                    .withFailMessage(
                            "%s is new. Add an example as contract/%s and this line to contract/shapes.txt:%n%s %s",
                            entry, entry.file(), entry, shape)
                    .isNotNull();
            assertThat(shape)
                    .withFailMessage(CHANGED, entry, recorded, shape, entry.revision() + 1, entry.revision())
                    .isEqualTo(recorded);
        }

        @Test
        void isKeptForEveryRevisionThereEverWas() {
            assertThat(Contract.shapes().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Contract.all().map(Contract.Entry::toString).toList());
        }
    }

    @Nested
    class TheMetadata {

        @Test
        void isEightTextsAndNoMore() {
            JsonNode metadata = JSON.readTree(Contract.metadata());

            assertThat(metadata.propertyNames())
                    .containsExactlyInAnyOrder(
                            "recordedAt",
                            "recordedBy",
                            "role",
                            "organisation",
                            "correlationId",
                            "causationId",
                            "commandId",
                            "source");
            assertThat(metadata.valueStream()).allMatch(JsonNode::isString);
        }
    }

    private static Event event(Contract.Entry entry, JsonNode json) {
        return JSON.treeToValue(json, Catalogue.typeOf(entry.name()));
    }

    private static JsonNode json(Event event) {
        return JSON.readTree(JSON.writeValueAsString(event));
    }
}
