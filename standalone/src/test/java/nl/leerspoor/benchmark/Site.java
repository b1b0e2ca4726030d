package nl.leerspoor.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.benchmark.history.PastYears;
import nl.leerspoor.benchmark.history.StoredEvent;
import nl.leerspoor.standalone.LocalDatabase;
import org.springframework.util.FileSystemUtils;

/** Where measurements are done: a database with three years in it, and the program on it. */
final class Site implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final long SEED = 1;
    private static final Duration LONGEST_SEAL = Duration.ofMinutes(5);
    private static final Duration LONGEST_REBUILD = Duration.ofHours(2);

    private final Path data;
    private final LocalDatabase database;
    private final Report report;
    private Program program;
    private int heapInUse;

    /** The same for every run, so that runs ask the same. */
    final SplittableRandom random = new SplittableRandom(42);

    private Site(Path data, LocalDatabase database, Report report) {
        this.data = data;
        this.database = database;
        this.report = report;
    }

    /** Opens the site on the data of an earlier run, or makes the data. */
    static Site open(int trajectories, boolean fresh, Report report) throws Exception {
        Path data = FOLDER.resolve("data-" + trajectories);
        Path filled = data.resolve("filled");
        if (fresh || !Files.exists(filled)) {
            FileSystemUtils.deleteRecursively(data);
        }
        Files.createDirectories(data);
        Site site = new Site(data, LocalDatabase.start(data), report);
        try {
            if (!Files.exists(filled)) {
                site.fill(trajectories);
                Files.createFile(filled);
            }
            site.startProgram();
            Instant answered = Instant.now();
            site.awaitViews(site.head());
            report.note("views were up to date %d s after the first answer"
                    .formatted(Duration.between(answered, Instant.now()).toSeconds()));
            site.awaitSeal(site.head());
            report.note("events were sealed %d s after the first answer"
                    .formatted(Duration.between(answered, Instant.now()).toSeconds()));
            return site;
        } catch (Exception e) {
            site.close();
            throw e;
        }
    }

    Http http() {
        return program.http();
    }

    /** A connection as one of the roles of the database. */
    Connection connect(String role) throws SQLException {
        Connection connection = DriverManager.getConnection(database.url(), role, "");
        try (Statement statement = connection.createStatement()) {
            // who reads views sees no more than this
            statement.execute("set app.regions = '" + String.join(",", PastYears.REGIONS) + "'");
        }
        return connection;
    }

    /** The one number that a query gives. */
    long number(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The ids that a query gives. */
    List<String> texts(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The position of the newest event. */
    long head() throws SQLException {
        return number("select coalesce(max(global_index), 0) from eventstore.domain_event_entry");
    }

    /** The position that all views have reached. */
    long viewed() throws IOException, InterruptedException {
        return http().get("/v1/figures?region=AM20&validOn=2023-01-02&by=sector")
                .orFail(200)
                .json()
                .path("position")
                .asLong();
    }

    /** Waits until all views have reached a position. */
    void awaitViews(long position) throws IOException, InterruptedException {
        Instant patience = Instant.now().plus(LONGEST_REBUILD);
        while (true) {
            long asked = System.nanoTime();
            if (viewed() >= position) {
                return;
            }
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("The views don't reach " + position + ": they are at " + viewed());
            }
            // to ask costs time too: at most a tenth of the time goes into asking
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
            Thread.sleep(Math.clamp(took * 10, 50, 2_000));
        }
    }

    /** Waits until all events up to a position are sealed: the first time, that is all there are. */
    private void awaitSeal(long position) throws Exception {
        Instant patience = Instant.now().plus(LONGEST_SEAL);
        while (number("select coalesce(max(last_position), 0) from eventstore.log_checkpoint") < position) {
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("The events are not sealed");
            }
            Thread.sleep(200);
        }
    }

    /** Empties all views and lets the program make them again; returns how long that took from its start. */
    Duration makeViewsAgain() throws Exception {
        stopProgram();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                var roles = LocalDatabase.class.getResourceAsStream("/db/bootstrap/roles.sql")) {
            statement.execute("drop schema query cascade");
            statement.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
        }
        startProgram();
        report.note("The program answered after " + program.age().toMillis() + " ms, with its views at " + viewed());
        awaitViews(head());
        return program.age();
    }

    /** The most heap that was in use after a collection, in MB, in all that was done here. */
    int heapInUse() throws IOException {
        return Math.max(heapInUse, program.heapInUse());
    }

    @Override
    public void close() throws IOException {
        try {
            stopProgram();
        } finally {
            database.close();
        }
    }

    private void fill(int trajectories) throws Exception {
        startProgram();
        stopProgram();
        long start = System.nanoTime();
        List<StoredEvent> events = PastYears.of(trajectories, SEED);
        report.note("%d events of %d trajectories made up in %s"
                .formatted(events.size(), trajectories, seconds(System.nanoTime() - start)));
        start = System.nanoTime();
        try (Connection connection = connect("leerspoor_command")) {
            new StoredCopy().append(connection, events);
        }
        report.note("stored in " + seconds(System.nanoTime() - start));
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze eventstore.domain_event_entry");
            passBy(statement);
        }
    }

    /** Has duties begin at the newest event: what is measured would otherwise share the machine with years of them. */
    private void passBy(Statement statement) throws SQLException {
        statement.executeUpdate("""
                update command.token_entry
                   set token = convert_to(jsonb_set(convert_from(token, 'UTF8')::jsonb, '{globalIndex}',
                                                    to_jsonb(%d))::text, 'UTF8')
                 where processor_name = 'duties'""".formatted(head()));
    }

    private void startProgram() throws IOException, InterruptedException {
        program = Program.start(FOLDER, data, database.url());
    }

    private void stopProgram() throws IOException {
        if (program != null) {
            heapInUse = heapInUse();
            program.close();
            program = null;
        }
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
