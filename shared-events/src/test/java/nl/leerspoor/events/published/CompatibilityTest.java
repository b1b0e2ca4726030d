package nl.leerspoor.events.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change that breaks a receiver is seen; one that a receiver has to live with is let through. */
class CompatibilityTest {

    private final ObjectNode released = Kept.json("""
            {
              "$id": "/v1/event-types/nl.leerspoor.trajectories.something-happened.v1/schema",
              "title": "Iets gebeurd",
              "type": "object",
              "properties": {
                "trajectoryId": { "type": "string", "format": "uuid", "description": "Het traject" },
                "cause": { "type": "string", "enum": [ "CORONA", "OTHER" ] },
                "werkprocessen": { "type": "array", "items": { "type": "string", "pattern": "^[A-Z]" } },
                "expectedOn": { "type": "string", "format": "date" }
              },
              "required": [ "trajectoryId", "cause" ],
              "additionalProperties": true
            }""");

    private ObjectNode now;

    @BeforeEach
    void unchanged() {
        now = released.deepCopy();
    }

    private List<String> after(Consumer<ObjectNode> change) {
        change.accept(now);
        return Compatibility.breaks(released, now);
    }

    private static ObjectNode member(ObjectNode schema, String name) {
        return (ObjectNode) schema.path("properties").path(name);
    }

    @Nested
    class Breaks {

        @Test
        void aMemberThatIsGone() {
            assertThat(after(schema -> ((ObjectNode) schema.path("properties")).remove("expectedOn")))
                    .containsExactly(".expectedOn: is gone");
        }

        @Test
        void anotherType() {
            assertThat(after(schema -> member(schema, "trajectoryId").put("type", "integer")))
                    .containsExactly(".trajectoryId: type was \"string\" and is \"integer\"");
        }

        @Test
        void anotherFormat() {
            assertThat(after(schema -> member(schema, "expectedOn").put("format", "date-time")))
                    .containsExactly(".expectedOn: format was \"date\" and is \"date-time\"");
        }

        @Test
        void anotherPatternWithinAList() {
            assertThat(after(schema ->
                            ((ObjectNode) member(schema, "werkprocessen").path("items")).put("pattern", "^[0-9]")))
                    .containsExactly(".werkprocessen[]: pattern was \"^[A-Z]\" and is \"^[0-9]\"");
        }

        @Test
        void aListThatBecomesOne() {
            assertThat(after(schema -> ((ObjectNode) schema.path("properties"))
                            .set("werkprocessen", Kept.json("{ \"type\": \"string\", \"pattern\": \"^[A-Z]\" }"))))
                    .isNotEmpty();
        }

        @Test
        void aCodeThatIsGone() {
            assertThat(after(schema -> ((ArrayNode) member(schema, "cause").path("enum")).remove(0)))
                    .containsExactly(".cause: can't be CORONA any more");
        }

        @Test
        void codesWhereThereWereNone() {
            assertThat(after(schema ->
                            member(schema, "expectedOn").putArray("enum").add("2020-09-01")))
                    .containsExactly(".expectedOn: has codes now");
        }

        @Test
        void aMemberThatMustBeThereNow() {
            assertThat(after(schema -> ((ArrayNode) schema.path("required")).add("expectedOn")))
                    .containsExactly(".expectedOn: is required now, while messages that were sent lack it");
        }

        @Test
        void aNewMemberThatMustBeThere() {
            assertThat(after(schema -> {
                        ((ObjectNode) schema.path("properties"))
                                .putObject("sector")
                                .put("type", "string");
                        ((ArrayNode) schema.path("required")).add("sector");
                    }))
                    .containsExactly(".sector: is required now, while messages that were sent lack it");
        }

        @Test
        void aMemberThatMayBeAbsentNow() {
            assertThat(after(schema -> ((ArrayNode) schema.path("required")).remove(1)))
                    .containsExactly(".cause: may be absent now");
        }

        @Test
        void membersThatAreRefused() {
            assertThat(after(schema -> schema.put("additionalProperties", false)))
                    .containsExactly("the data: additionalProperties was true and is false");
        }

        @Test
        void anotherAddress() {
            assertThat(after(schema -> schema.put("$id", "/v1/event-types/elsewhere/schema")))
                    .hasSize(1);
        }
    }

    @Nested
    class Lives {

        @Test
        void withWhatPeopleRead() {
            assertThat(after(schema -> {
                        schema.put("title", "Er is iets gebeurd").put("$comment", "Something happened");
                        member(schema, "trajectoryId").put("description", "Het hele traject");
                    }))
                    .isEmpty();
        }

        @Test
        void withAMemberMore() {
            assertThat(after(schema -> ((ObjectNode) schema.path("properties"))
                            .putObject("sector")
                            .put("type", "string")))
                    .isEmpty();
        }

        @Test
        void withACodeMore() {
            assertThat(after(schema -> ((ArrayNode) member(schema, "cause").path("enum")).add("FUNDING")))
                    .isEmpty();
        }

        @Test
        void withTheSame() {
            assertThat(after(schema -> {})).isEmpty();
        }
    }
}
