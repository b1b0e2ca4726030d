package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.proof.verifier.Verifier;
import nl.leerspoor.standalone.CarefulClients.Acknowledged;
import nl.leerspoor.standalone.Client.Reply;
import nl.leerspoor.standalone.Ledger.Entry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An operator backs up while people write, loses the machine, and restores: to a moment, and all there is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreTest {

    private static final int CLIENTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int PID = 0;
    private static final int PORT = 3;
    private static final String PILOTS = "/v1/projections/pilots";

    private static final List<ChildProgram> STARTED = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static Path backups;
    private static Path archive;
    private static Path data;
    private static ChildProgram program;
    private static Map<String, String> environment;
    private static CarefulClients clients;
    private static Instant moment;
    private static int acknowledgedAtTheMoment;
    private static String erased;
    private static String privacyCase;

    @BeforeAll
    static void backUpWhilePeopleWrite() throws IOException {
        backups = folder.resolve("backups");
        archive = Files.createDirectory(folder.resolve("archive"));
        switchArchivingOn(folder.resolve("lost"));
        program = start(folder.resolve("lost"));
        Client client = program.client();
        environment = forScripts(data);
        erased = new RegionOffice(client, "AM09").candidate();
        assertThat(client.post(
                                "/v1/candidates/" + erased + "/details",
                                RegionOffice.body("name", "Herstelkandidaat Vierendertig"))
                        .status())
                .isEqualTo(201);
        clients = CarefulClients.pour(CLIENTS, PAUSE, List.of(client.within(Duration.ofSeconds(10))));
        clients.awaitMore(60);

        Script backedUp = Script.run("back-up.sh", environment, backups);

        assertThat(backedUp.exit()).as(backedUp.output()).isZero();
        clients.awaitMore(60);
        acknowledgedAtTheMoment = clients.acknowledged().size();
        moment = Instant.now();
        clients.awaitMore(60);
        privacyCase = erase(client);
    }

    /** After the moment to which the first restore goes back. */
    private static String erase(Client client) {
        Client officer = client.as("testprivacy; role=PRIVACY_OFFICER");
        Map<String, Object> request =
                RegionOffice.body("region", "AM09", "kind", "ERASURE", "candidateId", erased, "requestedBy", "PERSON");
        String id = officer.post("/v1/privacy-cases", request).json().path("id").asString();
        officer.post("/v1/privacy-cases/" + id + "/grants", RegionOffice.body("legalBasis", "AVG_17_1_B"));
        Reply done = client.as("testprivacy-tweede; role=PRIVACY_OFFICER")
                .post("/v1/privacy-cases/" + id + "/erasures", RegionOffice.body());
        assertThat(done.status()).as(done.body()).isEqualTo(201);
        return id;
    }

    @AfterAll
    static void stop() {
        if (clients != null) {
            clients.close();
        }
        STARTED.forEach(ChildProgram::close);
    }

    @Test
    @Order(1)
    void aBackupSaysWhenTheArchiveDoesNotWork() {
        Sql sql = new Sql(url());
        set(sql, "archive_command = 'false'");

        Script backedUp = Script.run("back-up.sh", environment, backups);

        set(sql, "archive_command = '" + archiveCommand() + "'");
        assertThat(backedUp.exit()).as(backedUp.output()).isEqualTo(1);
        assertThat(backedUp.lastLine()).startsWith("FAILED: archive_command fails");
        assertThat(backups).isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    @Order(2)
    void aDrillFindsTheRestoredEventsEqualToTheServersAndUnderASignature() throws IOException {
        Map<String, String> withRegister = new HashMap<>(environment);
        withRegister.put("LEERSPOOR_SHRED_REGISTER", outside("register"));
        withRegister.put("VERIFIER", verifier());
        withRegister.put("CHECKPOINTS", checkpoints().toString());

        Script drill = Script.run("restore-drill.sh", withRegister, backups, archive, "--until", moment);

        assertThat(drill.exit()).as(drill.output()).isZero();
        assertThat(drill.output()).contains("GENUINE: ", "are under a signed checkpoint");
        assertThat(drill.lastLine())
                .contains("equal to the server's")
                .endsWith("; at its start 1 people would be erased again");
    }

    @Test
    @Order(3)
    void aHoleInTheArchiveIsSeenBeforehand() throws IOException {
        new Sql(url()).as(Sql.SUPERUSER).sql("checkpoint").update();
        Script another = Script.run("back-up.sh", environment, folder.resolve("others"));
        assertThat(another.exit()).as(another.output()).isZero();
        Path torn = folder.resolve("torn");
        FileSystemUtils.copyRecursively(archive, torn);
        List<Path> segments;
        try (var files = Files.list(torn)) {
            segments = files.filter(file -> file.getFileName().toString().length() == 24)
                    .sorted()
                    .toList();
        }
        Files.delete(segments.get(segments.size() - 2));

        Script drill = Script.run("restore-drill.sh", environment, backups, torn);

        assertThat(drill.exit()).as(drill.output()).isEqualTo(1);
        assertThat(drill.lastLine())
                .isEqualTo("FAILED: the archive has no segment just before "
                        + segments.getLast().getFileName());
    }

    @Test
    @Order(4)
    void aServerOnWhichNobodyWritesIsBackedUpToo() {
        Path idle = folder.resolve("idle");
        switchArchivingOn(idle);
        try (LocalDatabase database = LocalDatabase.start(idle)) {
            set(new Sql(database.url()), "archive_command = '/bin/true'");

            for (int time = 0; time < 2; time++) {
                Script backedUp = Script.run("back-up.sh", forScripts(idle), folder.resolve("backups-of-idle-" + time));

                assertThat(backedUp.exit()).as(backedUp.output()).isZero();
            }
        }
    }

    @Test
    @Order(5)
    void afterTheLossOfTheMachineEverythingUpToTheMomentIsThereAndNothingAfterIt() throws IOException {
        clients.awaitMore(30);
        new ProcessBuilder("kill", "-9", postmaster(data, PID)).start().onExit().join();
        program.kill();
        clients.abandon();
        List<Acknowledged> acknowledged = clients.acknowledged();
        restore("moment", "--until", moment);

        program = start(folder.resolve("moment"));

        Client client = program.client();
        Ledger ledger = Ledger.of(new Sql(url()));
        for (int number = 0; number < CLIENTS; number++) {
            List<Acknowledged> of = CarefulClients.of(number, acknowledged);
            List<Entry> stored = ledger.of(number);
            assertThat(stored)
                    .as("what client %d did until then, in order", number)
                    .containsExactlyElementsOf(
                            of.stream().limit(stored.size()).map(Entry::of).toList());
            assertThat(of.get(stored.size() - 1).begun()).as("the last").isBefore(moment);
            assertThat(of.get(stored.size()).at()).as("the first after it").isAfter(moment);
            assertReceipts(client, of.subList(0, stored.size()));
            Reply next = of.get(stored.size()).sent().answer(client);
            assertThat(next.header("Idempotent-Replay")).as(next.body()).isNull();
            assertThat(next.status()).as(next.body()).isEqualTo(201);
        }
        assertThat(ledger.lost(acknowledged.subList(0, acknowledgedAtTheMoment)))
                .isEmpty();
        assertThatThePersonIsErasedBy(client, "system:shred-register");
        assertThatViewsAreAsIfMadeFromTheEvents(client);
    }

    @Test
    @Order(6)
    void withTheWalOfTheLostMachineNothingAcknowledgedIsLost() throws IOException {
        program.close();
        restore("all", "--wal", folder.resolve("lost/postgres/pg_wal"));

        program = start(folder.resolve("all"));

        Client client = program.client();
        Ledger ledger = Ledger.of(new Sql(url()));
        assertThat(ledger.lost(clients.acknowledged())).isEmpty();
        assertThatThePersonIsErasedBy(client, "testprivacy-tweede");
        assertThat(ledger.surplus(clients.acknowledged()))
                .as("commands whose answer never came, one of each client at most")
                .hasSizeLessThanOrEqualTo(CLIENTS);
        assertReceipts(
                client,
                clients.acknowledged()
                        .subList(acknowledgedAtTheMoment, clients.acknowledged().size()));
        assertThatViewsAreAsIfMadeFromTheEvents(client);
    }

    /** The history tells it once, and nobody reads who it was. */
    private static void assertThatThePersonIsErasedBy(Client client, String name) {
        assertThat(new Sql(url())
                        .as(Sql.SUPERUSER)
                        .sql("""
                                select convert_from(payload, 'UTF8')::jsonb ->> 'privacyCaseId' as case_id,
                                       convert_from(meta_data, 'UTF8')::jsonb ->> 'recordedBy' as recorded_by
                                  from eventstore.domain_event_entry
                                 where aggregate_identifier = :person and payload_type = 'candidate.PersonalDataErased'""")
                        .param("person", erased)
                        .query((row, n) -> row.getString("case_id") + " by " + row.getString("recorded_by"))
                        .list())
                .containsExactly(privacyCase + " by " + name);
        String details = "/v1/candidates/" + erased + "/details";
        Awaitility.await("the view")
                .untilAsserted(() -> assertThat(
                                client.get(details).json().path("state").asString())
                        .isEqualTo("ERASED"));
    }

    private static void assertReceipts(Client client, List<Acknowledged> acknowledged) {
        assertThat(acknowledged).allSatisfy(command -> {
            Reply again = command.sent().answer(client);
            assertThat(again.body()).isEqualTo(command.answer());
            assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        });
    }

    private static void assertThatViewsAreAsIfMadeFromTheEvents(Client client) {
        String rebuilt = client.post(PILOTS + "/versions", "{}").header("Location");
        Awaitility.await("the rebuild")
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.get(rebuilt).json().path("built").asBoolean());
        Awaitility.await("both versions to have applied the same").untilAsserted(() -> {
            var comparison = client.get(rebuilt + "/comparison").json();
            assertThat(comparison.path("inFlight").asLong()).isZero();
            assertThat(comparison.path("compared").asLong()).isPositive();
            assertThat(comparison.path("differentStreams").asLong()).isZero();
        });
    }

    private static void restore(String name, Object... options) throws IOException {
        Path data = Files.createDirectory(folder.resolve(name)).resolve("postgres");
        Path backup;
        try (var all = Files.list(backups)) {
            backup = all.sorted().findFirst().orElseThrow();
        }
        Script restored = Script.run("restore.sh", environment, backup, archive, data, options[0], options[1]);
        assertThat(restored.exit()).as(restored.output()).isZero();
    }

    private static void switchArchivingOn(Path data) {
        try (LocalDatabase database = LocalDatabase.start(data)) {
            Sql sql = new Sql(database.url());
            sql.as(Sql.SUPERUSER).sql("alter system set archive_mode = on").update();
            set(sql, "archive_command = '" + archiveCommand() + "'");
        }
    }

    private static void set(Sql sql, String setting) {
        sql.as(Sql.SUPERUSER).sql("alter system set " + setting).update();
        sql.as(Sql.SUPERUSER).sql("select pg_reload_conf()").query().singleValue();
    }

    private static String archiveCommand() {
        return Script.path("archive-wal.sh") + " " + archive + " %p %f";
    }

    private static ChildProgram start(Path restored) {
        data = restored;
        STARTED.add(ChildProgram.start(
                Standalone.class,
                // keys and the register of erasures are where no backup of the database is
                Map.of(
                        "LEERSPOOR_KEK_FILE", outside("key-encryption.key"),
                        "LEERSPOOR_INDEX_KEY_FILE", outside("index.key"),
                        "LEERSPOOR_MAC_KEY_FILE", outside("mac.key"),
                        "LEERSPOOR_SHRED_REGISTER", outside("register")),
                "--leerspoor.data=" + data,
                "--leerspoor.twente.load=false"));
        return STARTED.getLast();
    }

    private static String outside(String name) {
        return folder.resolve("outside").resolve(name).toString();
    }

    private static Map<String, String> forScripts(Path data) {
        Path server = ProcessHandle.of(Long.parseLong(postmaster(data, PID)))
                .flatMap(process -> process.info().command())
                .map(Path::of)
                .orElseThrow();
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                postmaster(data, PORT),
                "PGUSER",
                Sql.SUPERUSER,
                "PGDATABASE",
                "postgres",
                "PSQL",
                Psql.in(folder).toString(),
                "PGBIN",
                server.getParent().toString(),
                "LIMIT",
                "60");
    }

    /** The command of the verifier, before it is a jar. */
    private static String verifier() {
        return "%s -cp %s %s"
                .formatted(
                        ProcessHandle.current().info().command().orElseThrow(),
                        Path.of("..", "platform", "target", "classes").toAbsolutePath(),
                        Verifier.class.getName());
    }

    /** The folder of the log that the program keeps outside its database. */
    private static Path checkpoints() throws IOException {
        try (var logs = Files.list(data.resolve("checkpoints"))) {
            return logs.findFirst().orElseThrow();
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + postmaster(data, PORT) + "/postgres";
    }

    /** What a running server has told in the file that it keeps for this. */
    private static String postmaster(Path data, int line) {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(line)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
