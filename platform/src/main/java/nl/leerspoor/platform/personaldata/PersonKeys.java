package nl.leerspoor.platform.personaldata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The keys of people, as a login sees them that may read them: wrapped. */
public final class PersonKeys {

    private static final String FIND = """
            select wrapped_key, wrapped_by, destroyed_at is not null as destroyed
              from keys.person_key where person_id = ?""";

    private static final String FIND_SOME = """
            select person_id, wrapped_key, wrapped_by, destroyed_at is not null as destroyed
              from keys.person_key where person_id = any(?)""";

    private final DataSource login;
    private final ScopedValue<Map<UUID, StoredKey>> readTogether = ScopedValue.newInstance();

    public PersonKeys(DataSource login) {
        this.login = login;
    }

    /** What can be read of a person now: at once after a key was destroyed, it is that. */
    StoredKey of(UUID person) {
        StoredKey read = readTogether.isBound() ? readTogether.get().get(person) : null;
        return read == null ? find(person, FIND) : read;
    }

    /** Reads what can be read of some people now at once, for one piece of work; it is forgotten when that ends. */
    <T> T together(Collection<UUID> people, Supplier<T> work) {
        return ScopedValue.where(readTogether, find(people)).call(work::get);
    }

    /** The same, and nobody destroys it or makes it before the transaction at hand has ended. */
    StoredKey locked(UUID person) {
        requireTransaction();
        return find(person, FIND + " for share");
    }

    /**
     * Destroys the key of a person in the transaction at hand, which waits for those that write under it. There must be
     * a key; see {@link KeyKeeping#ensure}.
     */
    void destroy(UUID person) {
        requireTransaction();
        execute("destroyed", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    update keys.person_key set wrapped_key = null, destroyed_at = now()
                     where person_id = ? and destroyed_at is null""")) {
                statement.setObject(1, person);
                return statement.executeUpdate();
            }
        });
    }

    /** Whose keys were destroyed. */
    public Set<UUID> destroyed() {
        return execute("read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "select person_id from keys.person_key where destroyed_at is not null");
                    ResultSet row = statement.executeQuery()) {
                Set<UUID> people = new HashSet<>();
                while (row.next()) {
                    people.add(row.getObject("person_id", UUID.class));
                }
                return people;
            }
        });
    }

    /**
     * What one key-encryption key wrapped.
     *
     * @param person somebody whose key it is
     * @param people how many there are
     */
    record Wrapping(UUID person, WrappedKey key, long people) {}

    /** An example for each key-encryption key that is in use. */
    List<Wrapping> wrappings() {
        return execute("read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                            select distinct on (wrapped_by) wrapped_by, person_id, wrapped_key,
                                   count(*) over (partition by wrapped_by) as people
                              from keys.person_key where wrapped_key is not null order by wrapped_by, person_id""");
                    ResultSet row = statement.executeQuery()) {
                List<Wrapping> wrappings = new ArrayList<>();
                while (row.next()) {
                    wrappings.add(new Wrapping(
                            row.getObject("person_id", UUID.class),
                            new WrappedKey(row.getBytes("wrapped_key"), row.getString("wrapped_by")),
                            row.getLong("people")));
                }
                return wrappings;
            }
        });
    }

    private StoredKey find(UUID person, String sql) {
        return execute("read", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, person);
                try (ResultSet row = statement.executeQuery()) {
                    return stored(row);
                }
            }
        });
    }

    private Map<UUID, StoredKey> find(Collection<UUID> people) {
        return execute("read", connection -> {
            Map<UUID, StoredKey> found = new HashMap<>();
            people.forEach(person -> found.put(person, new StoredKey.Absent()));
            try (PreparedStatement statement = connection.prepareStatement(FIND_SOME)) {
                statement.setArray(1, connection.createArrayOf("uuid", people.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getObject("person_id", UUID.class), there(row));
                    }
                }
            }
            return found;
        });
    }

    private static StoredKey stored(ResultSet row) throws SQLException {
        return row.next() ? there(row) : new StoredKey.Absent();
    }

    private static StoredKey there(ResultSet row) throws SQLException {
        return row.getBoolean("destroyed")
                ? new StoredKey.Destroyed()
                : new StoredKey.Kept(new WrappedKey(row.getBytes("wrapped_key"), row.getString("wrapped_by")));
    }

    /** Some statements on one connection. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    /** Works in the transaction of this login, if there is one. */
    private <T> T execute(String done, Work<T> work) {
        if (!isInTransaction()) {
            return alone(login, done, work);
        }
        Connection connection = DataSourceUtils.getConnection(login);
        try {
            return execute(connection, done, work);
        } finally {
            DataSourceUtils.releaseConnection(connection, login);
        }
    }

    /**
     * Works on a connection that goes back at once. Within somebody else's transaction Spring would keep it until that
     * ends; then all connections could be kept by some who wait for others who wait for a connection.
     */
    static <T> T alone(DataSource login, String done, Work<T> work) {
        try (Connection connection = login.getConnection()) {
            return execute(connection, done, work);
        } catch (SQLException e) {
            throw new KeysAway("The keys of people can't be " + done, e);
        }
    }

    private static <T> T execute(Connection connection, String done, Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new KeysAway("The keys of people can't be " + done, e);
        }
    }

    private void requireTransaction() {
        // beside somebody else's transaction Spring keeps a connection of ours too, but one that commits by itself
        if (!isInTransaction() || execute("read", Connection::getAutoCommit)) {
            throw new IllegalStateException("The key of a person is locked or destroyed together with what is written");
        }
    }

    private boolean isInTransaction() {
        return TransactionSynchronizationManager.hasResource(login);
    }
}
