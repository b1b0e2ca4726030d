package nl.leerspoor.platform.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.http.Outage;
import nl.leerspoor.platform.personaldata.Opened.Cause;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is ever sealed under a key that is not kept, and nothing can be read or sealed once it was destroyed. */
class PersonKeysTest {

    private static final String NAME = "Testkandidaat 009";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String WAITS = "wait_event_type = 'Lock'";

    @TempDir
    static Path folder;

    private static KeyDatabase database;

    private final KeyEncryptionKeys encryption = KeyDatabase.drawn();
    private final PersonSealing sealing = database.sealing(encryption);
    private final PersonOpening opening = database.opening(encryption);
    private final UUID person = UUID.randomUUID();
    private final Place place = new Place(person, "note.NoteTaken", "name");

    @BeforeAll
    static void start() {
        database = KeyDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private Envelope sealed() {
        return database.inTransaction(() -> sealing.of(person).seal(place, NAME.getBytes(UTF_8)));
    }

    private void erase() {
        database.inTransaction(() -> {
            KeyDatabase.erase(sealing, person);
            return null;
        });
    }

    private Opened open(Envelope envelope) {
        return opening.of(person).open(place, envelope);
    }

    private static void assertReads(Opened opened) {
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.Value.class,
                        value -> assertThat(value.bytes()).asString(UTF_8).isEqualTo(NAME));
    }

    private static void awaitBackend(String role, String is) {
        Awaitility.await(role + " " + is)
                .until(() -> database.backends(role, is).findAny().isPresent());
    }

    @Nested
    class AValue {

        @Test
        void comesBackAsItWasAndLooksDifferentEachTime() {
            Envelope one = sealed();
            Envelope other = sealed();

            assertReads(open(one));
            assertReads(open(other));
            assertThat(one.ciphertext()).isNotEqualTo(other.ciphertext());
            assertThat(one.json().toString()).doesNotContain(NAME);
            assertReads(open(Envelope.of(one.json()).orElseThrow()));
        }

        @Test
        void ofSeveralPeopleIsOpenedWithKeysThatAreReadAtOnce() {
            Envelope mine = sealed();
            UUID nobody = UUID.randomUUID();
            var read = new AtomicReference<Opened>();

            opening.together(List.of(person, nobody), () -> {
                erase();
                read.set(open(mine));
                return null;
            });

            assertReads(read.get());
            assertThat(open(mine)).as("they are forgotten at once").isInstanceOf(Opened.Erased.class);
        }

        @ParameterizedTest
        @CsvSource({"note.NoteTaken, other", "note.Other, name", "query.note, name"})
        void doesNotOpenElsewhere(String carrier, String field) {
            Envelope envelope = sealed();

            assertThat(opening.of(person).open(new Place(person, carrier, field), envelope))
                    .isEqualTo(new Opened.Fault(Cause.ALTERED_OR_MOVED));
        }

        @Test
        void doesNotOpenAsAnothersWhateverItsEnvelopeSays() {
            UUID another = UUID.randomUUID();
            Place elsewhere = new Place(another, place.carrier(), place.field());
            database.inTransaction(() -> sealing.of(another).seal(elsewhere, new byte[0]));
            Envelope mine = sealed();
            Envelope forged = new Envelope(another, mine.key(), mine.ciphertext());

            assertThat(opening.of(another).open(elsewhere, mine))
                    .isEqualTo(new Opened.Fault(Cause.NOT_SEALED_FOR_THIS_PERSON));
            assertThat(opening.of(another).open(elsewhere, forged)).isEqualTo(new Opened.Fault(Cause.UNKNOWN_KEY));
        }

        @Test
        void doesNotOpenWithAnyBitChanged() {
            Envelope whole = sealed();

            IntStream.range(0, whole.ciphertext().length).forEach(at -> {
                byte[] changed = whole.ciphertext().clone();
                changed[at] ^= 1;
                assertThat(open(new Envelope(person, whole.key(), changed)))
                        .as("byte " + at)
                        .isEqualTo(new Opened.Fault(Cause.ALTERED_OR_MOVED));
            });
        }

        @Test
        void ofSomebodyWhoNeverHadAKeyIsAFaultAndNotErased() {
            Envelope forged = new Envelope(person, 1, new byte[40]);

            assertThat(open(forged)).isEqualTo(new Opened.Fault(Cause.UNKNOWN_KEY));
        }

        @Test
        void isNotSealedOutsideATransaction() {
            assertThatThrownBy(() -> sealing.of(person)).isInstanceOf(IllegalStateException.class);
            assertThat(database.row(person)).isNull();
        }
    }

    @Nested
    class AKey {

        @Test
        void isTheSameForAllWhoSealForANewPersonAtOnce() {
            int writers = 6;
            CyclicBarrier together = new CyclicBarrier(writers);
            List<CompletableFuture<Envelope>> all = IntStream.range(0, writers)
                    .mapToObj(writer -> CompletableFuture.supplyAsync(
                            () -> database.inTransaction(() -> {
                                await(together);
                                return sealing.of(person).seal(place, NAME.getBytes(UTF_8));
                            }),
                            Thread::startVirtualThread))
                    .toList();

            assertThat(all).extracting(CompletableFuture::join).allSatisfy(envelope -> assertReads(open(envelope)));
            assertThat(all)
                    .extracting(envelope -> envelope.join().key())
                    .containsOnly(all.getFirst().join().key());
        }

        @Test
        void staysThoughTheTransactionThatNeededItIsTakenBack() {
            Envelope lost = database.takenBack(() -> sealing.of(person).seal(place, NAME.getBytes(UTF_8)));

            assertThat(database.row(person)).isEqualTo("kept");
            assertReads(open(lost));
            assertThat(sealed().key()).isEqualTo(lost.key());
        }

        @Test
        void thatWasNeverCommittedIsUsedByNobody() throws Exception {
            PersonKey unseen = PersonKey.drawn();
            try (Connection maker = database.connect(KeyDatabase.KEYS)) {
                insert(maker, encryption.wrap(person, unseen));
                CompletableFuture<Envelope> writer = CompletableFuture.supplyAsync(PersonKeysTest.this::sealed);
                awaitBackend(KeyDatabase.KEYS, WAITS);
                database.terminate(backendOf(maker));

                Envelope envelope = writer.join();

                assertReads(open(envelope));
                assertThat(unseen.open(place, envelope)).isEqualTo(new Opened.Fault(Cause.UNKNOWN_KEY));
            }
        }

        @Test
        void whoseMakerIsKilledIsNowhereAndNothingWasSealed() throws Exception {
            try (Connection other = database.connect(KeyDatabase.KEYS)) {
                insert(other, encryption.wrap(person, PersonKey.drawn()));
                CompletableFuture<Envelope> writer = CompletableFuture.supplyAsync(PersonKeysTest.this::sealed);
                awaitBackend(KeyDatabase.KEYS, WAITS);
                database.backends(KeyDatabase.KEYS, WAITS).forEach(database::terminate);

                assertThatThrownBy(writer::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(KeysAway.class);
                other.rollback();
            }
            assertThat(database.row(person)).isNull();
            assertReads(open(sealed()));
        }

        private static void insert(Connection connection, WrappedKey key, UUID person) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into keys.person_key(person_id, wrapped_key, wrapped_by) values (?, ?, ?)")) {
                statement.setObject(1, person);
                statement.setBytes(2, key.bytes());
                statement.setString(3, key.by());
                statement.executeUpdate();
            }
        }

        private void insert(Connection connection, WrappedKey key) throws SQLException {
            insert(connection, key, person);
        }

        private static int backendOf(Connection connection) throws SQLException {
            return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        }

        private static void await(CyclicBarrier together) {
            try {
                together.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Nested
    class AnErasure {

        @Test
        void leavesNothingReadableAndNoWayBack() {
            Envelope before = sealed();

            erase();

            assertThat(open(before)).isEqualTo(new Opened.Erased());
            assertThatThrownBy(PersonKeysTest.this::sealed).isInstanceOf(PersonErased.class);
            new KeyKeeping(database.keeper()).ensure(person, encryption.wrap(person, PersonKey.drawn()));
            assertThat(database.row(person)).isEqualTo("destroyed");
            assertThat(open(before)).isEqualTo(new Opened.Erased());
        }

        @Test
        void holdsForSomebodyOfWhomNothingWasSealedYet() {
            erase();
            erase();

            assertThat(database.row(person)).isEqualTo("destroyed");
            assertThatThrownBy(PersonKeysTest.this::sealed).isInstanceOf(PersonErased.class);
        }

        @Test
        void thatIsTakenBackErasesNothing() {
            Envelope before = sealed();

            database.takenBack(() -> {
                KeyDatabase.erase(sealing, person);
                KeyDatabase.erase(sealing, person);
                return null;
            });

            assertReads(open(before));
            assertReads(open(sealed()));
        }

        @Test
        void isInTheRegisterBeforeItIsCommittedAndOnce() {
            sealed();

            erase();
            erase();

            assertThat(registered()).containsOnlyOnce(person);
        }

        @Test
        void thatIsTakenBackIsNotInTheRegister() {
            sealed();
            database.takenBack(() -> {
                KeyDatabase.erase(sealing, person);
                return null;
            });

            database.inTransaction(() -> {
                database.untilSavepoint(() -> KeyDatabase.erase(sealing, person));
                return null;
            });

            assertThat(registered()).doesNotContain(person);
            assertReads(open(sealed()));
        }

        @Test
        void isNotCommittedWhenTheRegisterCanNotBeWritten() throws IOException {
            Envelope before = sealed();
            Path register = folder.resolve("register/shred-register");
            Path away = Files.move(register, folder.resolve("away"));

            assertThatThrownBy(PersonKeysTest.this::erase).isInstanceOf(KeysAway.class);

            Files.move(away, register);
            assertReads(open(before));
            assertThat(registered()).doesNotContain(person);
        }

        private List<UUID> registered() {
            return database.register().read().stream()
                    .map(ShredRegister.Erasure::person)
                    .toList();
        }

        @Test
        void isNoValueOfAnotherPerson() {
            Envelope another = sealed();
            UUID erased = UUID.randomUUID();
            database.inTransaction(() -> {
                KeyDatabase.erase(sealing, erased);
                return null;
            });

            assertThat(opening.of(erased).open(new Place(erased, place.carrier(), place.field()), another))
                    .isEqualTo(new Opened.Fault(Cause.NOT_SEALED_FOR_THIS_PERSON));
        }

        @Test
        void waitsForWhoWritesNowAndTakesThatAlong() {
            sealed();
            CompletableFuture<Void> erasure = new CompletableFuture<>();

            Envelope late = database.inTransaction(() -> {
                Envelope envelope = sealing.of(person).seal(place, NAME.getBytes(UTF_8));
                CompletableFuture.runAsync(PersonKeysTest.this::erase)
                        .whenComplete((nothing, failure) -> complete(erasure, failure));
                awaitBackend(KeyDatabase.COMMAND, WAITS);
                assertThat(erasure).isNotDone();
                assertReads(open(envelope));
                return envelope;
            });

            erasure.join();
            assertThat(open(late)).isEqualTo(new Opened.Erased());
        }

        @Test
        void isNoticedByWhoWaitedForIt() {
            sealed();

            CompletableFuture<Envelope> write = database.inTransaction(() -> {
                KeyDatabase.erase(sealing, person);
                CompletableFuture<Envelope> late = CompletableFuture.supplyAsync(PersonKeysTest.this::sealed);
                awaitBackend(KeyDatabase.COMMAND, WAITS);
                return late;
            });

            assertThatThrownBy(write::join).hasCauseInstanceOf(PersonErased.class);
        }

        private static void complete(CompletableFuture<Void> future, Throwable failure) {
            if (failure == null) {
                future.complete(null);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }

    @Nested
    class Away {

        @Test
        void keysThatCannotBeMadeAreToBeMadeLater() {
            database.superuser().sql("alter role leerspoor_keys nologin").update();
            try {
                database.backends(KeyDatabase.KEYS, "true").forEach(database::terminate);

                assertAway(PersonKeysTest.this::sealed);
            } finally {
                database.superuser().sql("alter role leerspoor_keys login").update();
            }
            assertReads(open(sealed()));
        }

        @Test
        void keysThatCannotBeReadAreToBeReadLater() {
            Envelope envelope = sealed();
            database.superuser()
                    .sql("revoke select on keys.person_key from leerspoor_command")
                    .update();
            try {
                assertAway(() -> open(envelope));
                assertAway(PersonKeysTest.this::sealed);
            } finally {
                database.superuser()
                        .sql("grant select on keys.person_key to leerspoor_command")
                        .update();
            }
            assertReads(open(envelope));
        }

        @Test
        void withoutAKeyEncryptionKeyNothingIsReadAndNothingIsTakenForErased() {
            Envelope envelope = sealed();

            assertAway(() -> new PersonOpening(Optional.empty(), database.personKeys()).of(person));
            assertAway(() -> database.opening(KeyDatabase.drawn()).of(person));
            assertReads(open(envelope));
        }

        private static void assertAway(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
            assertThatThrownBy(work)
                    .isInstanceOf(KeysAway.class)
                    .satisfies(
                            away -> assertThat(Outage.isBehind(away)).as("503").isTrue())
                    .satisfies(away -> assertThat(Failure.isPassing(away))
                            .as("no event is parked")
                            .isTrue());
        }
    }

    @Nested
    class TheTable {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update keys.person_key set wrapped_key = 'x', destroyed_at = null where destroyed_at is not null",
                    "update keys.person_key set destroyed_at = now() where destroyed_at is not null",
                    "update keys.person_key set person_id = gen_random_uuid() where destroyed_at is null",
                    "update keys.person_key set wrapped_key = 'x' where destroyed_at is null",
                    "delete from keys.person_key",
                    "truncate keys.person_key"
                })
        void givesNoKeyBackToAnybody(String statement) {
            sealed();
            UUID erased = UUID.randomUUID();
            database.inTransaction(() -> {
                KeyDatabase.erase(sealing, erased);
                return null;
            });

            for (String role : List.of("leerspoor_owner", "postgres")) {
                assertRefused(role, statement);
            }
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                        leerspoor_command   | insert into keys.person_key(person_id, wrapped_key, wrapped_by) values (gen_random_uuid(), '', '')
                        leerspoor_command   | update keys.person_key set wrapped_by = ''
                        leerspoor_keys      | update keys.person_key set destroyed_at = now()
                        leerspoor_keys      | delete from keys.person_key
                        leerspoor_keys      | select count(*) from eventstore.domain_event_entry
                        leerspoor_projector | update keys.person_key set wrapped_key = null
                        leerspoor_query     | select count(*) from keys.person_key
                        leerspoor_sealer    | select count(*) from keys.person_key
                        leerspoor_webhook   | select count(*) from keys.person_key
                        """)
        void letsEachRoleDoWhatItNeedsAndNoMore(String role, String statement) {
            assertRefused(role, statement);
        }

        private void assertRefused(String role, String statement) {
            assertThatThrownBy(() -> {
                        try (Connection connection = database.connect(role);
                                PreparedStatement refused = connection.prepareStatement(statement)) {
                            refused.execute();
                        }
                    })
                    .as("%s: %s", role, statement)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }
}
