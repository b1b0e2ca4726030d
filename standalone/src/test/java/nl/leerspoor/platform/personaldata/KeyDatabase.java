package nl.leerspoor.platform.personaldata;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.standalone.LocalDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A server with the keys of people and the events, and the logins that the command side has. */
public final class KeyDatabase implements AutoCloseable {

    public static final String COMMAND = "leerspoor_command";
    public static final String KEYS = "leerspoor_keys";

    private final LocalDatabase server;
    private final ShredRegister register;
    private final HikariDataSource command;
    private final HikariDataSource keeper;
    private final TransactionTemplate transaction;

    private KeyDatabase(LocalDatabase server, Path folder) {
        this.server = server;
        register = ShredRegister.in(
                folder.resolve("register").toString(),
                Optional.of(AuthenticationKeys.parse("A".repeat(43) + "=")),
                Clock.systemUTC());
        register.found(List.of());
        Login nobody = new Login("", "", 1);
        Login owner = new Login("leerspoor_owner", "", 1);
        var logins = new DatabaseProperties(server.url(), owner, nobody, nobody, nobody, nobody, nobody, nobody);
        Databases.migrate(logins, "keys");
        Databases.migrate(logins, "eventstore");
        command = Databases.pool(logins, new Login(COMMAND, "", 8), "command");
        keeper = Databases.pool(logins, new Login(KEYS, "", 8), "keys");
        keeper.setConnectionTimeout(2_000);
        transaction = new TransactionTemplate(new JdbcTransactionManager(command));
    }

    public static KeyDatabase start(Path folder) {
        return new KeyDatabase(LocalDatabase.start(folder), folder);
    }

    /** Where it is; it trusts every login. */
    public String url() {
        return server.url();
    }

    static SecretKey secret() {
        byte[] bytes = new byte[SecretKey.SIZE];
        new SecureRandom().nextBytes(bytes);
        return new SecretKey(bytes);
    }

    static KeyEncryptionKeys keys(SecretKey... secrets) {
        return KeyEncryptionKeys.of(List.of(secrets));
    }

    public static KeyEncryptionKeys drawn() {
        return keys(secret());
    }

    public PersonSealing sealing(KeyEncryptionKeys encryption) {
        return new PersonSealing(Optional.of(encryption), new PersonKeys(command), new KeyKeeping(keeper), register);
    }

    /** Erases somebody in the transaction at hand. */
    public static void erase(PersonSealing sealing, UUID person) {
        sealing.erase(new ShredRegister.Erasure(person, person, LocalDate.of(2020, 1, 6), "AVG_17_1_A"));
    }

    ShredRegister register() {
        return register;
    }

    public PersonOpening opening(KeyEncryptionKeys encryption) {
        return new PersonOpening(Optional.of(encryption), new PersonKeys(command));
    }

    KeyRotation rotation(KeyEncryptionKeys encryption, int batch) {
        return new KeyRotation(encryption, keeper, batch);
    }

    PersonKeys personKeys() {
        return new PersonKeys(command);
    }

    DataSource keeper() {
        return keeper;
    }

    /** Works in a transaction as the command side does. */
    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** The same, and takes it all back. */
    <T> T takenBack(Supplier<T> work) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** In the transaction at hand, and takes only that back. */
    void untilSavepoint(Runnable work) {
        transaction.executeWithoutResult(status -> {
            Object before = status.createSavepoint();
            work.run();
            status.rollbackToSavepoint(before);
        });
    }

    public JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), role, ""));
    }

    public JdbcClient superuser() {
        return as("postgres");
    }

    /** In the transaction at hand. */
    public JdbcClient command() {
        return JdbcClient.create(command);
    }

    Connection connect(String role) throws SQLException {
        Connection connection = DriverManager.getConnection(server.url(), role, "");
        connection.setAutoCommit(false);
        return connection;
    }

    /** The backends of a role of which something is true. */
    Stream<Integer> backends(String role, String is) {
        return superuser()
                .sql("select pid from pg_stat_activity where usename = :role and " + is)
                .param("role", role)
                .query(Integer.class)
                .list()
                .stream();
    }

    void terminate(int backend) {
        superuser()
                .sql("select pg_terminate_backend(:pid, 10000)")
                .param("pid", backend)
                .query(Boolean.class)
                .single();
    }

    /** What the table has of a person; null when it has nothing. */
    String row(UUID person) {
        Function<Boolean, String> says = destroyed -> destroyed ? "destroyed" : "kept";
        return superuser()
                .sql("select destroyed_at is not null from keys.person_key where person_id = :person")
                .param("person", person)
                .query(Boolean.class)
                .optional()
                .map(says)
                .orElse(null);
    }

    @Override
    public void close() {
        keeper.close();
        command.close();
        server.close();
    }
}
