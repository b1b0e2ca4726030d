package nl.leerspoor.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of our own, in a folder of our own, with durable commits. */
final class LocalDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private LocalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server on the data of a folder, which it makes when needed, with the roles and schemas of Leerspoor. */
    static LocalDatabase start(Path folder) {
        try {
            Files.createDirectories(folder);
            LocalDatabase database = new LocalDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start());
            database.bootstrap();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The local PostgreSQL does not start on " + folder, e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The local PostgreSQL does not stop", e);
        }
    }

    private void bootstrap() throws IOException {
        try (var script = LocalDatabase.class.getResourceAsStream("/db/bootstrap/roles.sql");
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of the local PostgreSQL can't be made", e);
        }
    }
}
