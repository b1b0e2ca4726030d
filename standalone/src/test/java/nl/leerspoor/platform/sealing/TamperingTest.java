package nl.leerspoor.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.verifier.Verifier;
import nl.leerspoor.standalone.LocalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who owns the database changes the log, past all grants and triggers; an auditor with an export, the public key and the
 * verifier notices, and is told what and where. Events 1 to 600 are sealed, in two full tiles and a part; 601 to 603 not.
 */
class TamperingTest {

    @TempDir
    private static Path folder;

    private static LocalDatabase database;
    private static LogInTest log;

    @BeforeAll
    static void start() throws IOException {
        database = LocalDatabase.start(folder.resolve("data"));
        LogInTest.migrate(database.url());
        log = new LogInTest(database.url(), folder.resolve("checkpoints"));
        Files.writeString(folder.resolve("mac.key"), LogInTest.MAC_KEY);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void aSealedLog() throws IOException {
        log.begin();
        log.sealer().seal();
        log.append(600);
        assertThat(log.sealer().seal()).isEmpty();
        log.append(3);
    }

    private record Verdict(int exit, String said) {}

    private static Path export() throws IOException {
        Path file = folder.resolve("log.ndjson");
        var dataSource = new DriverManagerDataSource(database.url(), "leerspoor_projector", "");
        var snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        try (var out = Files.newOutputStream(file)) {
            snapshot.executeWithoutResult(status -> {
                try {
                    new LogExport(JdbcClient.create(dataSource), JsonMapper.shared()).write(out, List.of());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        return file;
    }

    private static Verdict verify(String... options) throws IOException {
        return verify(export(), options);
    }

    private static Verdict verify(Path export, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("verify", "--key", LogInTest.SIGNER.key().toString()));
        arguments.addAll(List.of(options));
        arguments.add(export.toString());
        return run(arguments);
    }

    private static Verdict run(List<String> arguments) {
        var said = new ByteArrayOutputStream();
        int exit = Verifier.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Verdict(exit, said.toString(StandardCharsets.UTF_8));
    }

    private static String macKey() {
        return folder.resolve("mac.key").toString();
    }

    @Nested
    class Untouched {

        @Test
        void theLogIsGenuine() throws IOException {
            Verdict verdict = verify("--mac-key", macKey());

            assertThat(verdict.said())
                    .isEqualTo("GENUINE: 603 events in 7 streams, in order and without gaps; the first 600 are under a"
                            + " signed checkpoint; 603 have a genuine authentication code.\n");
            assertThat(verdict.exit()).isEqualTo(Verifier.GENUINE);
        }

        @Test
        void whatIsNotSealedIsSaidWhenTheKeyOfCodesIsNotGiven() throws IOException {
            Verdict verdict = verify();

            assertThat(verdict.exit()).isEqualTo(Verifier.GENUINE);
            assertThat(verdict.said()).contains("the last 3 were not sealed yet, and nothing is known about them");
        }

        @Test
        void eventsFromBeforeCodesAreUnderTheFirstCheckpoint() throws IOException {
            log.begin();
            log.appendWithoutCodes(300);
            log.sealer().seal();
            log.append(3);
            log.sealer().seal();

            assertThat(verify("--mac-key", macKey()).said())
                    .startsWith("GENUINE")
                    .contains("3 have a genuine");
        }

        @Test
        void aLogThatWasLetGoOnWithAnEventWithoutCodeIsGenuineUpToThere() throws IOException {
            log.appendWithoutCodes(1);
            log.sealer(LogInTest.SIGNER, 604).seal();

            assertThat(verify("--mac-key", macKey()).said())
                    .isEqualTo("TAMPERED: the event at position 604 (%s) has no authentication code.\n"
                            .formatted(log.as("postgres")
                                    .sql("select event_identifier from eventstore.domain_event_entry"
                                            + " where global_index = 604")
                                    .query(String.class)
                                    .single()));
            assertThat(verify("--mac-key", macKey(), "--without-codes-up-to", "604")
                            .exit())
                    .isEqualTo(Verifier.GENUINE);
        }
    }

    /** Sealed events: nobody needs the key of codes to notice. */
    @Nested
    class Sealed {

        /** The first is in a full tile, so its place is known; the second in a part of one. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                payload = '{"lesson":"x"}'              | 300 | the event at position 300 was changed
                payload = '{"lesson":"x"}'              | 590 | the first 600 events are not those
                meta_data = '{"recordedBy":"somebody"}' | 300 | the event at position 300 was changed
                meta_data = '{"recordedBy":"somebody"}' | 590 | the first 600 events are not those
                time_stamp = '2020-01-01T00:00:00Z'     | 300 | the event at position 300 was changed
                payload_type = 'pilot.PartnerAdded'     | 300 | the event at position 300 was changed
                payload_revision = '2'                  | 300 | the event at position 300 was changed
                type = 'cohort'                         | 300 | the event at position 300 was changed
                event_identifier = 'another'            | 300 | the event at position 300 was changed
                """)
        void aChangedEventIsNoticed(String change, long position, String noticed) throws IOException {
            log.tamper("update eventstore.domain_event_entry set " + change + " where global_index = " + position);

            assertNoticed(noticed);
            assertThat(verify("--mac-key", macKey()).said())
                    .containsPattern("the event at position " + position + " \\(.*\\) (is not the one that its|has no)"
                            + " authentication code");
        }

        @Test
        void aDeletedEventIsNoticed() throws IOException {
            log.tamper("delete from eventstore.domain_event_entry where global_index = 300");

            assertNoticed("1 sealed event is missing before position 301, from number 299 on");
            assertNoticed("where number");
        }

        @Test
        void aDeletedEventOfWhichTheStreamWasClosedUpIsNoticedToo() throws IOException {
            log.tamper(
                    "delete from eventstore.domain_event_entry where global_index = 597",
                    "delete from eventstore.domain_event_entry where global_index > 600",
                    "delete from eventstore.event_mac where event_id not in"
                            + " (select event_identifier::uuid from eventstore.domain_event_entry)");

            assertNoticed(
                    "the log is shorter than a checkpoint of log.example.org/leerspoor: 599 events instead of 600");
        }

        @Test
        void anInsertedEventIsNoticed() throws IOException {
            log.tamper(
                    "update eventstore.domain_event_entry set global_index = global_index + 100000 where global_index > 300",
                    copy(250, 301, 7_000),
                    "update eventstore.domain_event_entry set global_index = global_index - 99999"
                            + " where global_index > 100000");

            assertNoticed("the first 600 events are not those that log.example.org/leerspoor signed");
            assertNoticed("at positions 301, 302");
        }

        @Test
        void anEventInsertedInAGapIsNoticed() throws IOException {
            log.begin();
            log.append(100);
            log.as("postgres")
                    .sql("select setval('eventstore.domain_event_entry_global_index_seq', 200)")
                    .query()
                    .singleValue();
            log.append(500);
            log.sealer().seal();
            log.tamper(copy(50, 150, 7_000));

            assertNoticed("the event at position 150 was inserted: the seal has nothing there");
        }

        @Test
        void swappedEventsAreNoticed() throws IOException {
            log.tamper(
                    "update eventstore.domain_event_entry set global_index = -1 where global_index = 300",
                    "update eventstore.domain_event_entry set global_index = 300 where global_index = 301",
                    "update eventstore.domain_event_entry set global_index = 301 where global_index = -1");

            assertNoticed("the events at positions 300, 301 were changed, or not in its place");
        }

        @Test
        void aRenumberedStreamIsNoticed() throws IOException {
            log.tamper("""
                    update eventstore.domain_event_entry set sequence_number = sequence_number + 10000
                     where aggregate_identifier = (select aggregate_identifier from eventstore.domain_event_entry
                                                    where global_index = 300)""");

            assertNoticed("is number 10000 of stream");
            assertNoticed("the first 600 events are not those");
        }

        @Test
        void aTruncatedTailIsNoticed() throws IOException {
            log.tamper("delete from eventstore.domain_event_entry where global_index > 590");

            assertNoticed(
                    "the log is shorter than a checkpoint of log.example.org/leerspoor: 590 events instead of 600");
        }

        @Test
        void aTailThatWasTruncatedWithItsCheckpointsIsNoticedByACheckpointThatSomebodyKept() throws IOException {
            Path kept = folder.resolve("checkpoints/log.example.org_leerspoor/checkpoint");
            log.tamper(
                    "delete from eventstore.domain_event_entry where global_index > 500",
                    "delete from eventstore.log_checkpoint where size > 500",
                    "delete from eventstore.log_tile where last_position > 500");

            Verdict verdict = verify("--mac-key", macKey(), "--checkpoint", kept.toString());

            assertThat(verdict.said())
                    .contains(
                            "the log is shorter than a checkpoint of log.example.org/leerspoor: 500 events instead of 600");
            assertThat(verdict.exit()).isEqualTo(Verifier.TAMPERED);
        }

        @Test
        void aRewrittenCheckpointIsNoticed() throws IOException {
            log.tamper("update eventstore.domain_event_entry set payload = '{}' where global_index = 300");
            NoteSigner forger = NoteSigner.draw(LogInTest.ORIGIN, new SecureRandom());
            var forged = new Checkpoint(
                    LogInTest.ORIGIN, 600, LogInTest.root(log.leaves().subList(0, 600)));
            log.tamper("update eventstore.log_checkpoint set root = decode('" + forged.root() + "', 'hex'), note = '"
                    + forged.sign(forger) + "' where size = 600");

            assertNoticed("the checkpoint of 600 events in the export was not signed with the key of");
        }

        @Test
        void tilesThatWereRewrittenToFitAreNoticedAsSuch() throws IOException {
            log.tamper(
                    "update eventstore.log_tile set hashes = overlay(hashes placing sha256('') from 1) where index = 0");

            assertNoticed("the tiles of the log are not those of its events, though its checkpoints are");
        }

        private void assertNoticed(String what) throws IOException {
            Verdict verdict = verify();
            assertThat(verdict.said()).contains(what);
            assertThat(verdict.exit()).isEqualTo(Verifier.TAMPERED);
        }
    }

    /** Events that were appended after the last checkpoint: the codes are over them. */
    @Nested
    class NotSealedYet {

        @Test
        void aForgedEventIsNoticed() throws IOException {
            log.appendWithoutCodes(1);

            assertThat(verify("--mac-key", macKey()).said())
                    .contains("the event at position 604", "has no authentication code");
            assertThat(log.sealer().seal()).singleElement().asString().contains("position 604");
        }

        @Test
        void aForgedEventWithTheCodeOfAGenuineOneIsNoticed() throws IOException {
            log.tamper(copy(603, 604, 7_000), """
                    insert into eventstore.event_mac (event_id, mac)
                    select (select event_identifier::uuid from eventstore.domain_event_entry where global_index = 604), mac
                      from eventstore.event_mac where event_id = (select event_identifier::uuid
                           from eventstore.domain_event_entry where global_index = 603)""");

            assertThat(verify("--mac-key", macKey()).said())
                    .contains("the event at position 604", "is not the one that its authentication code is over");
        }

        @Test
        void aChangedEventIsNoticed() throws IOException {
            log.tamper("update eventstore.domain_event_entry set payload = '{}' where global_index = 602");

            assertThat(verify("--mac-key", macKey()).said())
                    .contains("the event at position 602", "is not the one that its authentication code is over");
        }
    }

    @Nested
    class NoExport {

        @Test
        void thatBreaksOffIsTakenForTheWhole() throws IOException {
            Path export = export();
            List<String> lines = Files.readAllLines(export);
            Files.write(export, lines.subList(0, lines.size() - 2));

            assertThat(verify(export).exit()).isEqualTo(Verifier.UNREADABLE);
        }

        @Test
        void withLinesThatAreNoneIsRead() throws IOException {
            List<String> lines = Files.readAllLines(export());
            for (String wrong : List.of("{}", "no JSON", "{\"position\":\"x\"}", "{\"hashes\":\"AA==\",\"last\":1}")) {
                Path export = Files.write(folder.resolve("wrong"), List.of(lines.getFirst(), wrong));

                Verdict verdict = verify(export);

                assertThat(verdict.said()).startsWith("UNREADABLE: line 2 can't be read: ");
                assertThat(verdict.exit()).isEqualTo(Verifier.UNREADABLE);
            }
        }

        @Test
        void thatIsSomethingElseIsRead() throws IOException {
            Path other =
                    Files.writeString(folder.resolve("other"), "{\"format\":\"leerspoor-log-2\",\"events\":\"x\"}\n");

            Verdict verdict = verify(other);

            assertThat(verdict.exit()).isEqualTo(Verifier.UNREADABLE);
            assertThat(verdict.said()).startsWith("UNREADABLE: line 1 can't be read: this is no export");
            assertThat(verify(folder.resolve("nowhere")).exit()).isEqualTo(Verifier.UNREADABLE);
        }

        @Test
        void isGenuineUnderAnotherKey() throws IOException {
            String other = NoteSigner.draw("log.example.org/another", new SecureRandom())
                    .key()
                    .toString();

            Verdict verdict = run(List.of("verify", "--key", other, export().toString()));

            assertThat(verdict.said()).contains("no checkpoint is signed with a key that was given");
            assertThat(verdict.exit()).isEqualTo(Verifier.TAMPERED);
        }

        @Test
        void isCheckedWithoutAKey() throws IOException {
            assertThat(run(List.of("verify", export().toString())).exit()).isEqualTo(Verifier.USAGE);
            assertThat(run(List.of()).said()).contains("new-keys <folder> <name>");
        }
    }

    @Test
    void keysAreMadeOnce() throws IOException {
        Path keys = folder.resolve("keys-" + System.nanoTime());

        Verdict made = run(List.of("new-keys", keys.toString(), "log.example.org/made"));

        assertThat(made.exit()).isEqualTo(Verifier.GENUINE);
        NoteSigner signer = NoteSigner.parse(Files.readString(keys.resolve("signing.key")));
        assertThat(made.said().strip()).isEqualTo(signer.key().toString());
        assertThat(Files.getPosixFilePermissions(keys.resolve("mac.key"))).hasSize(2);
        assertThat(run(List.of("new-keys", keys.toString(), "log.example.org/made"))
                        .exit())
                .isEqualTo(Verifier.UNREADABLE);
    }

    /** A row like another, with an id of its own. */
    private static String copy(long from, long to, long version) {
        return """
                insert into eventstore.domain_event_entry (global_index, event_identifier, aggregate_identifier,
                       sequence_number, type, payload_type, payload_revision, payload, meta_data, time_stamp)
                       overriding system value
                select %d, gen_random_uuid()::text, aggregate_identifier, %d, type, payload_type, payload_revision, payload,
                       meta_data, time_stamp
                  from eventstore.domain_event_entry where global_index = %d""".formatted(to, version, from);
    }
}
