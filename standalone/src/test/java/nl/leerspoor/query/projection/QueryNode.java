package nl.leerspoor.query.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.query.QueryApplication;
import nl.leerspoor.standalone.IdentityProvider;
import nl.leerspoor.standalone.LocalDatabase;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A query node that can be stopped and started, on a PostgreSQL of its own into which a test puts events by hand. */
public final class QueryNode implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LocalDatabase database;
    private final List<String> arguments;
    private ConfigurableApplicationContext context;

    private QueryNode(LocalDatabase database, List<String> arguments) {
        this.database = database;
        this.arguments = arguments;
    }

    /** Starts on an empty database in this folder. */
    public static QueryNode start(Path folder, String... arguments) {
        IdentityProvider.introduce();
        LocalDatabase database = LocalDatabase.start(folder);
        Login nobody = new Login("", "", 1);
        var logins = new DatabaseProperties(
                database.url(), new Login("leerspoor_owner", "", 1), nobody, nobody, nobody, nobody, nobody, nobody);
        Databases.migrate(logins, "keys");
        Databases.migrate(logins, "eventstore");
        var node = new QueryNode(database, Arrays.asList(arguments));
        node.begin();
        return node;
    }

    public void restart() {
        restart(() -> {});
    }

    /** Does something while nothing runs on the database. */
    void restart(Runnable meanwhile) {
        context.close();
        meanwhile.run();
        begin();
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    ApplicationContext context() {
        return context;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
    }

    /** Asks a question over HTTP, for an answer of some media type. */
    public HttpResponse<String> get(String question, String accepted) {
        return get(IdentityProvider.everything("testlezer", "ROC"), question, accepted);
    }

    /** The same of somebody. */
    public HttpResponse<String> get(Identity who, String question, String accepted) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + question))
                .header("Accept", accepted)
                .header("Authorization", "Bearer " + IdentityProvider.token(who))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return database.url();
    }

    /** Looks into the database, past all grants. */
    public JdbcClient sql() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", ""));
    }

    /** An event as it stands in the store. */
    public record Stored(UUID stream, long version, String name, String payload) {}

    public static Stored stored(UUID stream, long version, Event event) {
        return new Stored(stream, version, Catalogue.nameOf(event.getClass()), JSON.writeValueAsString(event));
    }

    /** Puts events into the store, as a command node would. */
    public void append(List<Stored> events) {
        try (Connection connection = DriverManager.getConnection(database.url(), "leerspoor_command", "");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into eventstore.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, payload_type, payload_revision, payload, meta_data, time_stamp)
                        values (?, ?, ?, 'test', ?, '1', convert_to(?, 'UTF8'), convert_to(?, 'UTF8'), ?)""")) {
            connection.setAutoCommit(false);
            String now = Instant.now().toString();
            String metadata = JSON.writeValueAsString(Map.of("recordedAt", now, "recordedBy", "testprojectleider"));
            for (Stored event : events) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, event.stream().toString());
                insert.setLong(3, event.version());
                insert.setString(4, event.name());
                insert.setString(5, event.payload());
                insert.setString(6, metadata);
                insert.setString(7, now);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a view has passed all events that there are now. */
    public void awaitCaughtUp(String view) {
        long head = sql().sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
        Awaitility.await(view + " to reach " + head)
                .atMost(Duration.ofMinutes(1))
                .until(() -> part(Progress.class).position(List.of(view)) >= head);
    }

    /** Builds a view anew and has questions answered from that. */
    public void rebuild(String view) {
        Rebuilding rebuilding = part(Rebuilding.class);
        ViewVersion next = rebuilding.begin(part(ViewVersions.class).projection(view));
        Awaitility.await(next.name() + " to be built")
                .atMost(Duration.ofMinutes(1))
                .until(() -> part(ViewVersions.class)
                        .find(view, next.number())
                        .orElseThrow()
                        .built());
        rebuilding.swap(next);
        Awaitility.await(next.name() + " to serve")
                .until(() -> part(Progress.class).versions(List.of(view)).equals(next.name()));
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private void begin() {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--spring.config.name=query-side",
                "--server.port=0",
                "--leerspoor.database.url=" + database.url(),
                "--leerspoor.stop.notice=0s"));
        context = new SpringApplicationBuilder(QueryApplication.class).run(all.toArray(String[]::new));
    }
}
