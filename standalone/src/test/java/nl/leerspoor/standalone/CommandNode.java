package nl.leerspoor.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.CommandApplication;
import nl.leerspoor.command.following.Following;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A command node with a movable clock that can be stopped and started, on a PostgreSQL of its own. */
final class CommandNode implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LocalDatabase database;
    private final MovableClock clock;
    private ConfigurableApplicationContext context;

    private CommandNode(LocalDatabase database, MovableClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Starts on an empty database in this folder. */
    static CommandNode start(Path folder) {
        OutsideWorld.closeOff();
        IdentityProvider.introduce();
        var node = new CommandNode(LocalDatabase.start(folder), new MovableClock());
        node.begin();
        return node;
    }

    /** Another node on the same database, with the same clock. */
    ConfigurableApplicationContext another() {
        return run();
    }

    /** Starts, and waits until a first command was decided: on a busy machine that takes longer than it may. */
    void begin() {
        context = run();
        Map<String, Object> pilot = StartPilotOverHttpTest.pilot("FIRST-COMMAND");
        Awaitility.await("the first command")
                .atMost(Duration.ofMinutes(1))
                .until(() -> client().post("/v1/pilots", pilot).status() < 500);
    }

    void stop() {
        context.close();
    }

    void restart() {
        stop();
        begin();
    }

    MovableClock clock() {
        return clock;
    }

    Client client() {
        return Client.of("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    Sql sql() {
        return new Sql(database.url());
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What the health of the events that are followed says: a word, and why. */
    String health() {
        var health = context.getBean("followed", HealthIndicator.class).health();
        return health.getStatus() + " " + health.getDetails().get("reasons");
    }

    /** Waits until all that was recorded has been followed. */
    void caughtUp() {
        if (!part(Following.class).awaitFollowed(sql().head(), Duration.ofMinutes(1))) {
            throw new AssertionError("Events are not followed");
        }
    }

    /** Puts an event into the store past all rules, as another release might have. */
    UUID append(UUID stream, long version, Event event) {
        UUID id = UUID.randomUUID();
        String now = Instant.now().toString();
        try (Connection connection = sql().connect(Sql.COMMAND);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into eventstore.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, payload_type, payload_revision, payload, meta_data, time_stamp)
                        values (?, ?, ?, ?, ?, '1', convert_to(?, 'UTF8'), convert_to(?, 'UTF8'), ?)""")) {
            String name = Catalogue.nameOf(event.getClass());
            insert.setString(1, id.toString());
            insert.setString(2, stream.toString());
            insert.setLong(3, version);
            insert.setString(4, name.substring(0, name.indexOf('.')));
            insert.setString(5, name);
            insert.setString(6, JSON.writeValueAsString(event));
            insert.setString(
                    7,
                    JSON.writeValueAsString(Map.of(
                            "recordedAt", now, "recordedBy", "testprojectleider", "correlationId", id.toString())));
            insert.setString(8, now);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(CommandApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "movableClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(
                        "--spring.config.name=command-side",
                        "--server.port=0",
                        "--leerspoor.database.url=" + database.url(),
                        "--leerspoor.stop.notice=0s");
    }
}
