package nl.leerspoor.platform.personaldata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Wraps the keys of people anew by the newest key-encryption key, so that an older one can be thrown away. What is sealed
 * stays as it is. It can be cut off anywhere and begun again, on several nodes at a time: a key that is wrapped anew is
 * left alone, and each is readable all the while.
 */
public final class KeyRotation {

    private static final int BATCH = 500;

    private final KeyEncryptionKeys encryption;
    private final DataSource login;
    private final int batch;

    public KeyRotation(KeyEncryptionKeys encryption, DataSource login) {
        this(encryption, login, BATCH);
    }

    /** Commits after so many keys. */
    KeyRotation(KeyEncryptionKeys encryption, DataSource login, int batch) {
        this.encryption = encryption;
        this.login = login;
        this.batch = batch;
    }

    /**
     * Wraps all keys anew that nobody else is busy with.
     *
     * @return how many are left because somebody was
     * @throws KeysAway when it was cut off; what is done is done
     */
    public long run() {
        while (PersonKeys.alone(login, "wrapped anew", this::oneBatch) > 0) {
            // each batch is committed
        }
        return PersonKeys.alone(login, "counted", this::left);
    }

    private record Held(UUID person, WrappedKey key) {}

    private int oneBatch(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<Held> held = hold(connection);
            try (PreparedStatement statement = connection.prepareStatement(
                    "update keys.person_key set wrapped_key = ?, wrapped_by = ? where person_id = ?")) {
                for (Held old : held) {
                    WrappedKey anew = encryption.wrap(old.person(), encryption.unwrap(old.person(), old.key()));
                    statement.setBytes(1, anew.bytes());
                    statement.setString(2, anew.by());
                    statement.setObject(3, old.person());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            return held.size();
        } catch (SQLException | RuntimeException e) {
            abandon(connection, e);
            throw e;
        }
    }

    /** Where the connection is lost, so is the transaction. */
    private static void abandon(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            because.addSuppressed(lost);
        }
    }

    private List<Held> hold(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select person_id, wrapped_key, wrapped_by from keys.person_key
                 where wrapped_key is not null and wrapped_by <> ?
                 order by person_id limit ? for no key update skip locked""")) {
            statement.setString(1, encryption.primary());
            statement.setInt(2, batch);
            List<Held> held = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(new Held(
                            rows.getObject("person_id", UUID.class),
                            new WrappedKey(rows.getBytes("wrapped_key"), rows.getString("wrapped_by"))));
                }
            }
            return held;
        }
    }

    private long left(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from keys.person_key where wrapped_key is not null and wrapped_by <> ?")) {
            statement.setString(1, encryption.primary());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
