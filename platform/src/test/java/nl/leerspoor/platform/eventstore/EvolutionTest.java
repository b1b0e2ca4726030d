package nl.leerspoor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was stored in an older revision is read in the present one, as the contract shows. */
class EvolutionTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final CatalogueSerializer serializer = new CatalogueSerializer();

    /** An event in one of its revisions. */
    record Stored(String name, int revision) {

        String json() {
            return contract(name.replace('.', '/') + "/" + revision + ".json");
        }

        String today() {
            int present = Catalogue.revisionOf(Catalogue.typeOf(name));
            return revision == present
                    ? json()
                    : contract(name.replace('.', '/') + "/" + revision + "-as-" + present + ".json");
        }
    }

    /** Of those that are stored as they are; for the others it takes keys, and a database that has them. */
    static Stream<Stored> everyRevision() {
        return Catalogue.names().stream()
                .filter(name -> PersonalComponents.of(Catalogue.typeOf(name)).isEmpty())
                .flatMap(name -> IntStream.rangeClosed(1, Catalogue.revisionOf(Catalogue.typeOf(name)))
                        .mapToObj(revision -> new Stored(name, revision)));
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void everyStoredRevisionReadsAsTheContractShows(Stored stored) {
        DomainEventMessage<?> event = read(stored.name(), String.valueOf(stored.revision()), stored.json());

        assertThat(event.getPayloadType()).isEqualTo(Catalogue.typeOf(stored.name()));
        assertThat(json(event.getPayload())).isEqualTo(JSON.readTree(stored.today()));
    }

    @Test
    void aRevisionThatNoStepLeavesIsAnError() {
        assertThatThrownBy(() -> read("trajectory.AttendanceRegistered", "0", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 0");
        assertThatThrownBy(() -> read("trajectory.AttendanceRegistered", "3", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revision 3");
    }

    @Test
    void anUnknownNameIsAnError() {
        assertThatThrownBy(() -> read("trajectory.CandidateVanished", "1", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trajectory.CandidateVanished");
    }

    /** Reads an event as the store does. */
    private DomainEventMessage<?> read(String name, String revision, String json) {
        var entry = new GenericDomainEventEntry<>(
                "Stream",
                "01710fc0-0f3c-7f3c-8000-000000000001",
                0,
                "01710fc0-0f3c-7f3c-8000-000000000002",
                "2020-03-23T12:00:00Z",
                name,
                revision,
                json.getBytes(StandardCharsets.UTF_8),
                contract("metadata.json").getBytes(StandardCharsets.UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(entry), serializer, new EventUpcasterChain(new Evolution()))
                .next();
    }

    private JsonNode json(Object event) {
        return JSON.readTree(serializer.serialize(event, byte[].class).getData());
    }

    private static String contract(String file) {
        try (var stream = EvolutionTest.class.getResourceAsStream("/contract/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
