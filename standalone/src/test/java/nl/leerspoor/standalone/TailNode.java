package nl.leerspoor.standalone;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.eventstore.CatalogueSerializer;
import nl.leerspoor.platform.eventstore.EventReading;
import nl.leerspoor.platform.eventstore.EventTail;
import nl.leerspoor.platform.eventstore.Evolution;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As much of a node as appends events and follows them: a pool of connections, and a tail. */
final class TailNode implements AutoCloseable {

    /** So long that it never comes: such a node sees events only when it is told of them. */
    static final Duration NEVER = Duration.ofDays(1);

    private final HikariDataSource pool;
    private final EventTail tail;

    /**
     * Starts a node.
     *
     * @param name      by which the server knows the connections that it keeps for notices
     * @param lookEvery how often it looks for events that it was not told of
     */
    TailNode(String url, String name, Duration lookEvery) {
        this(url, name, lookEvery, new Evolution());
    }

    /** Starts a node of a release with an evolution of its own. */
    TailNode(String url, String name, Duration lookEvery, EventUpcaster evolution) {
        Login login = new Login(Sql.COMMAND, "", 10);
        var database = new DatabaseProperties(url, login, login, login, login, login, login, login);
        var notices = new DatabaseProperties(
                url + "?ApplicationName=" + name, login, login, login, login, login, login, login);
        pool = Databases.pool(database, login, name);
        tail = new EventTail(
                new EventReading(JdbcClient.create(pool), Databases.single(notices, login)),
                new CatalogueSerializer(),
                new EventUpcasterChain(List.of(evolution)),
                lookEvery);
    }

    EventTail tail() {
        return tail;
    }

    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    /** Appends an event in a transaction of its own, and tells of it. */
    void append(String name, String revision) throws SQLException {
        try (Connection connection = connect()) {
            insert(connection, name, revision);
        }
        tail.appended();
    }

    /** Stores an event in the transaction of a connection, the first of its stream and dated years back. */
    static void insert(Connection connection, String name, String revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into eventstore.domain_event_entry(event_identifier, aggregate_identifier, sequence_number, type,
                       payload_type, payload_revision, payload, meta_data, time_stamp)
                values (?, ?, 0, 'Stream', ?, ?, '{}', '{}', '2019-01-01T00:00:00Z')""")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, UUID.randomUUID().toString());
            statement.setString(3, name);
            statement.setString(4, revision);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        tail.close();
        pool.close();
    }
}
