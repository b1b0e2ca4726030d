package nl.leerspoor.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, in a folder of our own, with durable commits. One process at a time has the folder;
 * what a killed one left running is stopped first.
 */
public final class LocalDatabase implements AutoCloseable {

    /** The library starts the server without durability; these make an acknowledged commit survive a power cut. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "100",
            "shared_buffers", "512MB",
            "listen_addresses", "127.0.0.1");

    /** Crash recovery after a hard stop takes longer than an ordinary start. */
    private static final Duration START = Duration.ofMinutes(2);

    private final FolderLock lock;
    private final EmbeddedPostgres server;

    private LocalDatabase(FolderLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server on the data of a folder, which it makes when needed, with the roles and schemas of Leerspoor.
     *
     * @throws FolderInUse when another process works on that folder
     */
    public static LocalDatabase start(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        try {
            Path cluster = folder.toRealPath().resolve("postgres");
            Path complete = cluster.resolve("leerspoor-complete");
            LeftoverServer.stop(cluster);
            if (!Files.exists(complete)) {
                // a first start that was cut off: it never got as far as to acknowledge anything
                FileSystemUtils.deleteRecursively(cluster);
            }
            LocalDatabase database = new LocalDatabase(lock, launch(cluster));
            database.verifySettings();
            database.makeRoles();
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            return database;
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("The local PostgreSQL does not start on " + folder, e);
        }
    }

    /** The JDBC address, for every role. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Stops the server, which disconnects who is still connected, and gives the folder free. */
    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The local PostgreSQL does not stop", e);
        }
    }

    private static EmbeddedPostgres launch(Path cluster) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(Path.of(System.getProperty("user.home"), ".cache", "leerspoor")
                        .toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("unix_socket_directories", "");
        SETTINGS.forEach(builder::setServerConfig);
        return builder.start();
    }

    private void verifySettings() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
                try (ResultSet row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    if (!row.getString(1).equals(setting.getValue())) {
                        throw new IllegalStateException("PostgreSQL runs with " + setting.getKey() + " = "
                                + row.getString(1) + " instead of " + setting.getValue());
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The settings of the local PostgreSQL can't be read", e);
        }
    }

    private void makeRoles() throws IOException {
        try (var script = LocalDatabase.class.getResourceAsStream("/db/bootstrap/roles.sql");
                Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of the local PostgreSQL can't be made", e);
        }
    }

    private Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }
}
