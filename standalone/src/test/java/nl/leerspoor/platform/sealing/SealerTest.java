package nl.leerspoor.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.MerkleTree;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.standalone.LocalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sealer signs all that was appended, in one line without forks, and nothing that contradicts what it signed. */
class SealerTest {

    @TempDir
    private static Path folder;

    private static LocalDatabase database;
    private static LogInTest log;

    @BeforeAll
    static void start() {
        database = LocalDatabase.start(folder.resolve("data"));
        LogInTest.migrate(database.url());
        log = new LogInTest(database.url(), folder.resolve("checkpoints"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void begin() throws IOException {
        log.begin();
    }

    private static void assertOneLine(List<Checkpoint> checkpoints) {
        MerkleTree tree = log.sealed().tree(checkpoints.getLast().size());
        List<Hash> leaves = log.leaves();
        for (int number = 0; number < checkpoints.size(); number++) {
            Checkpoint checkpoint = checkpoints.get(number);
            assertThat(checkpoint.root())
                    .as("the root over %d events", checkpoint.size())
                    .isEqualTo(LogInTest.root(leaves.subList(0, Math.toIntExact(checkpoint.size()))));
            if (number > 0) {
                Checkpoint before = checkpoints.get(number - 1);
                assertThat(before.size()).isLessThan(checkpoint.size());
                assertThat(tree.consistency(before.size(), checkpoint.size()).proves(before.root(), checkpoint.root()))
                        .as("%d to %d", before.size(), checkpoint.size())
                        .isTrue();
            }
        }
    }

    @Nested
    class Seals {

        @Test
        void allThatWasAppendedAndSignsIt() throws IOException {
            assertThat(log.sealer().seal()).isEmpty();
            log.append(300);

            assertThat(log.sealer().seal()).isEmpty();

            SignedNote note = SignedNote.parse(log.newest().note());
            assertThat(note.isSignedBy(LogInTest.SIGNER.key())).isTrue();
            assertThat(Checkpoint.parse(note.text()))
                    .isEqualTo(new Checkpoint(LogInTest.ORIGIN, 300, LogInTest.root(log.leaves())));
            assertThat(log.checkpoints()).extracting(Checkpoint::size).containsExactly(0L, 300L);
            assertThat(log.outside(LogInTest.SIGNER).newest())
                    .contains(log.newest().note());
        }

        @Test
        void inTilesFromWhichEveryEventIsProven() {
            log.append(600);
            log.sealer().seal();
            List<Hash> leaves = log.leaves();
            MerkleTree tree = log.sealed().tree(600);

            for (int index = 0; index < 600; index += 7) {
                assertThat(tree.inclusion(index, 600)
                                .proves(
                                        leaves.get(index),
                                        log.newest().checkpoint().root()))
                        .isTrue();
            }
            assertThat(log.sealed().tile(0, 1, Tile.WIDTH)).map(Tile::hashes).contains(leaves.subList(256, 512));
            assertThat(log.sealed().tile(0, 2, 88)).map(Tile::hashes).contains(leaves.subList(512, 600));
            assertThat(log.sealed().tile(1, 0, 2))
                    .map(tile -> tile.hashes().get(0))
                    .contains(LogInTest.root(leaves.subList(0, 256)));
            assertThat(log.sealed().tile(0, 3, 1)).isEmpty();
            assertThat(log.sealed().tile(0, 4, 1)).isEmpty();
            assertThat(log.sealed().tile(2, 0, 1)).isEmpty();
        }

        @Test
        void aboveTheLowestTilesToo() {
            log.append(1);
            log.as("postgres").sql("""
                            insert into eventstore.domain_event_entry (event_identifier, aggregate_identifier,
                                   sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp)
                            select gen_random_uuid()::text, 'many', n, 'pilot', 'pilot.LessonRecorded', '1', '{}', '{}', ''
                              from generate_series(0, 66000) n""").update();

            assertThat(log.sealer().seal()).isEmpty();
            log.append(3);
            assertThat(log.sealer().seal()).isEmpty();

            assertOneLine(log.checkpoints());
            assertThat(log.sealed().tile(1, 0, Tile.WIDTH)).isPresent();
            assertThat(log.sealed().tile(2, 0, 1)).isPresent();
            assertThat(log.wholeLog().check()).isEmpty();
        }

        @Test
        void stepByStepInOneLine() {
            Random random = new Random(7);
            for (int step = 0; step < 15; step++) {
                log.append(random.nextInt(60));
                assertThat(log.sealer().seal()).isEmpty();
            }

            assertOneLine(log.checkpoints());
            assertThat(log.wholeLog().check()).isEmpty();
        }

        @Test
        void eventsAcrossTheGapsOfAppendsThatFailed() {
            log.append(3);
            log.as("postgres")
                    .sql("select setval('eventstore.domain_event_entry_global_index_seq', 5000)")
                    .query()
                    .singleValue();
            log.append(3);

            assertThat(log.sealer().seal()).isEmpty();

            assertThat(log.newest().size()).isEqualTo(6);
            assertThat(log.newest().lastPosition()).isEqualTo(5003);
            assertThat(log.sealed().indexOf(5002)).isEqualTo(4);
        }

        @Test
        void asOneWhenSeveralNodesDo() {
            List<CompletableFuture<Void>> nodes = List.of(1, 2, 3).stream()
                    .map(node -> CompletableFuture.runAsync(() -> {
                        Sealer sealer = log.sealer();
                        for (int round = 0; round < 20; round++) {
                            assertThat(sealer.seal()).isEmpty();
                        }
                    }))
                    .toList();
            for (int some = 0; some < 30; some++) {
                log.append(10);
            }
            nodes.forEach(CompletableFuture::join);
            log.sealer().seal();

            assertOneLine(log.checkpoints());
            assertThat(log.newest().size()).isEqualTo(300);
        }

        @Test
        void goingOnWhereItWasKilled() throws Exception {
            Random random = new Random(11);
            for (int kill = 0; kill < 5; kill++) {
                Process node = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Node.class.getName(),
                                database.url(),
                                folder.resolve("checkpoints").toString(),
                                LogInTest.SIGNER.secret())
                        .redirectErrorStream(true)
                        .start();
                try (var out = node.inputReader()) {
                    assertThat(out.readLine()).isEqualTo(Node.SEALS);
                    assertThat(node.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS))
                            .isFalse();
                    node.destroyForcibly().waitFor();
                }
                assertThat(log.sealer().seal()).isEmpty();
            }

            assertOneLine(log.checkpoints());
            assertThat(log.wholeLog().check()).isEmpty();
            assertThat(log.newest().size()).isEqualTo(log.leaves().size()).isPositive();
        }

        @Test
        void eventsFromBeforeThereWereCodes() {
            log.appendWithoutCodes(10);

            assertThat(log.sealer().seal()).isEmpty();
            log.append(1);
            assertThat(log.sealer().seal()).isEmpty();

            assertThat(log.newest().size()).isEqualTo(11);
        }

        @Test
        void inTheDatabaseThoughTheFolderCannotBeWritten() throws IOException {
            Files.writeString(folder.resolve("checkpoints"), "a file in the way");
            log.append(5);

            assertThat(log.sealer().seal()).singleElement().asString().contains("can't be written outside");
            assertThat(log.newest().size()).isEqualTo(5);

            Files.delete(folder.resolve("checkpoints"));
            assertThat(log.sealer().seal()).isEmpty();
            assertThat(log.outside(LogInTest.SIGNER).newest())
                    .contains(log.newest().note());
        }
    }

    /** Appends and seals until it is killed. */
    static final class Node {

        static final String SEALS = "seals";

        public static void main(String[] arguments) {
            LogInTest log = new LogInTest(arguments[0], Path.of(arguments[1]));
            Sealer sealer = log.sealer(NoteSigner.parse(arguments[2]), 0);
            for (long round = 0; ; round++) {
                log.append(List.of(LogInTest.event(UUID.randomUUID().toString(), 0)), true);
                List<String> reasons = sealer.seal();
                if (!reasons.isEmpty()) {
                    System.out.println(reasons);
                    return;
                }
                if (round == 0) {
                    System.out.println(SEALS);
                }
            }
        }
    }

    @Nested
    class Tells {

        private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

        private double told(String metric) {
            return metrics.get(metric).gauge().value();
        }

        @Test
        void howMuchIsSealed() {
            log.append(3);
            SealerWatch watch = log.watch(metrics);
            watch.start();
            try {
                await().until(() -> told("leerspoor.proof.size") == 3);
                assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
                assertThat(told("leerspoor.proof.alarm")).isZero();
                log.append(2);
            } finally {
                watch.stop();
            }
            assertThat(log.newest().size()).as("what was appended last").isEqualTo(5);
        }

        @Test
        void thatAnOldEventWasChangedAndThenSealsNothing() {
            log.append(600);
            log.sealer().seal();
            log.tamper("update eventstore.domain_event_entry set payload = '{}' where global_index = 17");
            SealerWatch watch = log.watch(metrics);
            watch.start();
            try {
                await().until(() -> told("leerspoor.proof.alarm") == 1);
                assertThat(watch.health().getStatus().getCode()).isEqualTo("DEGRADED");
                assertThat(watch.health().getDetails().get("reasons"))
                        .isEqualTo(List.of("The event at position 17 is not the one that was sealed as number 16."));
                log.append(1);
            } finally {
                watch.stop();
            }
            assertThat(log.newest().size()).isEqualTo(600);
        }
    }

    @Nested
    class Refuses {

        @BeforeEach
        void aSealedLog() {
            log.append(300);
            assertThat(log.sealer().seal()).isEmpty();
            log.append(2);
        }

        private void assertRefused(String why) {
            long before = log.newest().size();
            assertThat(log.sealer().seal()).singleElement().asString().contains(why);
            assertThat(log.newest().size()).isEqualTo(before);
        }

        @Test
        void aLogThatLostItsEnd() {
            log.tamper("delete from eventstore.domain_event_entry where global_index > 290");

            assertRefused("290 events up to position 300, and had 300");
        }

        @Test
        void aNewEventThatWasChanged() {
            log.tamper("update eventstore.domain_event_entry set payload = '{}' where global_index = 299");

            assertRefused("not those that were sealed");
        }

        @Test
        void anEventOfWhichNobodyHasMadeTheCode() {
            log.appendWithoutCodes(1);
            log.append(1);

            assertThat(log.sealer().seal())
                    .singleElement()
                    .asString()
                    .contains("position 303 has no genuine authentication code");
            assertThat(log.newest().size()).as("what came before it is sealed").isEqualTo(302);

            assertThat(log.sealer(LogInTest.SIGNER, 303).seal())
                    .as("unless somebody looked at it")
                    .isEmpty();
            assertThat(log.newest().size()).isEqualTo(304);
        }

        @Test
        void anEventWithTheCodeOfAnother() {
            log.tamper("update eventstore.event_mac set mac = sha256('') where event_id = (select"
                    + " event_identifier::uuid from eventstore.domain_event_entry where global_index = 301)");

            assertRefused("position 301 has no genuine");
        }

        @Test
        void aCheckpointThatSomebodyElseWrote() {
            NoteSigner other = NoteSigner.draw(LogInTest.ORIGIN, new SecureRandom());
            Checkpoint forged = new Checkpoint(
                    LogInTest.ORIGIN, 300, LogInTest.root(log.leaves().subList(0, 300)));
            log.tamper("update eventstore.log_checkpoint set note = '" + forged.sign(other) + "'");

            assertRefused("was not signed with the key");
        }

        @Test
        void aLogShorterThanItWasOutside() throws IOException {
            log.sealer().seal();
            String newest = log.newest().note();
            log.tamper(
                    "delete from eventstore.log_checkpoint where size = 302",
                    "delete from eventstore.domain_event_entry where global_index > 300");

            assertRefused("shorter than its newest checkpoint outside the database: 300 events instead of 302");

            assertThat(log.sealer(NoteSigner.draw("log.example.org/anew", new SecureRandom()), 0)
                            .seal())
                    .as("a new log goes on")
                    .isEmpty();
            assertThat(log.outside(LogInTest.SIGNER).newest()).contains(newest);
        }

        @Test
        void aLogThatTookAnotherTurnThanOutside() {
            log.sealer().seal();
            log.tamper(
                    "delete from eventstore.log_checkpoint where size = 302",
                    "delete from eventstore.domain_event_entry where global_index > 300");
            log.append(3);

            assertRefused("shorter than its newest checkpoint outside the database");
        }

        @Test
        void aLogThatLostAnOldEvent() {
            log.tamper("delete from eventstore.domain_event_entry where global_index = 17");

            assertRefused("299 events up to position 300, and had 300");
        }

        @Test
        void anOldEventThatWasChanged() {
            log.tamper("update eventstore.domain_event_entry set payload = '{}' where global_index = 17");

            assertThat(log.wholeLog().check())
                    .containsExactly("The event at position 17 is not the one that was sealed as number 16.");
        }

        @Test
        void anOldEventThatIsGone() {
            log.tamper("delete from eventstore.domain_event_entry where global_index = 17");

            assertThat(log.wholeLog().check())
                    .containsExactly("The event at position 18 is not the one that was sealed as number 16.");
        }

        @Test
        void anEventThatWasChangedTogetherWithItsTile() {
            log.tamper("update eventstore.domain_event_entry set payload = '{}' where global_index = 17");
            String leaf = log.leaves().get(16).toString();
            log.tamper("update eventstore.log_tile set hashes = overlay(hashes placing decode('" + leaf
                    + "', 'hex') from " + (16 * 32 + 1) + ")");

            assertThat(log.wholeLog().check())
                    .containsExactly("The 300 events up to position 300 are not the 300 that were sealed.");
        }
    }
}
