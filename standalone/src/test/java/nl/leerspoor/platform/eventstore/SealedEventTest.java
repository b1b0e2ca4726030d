package nl.leerspoor.platform.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.DataSubject;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.platform.personaldata.KeyDatabase;
import nl.leerspoor.platform.personaldata.KeyEncryptionKeys;
import nl.leerspoor.platform.personaldata.KeysAway;
import nl.leerspoor.platform.personaldata.PersonErased;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.SealBroken;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The personal data of an event are stored sealed, read back whole, and erased with the person. */
class SealedEventTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final String NAME = "Testkandidaat Achtendertig";
    private static final LocalDate BORN = LocalDate.of(2001, 2, 3);
    private static final Contact CONTACT = new Contact("testkandidaat38@voorbeeld.example", List.of("06-00000038"));

    /** An event as there will be, with what it says of a person. */
    record NoteTaken(
            UUID noteId,
            String region,
            LocalDate effectiveOn,
            @DataSubject UUID personId,

            @PersonalData(formerly = "name") String fullName,

            @PersonalData LocalDate birthDate,
            @PersonalData Contact contact,
            BigDecimal hours) {}

    record Contact(String email, List<String> telephones) {}

    /** What it was before the name was a full one. */
    record NoteTakenOfOld(
            UUID noteId,
            String region,
            LocalDate effectiveOn,
            @DataSubject UUID personId,
            @PersonalData String name,
            @PersonalData LocalDate birthDate,
            @PersonalData Contact contact,
            BigDecimal hours) {}

    /** The catalogue of another release. */
    private static final class Notes extends SealingSerializer {

        private static final String EVENT = "note.NoteTaken";

        private final Class<?> type;
        private final String revision;

        Notes(KeyEncryptionKeys encryption, Class<?> type, String revision) {
            this(database.opening(encryption), encryption, type, revision);
        }

        Notes(PersonOpening opening, KeyEncryptionKeys encryption, Class<?> type, String revision) {
            this(new Reading.Opening(opening), encryption, type, revision);
        }

        Notes(Reading reading, KeyEncryptionKeys encryption, Class<?> type, String revision) {
            super(reading, Optional.of(database.sealing(encryption)));
            this.type = type;
            this.revision = revision;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public SerializedType typeForClass(Class of) {
            return new SimpleSerializedType(EVENT, revision);
        }

        @Override
        public Class<?> classForType(SerializedType stored) {
            return stored.getName().equals(EVENT) ? type : MetaData.class;
        }
    }

    /** Gives the name its new one, as a step between revisions does. */
    private static final EventUpcaster RENAMING =
            events -> events.map(event -> event.getType().getRevision().equals("1")
                    ? event.upcastPayload(new SimpleSerializedType(Notes.EVENT, "2"), JsonNode.class, payload -> {
                        ObjectNode members = (ObjectNode) payload;
                        members.set("fullName", members.remove("name"));
                        return members;
                    })
                    : event);

    @TempDir
    static Path folder;

    private static KeyDatabase database;

    private final KeyEncryptionKeys encryption = KeyDatabase.drawn();
    private final Notes notes = new Notes(encryption, NoteTaken.class, "2");
    private final UUID person = UUID.randomUUID();
    private final UUID stream = UUID.randomUUID();
    private final NoteTaken note = new NoteTaken(
            stream, "AM05", LocalDate.of(2020, 3, 23), person, NAME, BORN, CONTACT, new BigDecimal("22.50"));

    @BeforeAll
    static void start() {
        database = KeyDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private void store(Notes serializer, Object event) {
        database.inTransaction(() -> {
            SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
            return database.command()
                    .sql("""
                            insert into eventstore.domain_event_entry(event_identifier, aggregate_identifier,
                                   sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp)
                            values (:event, :stream, 0, 'Note', :name, :revision, :payload, '{}', '2020-03-23T12:00:00Z')""")
                    .param("event", UUID.randomUUID().toString())
                    .param("stream", stream.toString())
                    .param("name", stored.getType().getName())
                    .param("revision", stored.getType().getRevision())
                    .param("payload", stored.getData())
                    .update();
        });
    }

    private ObjectNode stored() {
        return (ObjectNode) JSON.readTree(database.superuser()
                .sql("select payload from eventstore.domain_event_entry where aggregate_identifier = :stream")
                .param("stream", stream.toString())
                .query(byte[].class)
                .single());
    }

    private NoteTaken read() {
        return read(notes, stored());
    }

    /** Reads an event as the store does. */
    private NoteTaken read(Notes serializer, JsonNode payload) {
        String revision = database.superuser()
                .sql("select payload_revision from eventstore.domain_event_entry where aggregate_identifier = :stream")
                .param("stream", stream.toString())
                .query(String.class)
                .single();
        var entry = new GenericDomainEventEntry<>(
                "Note",
                stream.toString(),
                0,
                UUID.randomUUID().toString(),
                "2020-03-23T12:00:00Z",
                Notes.EVENT,
                revision,
                JSON.writeValueAsBytes(payload),
                "{}".getBytes(UTF_8));
        DomainEventMessage<?> message = EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(entry), serializer, new EventUpcasterChain(RENAMING))
                .next();
        return (NoteTaken) message.getPayload();
    }

    private void erase() {
        database.inTransaction(() -> {
            KeyDatabase.erase(database.sealing(encryption), person);
            return null;
        });
    }

    @Nested
    class Stored {

        @Test
        void nothingPersonalCanBeReadAndEverythingElseCan() {
            store(notes, note);

            ObjectNode stored = stored();

            assertThat(stored.toString()).doesNotContain(NAME, "Testkandidaat", "2001", "voorbeeld.example", "06-0");
            assertThat(stored.toString()).contains("\"hours\":22.50").contains("\"region\":\"AM05\"");
            for (String field : List.of("fullName", "birthDate", "contact")) {
                assertThat(stored.path(field).propertyNames()).containsExactly("pd", "s", "k", "c");
                assertThat(stored.path(field).path("pd").asInt()).isOne();
                assertThat(stored.path(field).path("s").asString()).isEqualTo(person.toString());
            }
        }

        @Test
        void itIsReadBackWhole() {
            store(notes, note);

            assertThat(read()).isEqualTo(note);
        }

        @Test
        void whatIsNotKnownStaysUnknownAndNeedsNoKey() {
            var bare = new NoteTaken(stream, "AM05", note.effectiveOn(), person, null, null, null, note.hours());

            store(notes, bare);

            assertThat(read()).isEqualTo(bare);
            assertThat(stored().path("fullName").isNull()).isTrue();
            assertThat(database.superuser()
                            .sql("select count(*) from keys.person_key where person_id = :person")
                            .param("person", person)
                            .query(Long.class)
                            .single())
                    .isZero();
        }

        @Test
        void ofAnOlderRevisionItIsMovedWithoutBeingOpened() {
            var old = new NoteTakenOfOld(stream, "AM05", note.effectiveOn(), person, NAME, BORN, CONTACT, note.hours());
            store(new Notes(encryption, NoteTakenOfOld.class, "1"), old);
            Notes without = new Notes(database.opening(KeyDatabase.drawn()), encryption, NoteTaken.class, "2");

            assertThat(read()).isEqualTo(note);
            assertThatThrownBy(() -> read(without, stored()))
                    .as("the step was taken, and then the key was missing")
                    .isInstanceOf(KeysAway.class);
        }
    }

    @Nested
    class Erased {

        @Test
        void textsSaySoAndTheRestIsUnknown() {
            store(notes, note);
            ObjectNode before = stored();

            erase();

            assertThat(read())
                    .isEqualTo(new NoteTaken(
                            stream, "AM05", note.effectiveOn(), person, PersonalData.ERASED, null, null, note.hours()));
            assertThat(stored()).as("events are for ever").isEqualTo(before);
        }

        @Test
        void nothingMoreIsStoredOfThem() {
            store(notes, note);
            erase();

            assertThatThrownBy(() -> store(notes, note)).isInstanceOf(PersonErased.class);
        }
    }

    @Nested
    class LeftSealed {

        private final Notes closed =
                new Notes(new SealingSerializer.Reading.LeavingSealed(), encryption, NoteTaken.class, "2");
        private final NoteTaken unread = new NoteTaken(
                stream, "AM05", note.effectiveOn(), person, PersonalData.SEALED, null, null, note.hours());

        @Test
        void itIsReadWithoutWhatIsPersonal() {
            store(notes, note);

            assertThat(read(closed, stored())).isEqualTo(unread);
        }

        @Test
        void itIsReadTheSameOfWhomWasErased() {
            store(notes, note);
            erase();

            assertThat(read(closed, stored())).isEqualTo(unread);
        }

        @Test
        void whatIsNotKnownStaysUnknown() {
            var bare = new NoteTaken(stream, "AM05", note.effectiveOn(), person, null, null, null, note.hours());
            store(closed, bare);

            assertThat(read(closed, stored())).isEqualTo(bare);
        }
    }

    /** The events that there are, as they are stored, read and erased. */
    @Nested
    class OfTheCatalogue {

        private static Stream<String> names() {
            return Catalogue.names().stream()
                    .filter(name ->
                            !PersonalComponents.of(Catalogue.typeOf(name)).isEmpty());
        }

        @Test
        void someHavePersonalData() {
            assertThat(names()).isNotEmpty();
        }

        @ParameterizedTest
        @MethodSource("names")
        void theExampleIsStoredSealedReadWholeAndErased(String name) {
            CatalogueSerializer sealing = CatalogueSerializer.leavingSealed(Optional.of(database.sealing(encryption)));
            CatalogueSerializer opening = CatalogueSerializer.opening(database.opening(encryption));
            PersonalComponents components = PersonalComponents.of(Catalogue.typeOf(name));
            ObjectNode example = (ObjectNode) JSON.readTree(example(name));
            example.put(components.subject(), person.toString());
            Object event = JSON.treeToValue(example, Catalogue.typeOf(name));

            byte[] stored = database.inTransaction(
                    () -> sealing.serialize(event, byte[].class).getData());

            assertThat(components.personal())
                    .allSatisfy(component -> assertThat(
                                    JSON.readTree(stored).path(component.name()).propertyNames())
                            .containsExactly("pd", "s", "k", "c"));
            assertThat(read(opening, name, stored)).isEqualTo(event);
            erase();
            ObjectNode erased = JSON.valueToTree(read(opening, name, stored));
            components.personal().forEach(component -> {
                assertThat(erased.path(component.name()).asString())
                        .isEqualTo(component.type() == String.class ? PersonalData.ERASED : "");
                example.set(component.name(), erased.path(component.name()));
            });
            assertThat(erased).isEqualTo(example);
        }

        private static Object read(CatalogueSerializer serializer, String name, byte[] stored) {
            return serializer.deserialize(new SimpleSerializedObject<>(
                    stored, byte[].class, name, String.valueOf(Catalogue.revisionOf(Catalogue.typeOf(name)))));
        }
    }

    @Nested
    class Tampered {

        @Test
        void aNameOfSomebodyElseIsNotShownAsThis() {
            store(notes, note);
            ObjectNode mine = stored();
            UUID other = UUID.randomUUID();
            JsonNode theirs = database.inTransaction(() -> JSON.readTree(notes.serialize(
                            new NoteTaken(stream, "AM05", BORN, other, NAME, BORN, CONTACT, note.hours()), byte[].class)
                    .getData()));

            assertBroken(mine.deepCopy().set("fullName", theirs.path("fullName")));
        }

        @Test
        void aSealedFieldIsNotShownAsAnother() {
            store(notes, note);
            ObjectNode moved = stored();

            assertBroken(moved.deepCopy().set("contact", moved.path("fullName")));
        }

        @Test
        void aTextThatIsNotSealedIsRefused() {
            store(notes, note);

            assertBroken(stored().put("fullName", NAME));
        }

        @Test
        void anotherPersonsIdIsRefused() {
            store(notes, note);

            assertBroken(stored().put("personId", UUID.randomUUID().toString()));
        }

        private void assertBroken(JsonNode payload) {
            assertThatThrownBy(() -> read(notes, payload))
                    .isInstanceOf(SealBroken.class)
                    .satisfies(broken -> assertThat(broken.getMessage()).doesNotContain(NAME));
        }
    }

    @Nested
    class WithoutKeys {

        @Test
        void whatHasNoPersonalDataGoesOn() {
            store(notes, note);
            CatalogueSerializer catalogue = new CatalogueSerializer();
            byte[] hold = example("trajectory.CandidateOnHold");

            Object event = catalogue.deserialize(
                    new SimpleSerializedObject<>(hold, byte[].class, "trajectory.CandidateOnHold", "1"));

            assertThat(JSON.readTree(catalogue.serialize(event, byte[].class).getData()))
                    .isEqualTo(JSON.readTree(hold));
            assertThatThrownBy(() -> read(
                            new Notes(database.opening(KeyDatabase.drawn()), encryption, NoteTaken.class, "2"),
                            stored()))
                    .isInstanceOf(KeysAway.class);
        }
    }

    private static byte[] example(String name) {
        try {
            return Files.readAllBytes(Path.of("..", "shared-events", "src", "test", "resources", "contract")
                    .resolve(name.replace('.', '/') + "/" + Catalogue.revisionOf(Catalogue.typeOf(name)) + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an event can't say of personal data is found out before anything is stored. */
    @Nested
    class Declared {

        record Subjectless(@PersonalData String name) {}

        record TwoSubjects(
                @DataSubject UUID one,
                @DataSubject UUID other,
                @PersonalData String name) {}

        record SubjectWithoutId(
                @DataSubject String person, @PersonalData String name) {}

        record Primitive(
                @DataSubject UUID person, @PersonalData int age) {}

        record SubjectIsSealed(@DataSubject @PersonalData UUID person) {}

        record Part(@PersonalData String name) {}

        record InAPart(@DataSubject UUID person, List<Part> parts) {}

        @Test
        void personalDataAreOfOneSubjectAndWhole() {
            for (Class<?> wrong : List.of(
                    Subjectless.class,
                    TwoSubjects.class,
                    SubjectWithoutId.class,
                    Primitive.class,
                    SubjectIsSealed.class,
                    InAPart.class)) {
                assertThatThrownBy(() -> PersonalComponents.of(wrong))
                        .as(wrong.getSimpleName())
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(PersonalComponents.of(NoteTaken.class).personal()).hasSize(3);
        }

        @Test
        void everyEventOfTheCatalogueIsRight() {
            assertThat(Catalogue.names()).allSatisfy(name -> PersonalComponents.of(Catalogue.typeOf(name)));
        }
    }
}
