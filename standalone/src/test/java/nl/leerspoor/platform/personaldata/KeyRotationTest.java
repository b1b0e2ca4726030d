package nl.leerspoor.platform.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys are wrapped anew once each, wherever that is cut off, and are readable all the while. */
class KeyRotationTest {

    private static final int PEOPLE = 7;
    private static final int BATCH = 3;
    private static final int BATCHES = 3;

    @TempDir
    static Path folder;

    private static KeyDatabase database;

    private final SecretKey former = KeyDatabase.secret();
    private final SecretKey newest = KeyDatabase.secret();
    private final KeyEncryptionKeys before = KeyDatabase.keys(former);
    private final KeyEncryptionKeys during = KeyDatabase.keys(newest, former);
    private final KeyEncryptionKeys after = KeyDatabase.keys(newest);
    private final Map<Place, Envelope> sealed = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        database = KeyDatabase.start(folder);
        database.superuser().sql("create schema trap").update();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void somePeople() {
        empty();
        IntStream.range(0, PEOPLE).forEach(person -> seal(before));
    }

    @AfterEach
    void disarm() {
        database.superuser().sql("drop schema trap cascade; create schema trap").update();
        empty();
    }

    @Test
    void wrapsAllAndLeavesWhatIsSealedAsItIs() {
        assertThat(run()).isZero();

        assertReadableBy(during);
        assertReadableBy(after);
        assertThatThrownBy(() -> open(before)).isInstanceOf(KeysAway.class);
        assertThat(run()).as("again").isZero();
    }

    @Test
    void newPeopleGetTheNewestAtOnce() {
        seal(during);

        assertThat(wrappedBy(after.primary())).isEqualTo(1);
        assertReadableBy(during);
    }

    @Test
    void keysThatAreInUseAreLeftForLater() {
        UUID busy = sealed.keySet().iterator().next().person();

        long left = database.inTransaction(() -> {
            database.sealing(during).of(busy);
            return run();
        });

        assertThat(left).isOne();
        assertThat(run()).isZero();
        assertReadableBy(after);
    }

    @Test
    void theDestroyedStayDestroyed() {
        UUID erased = sealed.keySet().iterator().next().person();
        database.inTransaction(() -> {
            KeyDatabase.erase(database.sealing(during), erased);
            return null;
        });

        assertThat(run()).isZero();

        assertThat(database.row(erased)).isEqualTo("destroyed");
        assertThat(wrappedBy(after.primary())).isEqualTo(PEOPLE - 1);
    }

    @Test
    void severalNodesShareTheWork() {
        count();

        Stream.generate(() -> CompletableFuture.supplyAsync(this::run))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(run()).isZero();
        assertThat(wrappings()).isEqualTo(PEOPLE);
        assertReadableBy(after);
    }

    static Stream<Arguments> steps() {
        return Stream.concat(
                IntStream.rangeClosed(1, PEOPLE).mapToObj(key -> Arguments.of("wrapping", key)),
                IntStream.rangeClosed(1, BATCHES).mapToObj(batch -> Arguments.of("commit", batch)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    void isDoneOnceThoughTheServerKilledItAtAStep(String step, int number) {
        count();
        arm(step, number);

        assertThatThrownBy(this::run).isInstanceOf(KeysAway.class);
        long done = wrappedBy(after.primary());
        assertThat(done)
                .isLessThan(PEOPLE)
                .isEqualTo(
                        step.equals("commit") ? Math.min(PEOPLE, (number - 1) * BATCH) : (number - 1) / BATCH * BATCH);
        assertThat(wrappings()).isEqualTo(done);
        assertReadableBy(during);

        assertThat(run()).isZero();

        assertThat(wrappings()).as("each once").isEqualTo(PEOPLE);
        assertReadableBy(after);
    }

    private long run() {
        return database.rotation(during, BATCH).run();
    }

    private void seal(KeyEncryptionKeys encryption) {
        UUID person = UUID.randomUUID();
        Place place = new Place(person, "note.NoteTaken", "name");
        sealed.put(
                place,
                database.inTransaction(() -> database.sealing(encryption)
                        .of(person)
                        .seal(place, person.toString().getBytes(UTF_8))));
    }

    private void open(KeyEncryptionKeys encryption) {
        sealed.forEach((place, envelope) -> assertThat(
                        database.opening(encryption).of(place.person()).open(place, envelope))
                .isInstanceOfSatisfying(
                        Opened.Value.class,
                        value -> assertThat(value.bytes())
                                .asString(UTF_8)
                                .isEqualTo(place.person().toString())));
    }

    private void assertReadableBy(KeyEncryptionKeys encryption) {
        open(encryption);
    }

    private static long wrappedBy(String key) {
        return database.superuser()
                .sql("select count(*) from keys.person_key where wrapped_key is not null and wrapped_by = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Counts the keys that were wrapped anew and committed. */
    private static void count() {
        database.superuser().sql("""
                        create table trap.wrapping(person_id uuid);
                        create function trap.count() returns trigger language plpgsql security definer as
                        $$ begin insert into trap.wrapping values (new.person_id); return null; end $$;
                        create trigger trap_count after update on keys.person_key
                            for each row execute function trap.count()""").update();
    }

    private static long wrappings() {
        return database.superuser()
                .sql("select count(*) from trap.wrapping")
                .query(Long.class)
                .single();
    }

    /** Has the server end the connection at the so manieth step; counted by a sequence, which no rollback sets back. */
    private static void arm(String step, int number) {
        String when = step.equals("commit")
                ? "create constraint trigger trap_kill after update on keys.person_key deferrable initially deferred"
                : "create trigger trap_kill before update on keys.person_key";
        // at the commit of a batch the trap goes off for each of its keys
        int hit = step.equals("commit") ? (number - 1) * BATCH + 1 : number;
        database.superuser().sql("""
                        create sequence trap.step;
                        create function trap.kill() returns trigger language plpgsql security definer as
                        $$ begin
                            if nextval('trap.step') = %d then perform pg_terminate_backend(pg_backend_pid()); end if;
                            return new;
                        end $$;
                        %s for each row execute function trap.kill()""".formatted(hit, when)).update();
    }

    private static void empty() {
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    alter table keys.person_key disable trigger refuse_removal;
                    delete from keys.person_key;
                    alter table keys.person_key enable always trigger refuse_removal""");
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
