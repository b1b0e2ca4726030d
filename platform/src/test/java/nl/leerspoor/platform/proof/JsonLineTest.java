package nl.leerspoor.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verifier reads the lines of an export by itself, and takes nothing for one that is none. */
class JsonLineTest {

    @Test
    void aLineIsTextsAndNumbers() {
        assertThat(JsonLine.parse("{\"a\":\"x\",\"b\":-12,\"c\":\"\"}"))
                .isEqualTo(Map.of("a", "x", "b", "-12", "c", ""));
        assertThat(JsonLine.parse("{}")).isEmpty();
    }

    @Test
    void escapedLettersAreThemselves() {
        assertThat(JsonLine.parse("{\"note\":\"a\\nb\\\\c\\\"d\\u2014\\/e\",\"after\":\"x\"}"))
                .isEqualTo(Map.of("note", "a\nb\\c\"d\u2014/e", "after", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1,}",
                "{\"a\":true}",
                "{\"a\":{}}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12zz\"}",
                "{\"a\":1,\"a\":2}"
            })
    void nothingElseIsALine(String line) {
        assertThatThrownBy(() -> JsonLine.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatStandsWithinAnObjectIsTakenAsItIsWritten() {
        assertThat(JsonLine.outer(
                        "{\"a\":{\"b\":[1,\"}\"],\"c\":null},\"d\":[],\"e\":true,\"f\":1.5e3,\"g\":null,\"h\":\"x\"}"))
                .isEqualTo(Map.of(
                        "a",
                        "{\"b\":[1,\"}\"],\"c\":null}",
                        "d",
                        "[]",
                        "e",
                        "true",
                        "f",
                        "1.5e3",
                        "g",
                        "null",
                        "h",
                        "x"));
        assertThatThrownBy(() -> JsonLine.outer("{\"a\":{\"b\":1}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonLine.outer("{\"a\":}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Map<String, String> members = Map.of("a", "x\"y\\z\n\u2014", "b", "");

        assertThat(JsonLine.parse(JsonLine.of(members))).isEqualTo(members);
        assertThat(JsonLine.of(Map.of("a", 12L))).isEqualTo("{\"a\":12}");
    }
}
