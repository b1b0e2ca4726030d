package nl.leerspoor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The store writes what the contract of the published language shows. */
class CatalogueSerializerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final CatalogueSerializer serializer = new CatalogueSerializer();

    /** Those that are stored as they are; for the others it takes keys, and a database that has them. */
    static Stream<String> names() {
        return Catalogue.names().stream()
                .filter(name -> PersonalComponents.of(Catalogue.typeOf(name)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEventIsStoredUnderItsNameAndRevisionAsTheContractShowsIt(String name) {
        String revision = String.valueOf(Catalogue.revisionOf(Catalogue.typeOf(name)));
        String example = contract(name.replace('.', '/') + "/" + revision + ".json");

        Object event = read(example, name, revision);
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo(name);
        assertThat(stored.getType().getRevision()).isEqualTo(revision);
        assertThat(json(stored.getData())).isEqualTo(JSON.readTree(example));
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(event);
    }

    @Test
    void metadataIsStoredAsTheContractShowsIt() {
        String example = contract("metadata.json");

        MetaData metadata = (MetaData) read(example, MetaData.class.getName(), null);

        assertThat(metadata)
                .hasSize(8)
                .allSatisfy((key, value) -> assertThat(value).isInstanceOf(String.class));
        assertThat(json(serializer.serialize(metadata, byte[].class).getData())).isEqualTo(JSON.readTree(example));
    }

    @Test
    void anUnknownNameIsAnErrorNotASkippedEvent() {
        assertThatThrownBy(() -> read("{}", "trajectory.CandidateVanished", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trajectory.CandidateVanished");
    }

    @Test
    void aClassNameIsNoName() {
        assertThatThrownBy(() -> read("{}", Map.class.getName(), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("{}", "nl.leerspoor.events.trajectory.HoldEvent$CandidateOnHold", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownRevisionIsAnErrorNotAHalfReadEvent() {
        assertThatThrownBy(() -> read("{}", "trajectory.CandidateOnHold", "99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 99");
        assertThatThrownBy(() -> read("{}", "trajectory.CandidateOnHold", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Object read(String json, String name, String revision) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, name, revision));
    }

    private static JsonNode json(byte[] stored) {
        return JSON.readTree(stored);
    }

    private static String contract(String file) {
        try (var stream = CatalogueSerializerTest.class.getResourceAsStream("/contract/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
