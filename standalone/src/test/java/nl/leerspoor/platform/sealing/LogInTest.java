package nl.leerspoor.platform.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.NoteSigner;
import nl.leerspoor.platform.proof.RunningRoot;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A log of events and what seals it, in a database that a test may spoil and begin anew. */
final class LogInTest {

    static final String ORIGIN = "log.example.org/leerspoor";
    static final String MAC_KEY = Base64.getEncoder().encodeToString(new byte[48]);
    static final AuthenticationKeys CODES = AuthenticationKeys.parse(MAC_KEY);
    static final NoteSigner SIGNER = NoteSigner.draw(ORIGIN, new SecureRandom());

    private static final List<String> TABLES =
            List.of("domain_event_entry", "event_mac", "log_tile", "log_checkpoint", "log_key");

    private static final int STREAMS = 7;

    private final String url;
    private final Path checkpoints;
    private final Map<String, Long> versions = new HashMap<>();

    LogInTest(String url, Path checkpoints) {
        this.url = url;
        this.checkpoints = checkpoints;
    }

    /** Makes the tables in a new database. */
    static void migrate(String url) {
        Login nobody = new Login("", "", 1);
        Databases.migrate(
                new DatabaseProperties(
                        url, new Login("leerspoor_owner", "", 1), nobody, nobody, nobody, nobody, nobody, nobody),
                "eventstore");
    }

    JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(url, role, ""));
    }

    /** Does what is refused to everybody, as a superuser can. */
    void tamper(String... statements) {
        String all = triggers("disable") + positions("by default") + String.join("; ", statements) + "; "
                + positions("always") + triggers("enable always");
        as("postgres").sql(all).update();
    }

    private static String positions(String generated) {
        return "alter table eventstore.domain_event_entry alter column global_index set generated " + generated + "; ";
    }

    private static String triggers(String what) {
        return TABLES.stream()
                .flatMap(table -> Stream.of("refuse_change", "refuse_truncate")
                        .map(trigger -> "alter table eventstore.%s %s trigger %s; ".formatted(table, what, trigger)))
                .collect(Collectors.joining());
    }

    /** Empties everything. */
    void begin() throws IOException {
        tamper(
                "truncate eventstore.domain_event_entry restart identity",
                "truncate eventstore.event_mac, eventstore.log_tile, eventstore.log_checkpoint, eventstore.log_key"
                        + " restart identity");
        FileSystemUtils.deleteRecursively(checkpoints);
        versions.clear();
    }

    /** Appends events to some streams in turn, with codes, as the command side does. */
    void append(int count) {
        append(count, true);
    }

    /** Appends events as a release did that knew no codes. */
    void appendWithoutCodes(int count) {
        append(count, false);
    }

    private void append(int count, boolean withCodes) {
        List<EventRow> events = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String stream = new UUID(0, number % STREAMS).toString();
            events.add(event(stream, versions.merge(stream, 1L, Long::sum) - 1));
        }
        append(events, withCodes);
    }

    static EventRow event(String stream, long version) {
        return new EventRow(
                0,
                UUID.randomUUID().toString(),
                stream,
                version,
                "pilot",
                "pilot.LessonRecorded",
                "1",
                ("{\"lesson\":\"les " + version + "\"}").getBytes(StandardCharsets.UTF_8),
                "{\"recordedBy\":\"testprojectleider\"}".getBytes(StandardCharsets.UTF_8),
                Instant.now().toString());
    }

    /** Appends some events in one transaction. */
    void append(List<EventRow> events, boolean withCodes) {
        var dataSource = new SingleConnectionDataSource(url, "leerspoor_command", "", true);
        try {
            new TransactionTemplate(new JdbcTransactionManager(dataSource))
                    .executeWithoutResult(status -> new NamedParameterJdbcTemplate(dataSource)
                            .batchUpdate(
                                    """
                                    with code as (insert into eventstore.event_mac (event_id, mac)
                                                  select cast(:id as uuid), decode(:code, 'hex') where :withCode)
                                    insert into eventstore.domain_event_entry (event_identifier, aggregate_identifier,
                                           sequence_number, type, payload_type, payload_revision, payload, meta_data,
                                           time_stamp)
                                    values (:id, :stream, :version, :type, :name, :revision, :payload, :metadata, :time)""",
                                    events.stream()
                                            .map(event -> parameters(event, withCodes))
                                            .toArray(MapSqlParameterSource[]::new)));
        } finally {
            dataSource.destroy();
        }
    }

    private static MapSqlParameterSource parameters(EventRow event, boolean withCode) {
        return new MapSqlParameterSource()
                .addValue("id", event.eventId())
                .addValue("code", HexFormat.of().formatHex(CODES.code(event)))
                .addValue("withCode", withCode)
                .addValue("stream", event.stream())
                .addValue("version", event.version())
                .addValue("type", event.streamType())
                .addValue("name", event.name())
                .addValue("revision", event.revision())
                .addValue("payload", event.payload())
                .addValue("metadata", event.metadata())
                .addValue("time", event.timestamp());
    }

    Sealer sealer() {
        return sealer(SIGNER, 0);
    }

    Sealer sealer(NoteSigner signer, long withoutCodesUpTo) {
        var dataSource = new DriverManagerDataSource(url, "leerspoor_sealer", "");
        return new Sealer(
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                signer,
                CODES,
                outside(signer),
                withoutCodesUpTo,
                Clock.systemUTC());
    }

    Outside outside(NoteSigner signer) {
        return new Outside(checkpoints, signer.key().name());
    }

    WholeLog wholeLog() {
        var dataSource = new DriverManagerDataSource(url, "leerspoor_sealer", "");
        return new WholeLog(
                JdbcClient.create(dataSource), new TransactionTemplate(new JdbcTransactionManager(dataSource)), 0);
    }

    SealerWatch watch(MeterRegistry metrics) {
        return new SealerWatch(sealer(), wholeLog(), as("leerspoor_sealer"), metrics);
    }

    SealedLog sealed() {
        return new SealedLog(as("leerspoor_sealer"));
    }

    /** All checkpoints, the oldest first. */
    List<Checkpoint> checkpoints() {
        return as("postgres")
                .sql("select origin, size, root from eventstore.log_checkpoint order by number")
                .query((row, number) ->
                        new Checkpoint(row.getString("origin"), row.getLong("size"), Hash.of(row.getBytes("root"))))
                .list();
    }

    Sealed newest() {
        return sealed().newest().orElseThrow();
    }

    /** The leaves of all events, worked out from the start. */
    List<Hash> leaves() {
        try (var all = new LogRows(as("postgres")).after(0)) {
            return all.map(row -> row.event().leaf()).toList();
        }
    }

    static Hash root(List<Hash> leaves) {
        RunningRoot root = new RunningRoot();
        leaves.forEach(root::add);
        return root.root();
    }
}
