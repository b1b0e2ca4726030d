package nl.leerspoor.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of an event, its leaf and its authentication code: the values in docs/audit-proof.md. */
class EventRowTest {

    private static final EventRow ROW = new EventRow(
            42,
            "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f1e2d",
            "55a2beed-eaf1-5d72-ba42-5c221484e27d",
            6,
            "trajectory",
            "trajectory.CandidateOnHold",
            "1",
            utf8("{\"cause\":\"CORONA\"}"),
            utf8("{\"recordedBy\":\"testwerkcoach-zorg\"}"),
            "2020-12-01T08:00:00Z");

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyColumnStandsThereWithItsLengthBeforeIt() {
        String bytes = HexFormat.of().formatHex(ROW.bytes());

        assertThat(bytes)
                .isEqualTo("00000011" + hex("leerspoor-event-1")
                        + "00000002" + hex("42")
                        + "00000024" + hex("0195b6a4-6a51-7a5c-8f9f-3c1d6a0f1e2d")
                        + "00000024" + hex("55a2beed-eaf1-5d72-ba42-5c221484e27d")
                        + "00000001" + hex("6")
                        + "0000000a" + hex("trajectory")
                        + "0000001a" + hex("trajectory.CandidateOnHold")
                        + "00000001" + hex("1")
                        + "00000012" + hex("{\"cause\":\"CORONA\"}")
                        + "00000023" + hex("{\"recordedBy\":\"testwerkcoach-zorg\"}")
                        + "00000014" + hex("2020-12-01T08:00:00Z"));
    }

    @Test
    void aChangeOfAnyColumnIsAChangeOfTheLeaf() {
        Set<Hash> leaves = new HashSet<>(List.of(ROW.leaf()));

        for (EventRow other : List.of(
                new EventRow(
                        43,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "trajectory",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        "x",
                        ROW.stream(),
                        6,
                        "trajectory",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        "x",
                        6,
                        "trajectory",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        7,
                        "trajectory",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "x",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "trajectory",
                        "x",
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "trajectory",
                        ROW.name(),
                        "2",
                        ROW.payload(),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "trajectory",
                        ROW.name(),
                        "1",
                        utf8("{}"),
                        ROW.metadata(),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "trajectory",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        utf8("{}"),
                        ROW.timestamp()),
                new EventRow(
                        42,
                        ROW.eventId(),
                        ROW.stream(),
                        6,
                        "trajectory",
                        ROW.name(),
                        "1",
                        ROW.payload(),
                        ROW.metadata(),
                        "x"))) {
            assertThat(leaves.add(other.leaf())).as(other.toString()).isTrue();
        }
    }

    @Test
    void whatOneColumnLosesAnotherCannotTake() {
        EventRow moved = new EventRow(
                ROW.position(),
                ROW.eventId(),
                ROW.stream(),
                ROW.version(),
                ROW.streamType() + ROW.name(),
                "",
                ROW.revision(),
                ROW.payload(),
                ROW.metadata(),
                ROW.timestamp());

        assertThat(moved.leaf()).isNotEqualTo(ROW.leaf());
    }

    @Test
    void theLeafAndTheCodeAreThoseOfTheDocumentation() {
        assertThat(ROW.leaf()).hasToString("fdfff192c7e41fd6da42a48d8c188d2c10bd54f2040877abe97762380a0c9203");
        assertThat(HexFormat.of().formatHex(AuthenticationKeys.parse(KEY).code(ROW)))
                .isEqualTo("9b454e95d162ada837a40a2d483fb615b1adcc2f9e05df43da27411413081492");
    }

    @Test
    void theCodeDoesNotDependOnThePosition() {
        AuthenticationKeys keys = AuthenticationKeys.parse(KEY);
        EventRow elsewhere = new EventRow(
                7,
                ROW.eventId(),
                ROW.stream(),
                ROW.version(),
                ROW.streamType(),
                ROW.name(),
                ROW.revision(),
                ROW.payload(),
                ROW.metadata(),
                ROW.timestamp());

        assertThat(keys.isGenuine(elsewhere, keys.code(ROW))).isTrue();
    }

    @Test
    void oldKeysAreThereToCheckOldCodes() {
        String newer = Base64.getEncoder().encodeToString(utf8("a key that is drawn by nobody at all"));
        AuthenticationKeys before = AuthenticationKeys.parse(KEY);
        AuthenticationKeys now = AuthenticationKeys.parse("# since today\n" + newer + "\n\n" + KEY + "\n");

        assertThat(now.isGenuine(ROW, before.code(ROW))).isTrue();
        assertThat(before.isGenuine(ROW, now.code(ROW))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "c2hvcnQ=", "this is no base64 at all !!!!!!!!!!!!!!!!!!!!!!!!!!"})
    void nothingElseIsAKey(String text) {
        assertThatThrownBy(() -> AuthenticationKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("!!!");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(utf8(text));
    }
}
