package nl.leerspoor.command;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.eventstore.EventReading;
import nl.leerspoor.platform.personaldata.KeyKeeping;
import nl.leerspoor.platform.personaldata.PersonKeys;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The database as the command side sees it: it migrates keys, events and its own tables, then logs in as the writer. */
@Configuration(proxyBeanMethods = false)
class CommandDatabase {

    /** A little more than the longest that the server works on a statement: then nobody is there any more. */
    private static final String SILENCE_SECONDS = "20";

    /** Less than the server lets a command's transaction be idle, which waits for it. */
    private static final long KEYS_PATIENCE_MILLIS = 2_000;

    @Bean
    Flyway keysFlyway(DatabaseProperties database) {
        return Databases.migrate(database, "keys");
    }

    @Bean
    @DependsOn("keysFlyway")
    Flyway eventStoreFlyway(DatabaseProperties database) {
        return Databases.migrate(database, "eventstore");
    }

    @Bean
    @DependsOn("eventStoreFlyway")
    Flyway commandFlyway(DatabaseProperties database) {
        return Databases.migrate(database, "command");
    }

    @Bean
    @DependsOn("commandFlyway")
    HikariDataSource commandDataSource(DatabaseProperties database) {
        HikariDataSource pool = Databases.pool(database, database.command(), "command");
        pool.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        return pool;
    }

    @Bean
    PlatformTransactionManager commandTransactionManager(@Qualifier("commandDataSource") DataSource dataSource) {
        var transactionManager = new JdbcTransactionManager(dataSource);
        // who opened a transaction decides what becomes of it: an import goes back to a savepoint, others let it fail
        transactionManager.setGlobalRollbackOnParticipationFailure(false);
        return transactionManager;
    }

    @Bean
    JdbcClient commandJdbc(@Qualifier("commandDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @DependsOn("keysFlyway")
    HikariDataSource keysDataSource(DatabaseProperties database) {
        HikariDataSource pool = Databases.pool(database, database.keys(), "keys");
        pool.setConnectionTimeout(KEYS_PATIENCE_MILLIS);
        pool.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        return pool;
    }

    @Bean
    PersonKeys commandPersonKeys(@Qualifier("commandDataSource") DataSource dataSource) {
        return new PersonKeys(dataSource);
    }

    @Bean
    KeyKeeping keyKeeping(@Qualifier("keysDataSource") DataSource dataSource) {
        return new KeyKeeping(dataSource);
    }

    @Bean
    EventReading commandEventReading(DatabaseProperties database, @Qualifier("commandJdbc") JdbcClient jdbc) {
        return new EventReading(jdbc, Databases.single(database, database.command()));
    }
}
