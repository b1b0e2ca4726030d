package nl.leerspoor.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import org.flywaydb.core.Flyway;

/** Opens the database under one role. */
public final class Databases {

    private static final long CONNECT_TIMEOUT_MILLIS = 5_000;

    private Databases() {}

    /** A pool of connections for one login; it fails a request after five seconds without a connection. */
    public static HikariDataSource pool(DatabaseProperties database, Login login, String name) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(database.url());
        pool.setUsername(login.username());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(login.pool());
        pool.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "leerspoor-" + name);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // the details of an error quote the row
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    /** Brings one schema up to date as the owner; {@code name} is both the schema and the folder below {@code db}. */
    public static Flyway migrate(DatabaseProperties database, String name) {
        Flyway flyway = Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().username(),
                        database.owner().password())
                .locations("classpath:db/" + name)
                .schemas(name)
                .defaultSchema(name)
                .createSchemas(false)
                .table("schema_history")
                .connectRetries(30)
                // an index that is made while others append waits for all transactions, also for one that held the lock
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
        flyway.migrate();
        return flyway;
    }

    /** A pool that opens as soon as it is first used, for code that runs before the pools of the application. */
    public static DataSource single(DatabaseProperties database, Login login) {
        return new org.springframework.jdbc.datasource.DriverManagerDataSource(
                database.url(), login.username(), login.password());
    }
}
