package nl.leerspoor.query;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.database.DatabaseProperties.Login;
import nl.leerspoor.platform.database.Databases;
import nl.leerspoor.platform.eventstore.EventReading;
import nl.leerspoor.platform.personaldata.PersonKeys;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database as the query side sees it: the projector reads events and writes views, the query role only reads views,
 * the webhook role keeps subscriptions. Events are the command side's; when both sides start together this one waits for
 * their table.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackageClasses = QueryDatabase.class,
        entityManagerFactoryRef = "queryEntities",
        transactionManagerRef = "queryEntitiesTransactionManager")
class QueryDatabase {

    /** One for each heavy question at once, one for an export of the log, and one for proofs. */
    private static final int AUDIT_CONNECTIONS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    Flyway queryFlyway(DatabaseProperties database) {
        awaitEvents(database);
        return Databases.migrate(database, "query");
    }

    @Bean
    @DependsOn("queryFlyway")
    HikariDataSource projectorDataSource(DatabaseProperties database) {
        HikariDataSource pool = Databases.pool(database, database.projector(), "projector");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @Bean
    @DependsOn("queryFlyway")
    HikariDataSource queryDataSource(DatabaseProperties database) {
        HikariDataSource pool = Databases.pool(database, database.query(), "query");
        pool.setReadOnly(true);
        return pool;
    }

    /**
     * What auditors have worked out of everything that there is: few connections of their own, each statement ended in time,
     * so that these leave alone what writes views and the processing log.
     */
    @Bean
    @DependsOn("queryFlyway")
    HikariDataSource auditDataSource(DatabaseProperties database) {
        Login login = database.projector();
        HikariDataSource pool =
                Databases.pool(database, new Login(login.username(), login.password(), AUDIT_CONNECTIONS), "audit");
        pool.setConnectionInitSql("set statement_timeout = '60s'");
        return pool;
    }

    @Bean
    PlatformTransactionManager auditTransactionManager(@Qualifier("auditDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient auditJdbc(@Qualifier("auditDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @DependsOn("queryFlyway")
    HikariDataSource webhookDataSource(DatabaseProperties database) {
        return Databases.pool(database, database.webhook(), "webhook");
    }

    @Bean
    JdbcClient webhookJdbc(@Qualifier("webhookDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager webhookTransactionManager(@Qualifier("webhookDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    PlatformTransactionManager projectorTransactionManager(@Qualifier("projectorDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient projectorJdbc(@Qualifier("projectorDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    EventReading queryEventReading(DatabaseProperties database, @Qualifier("projectorJdbc") JdbcClient jdbc) {
        return new EventReading(jdbc, Databases.single(database, database.projector()));
    }

    @Bean
    PersonKeys queryPersonKeys(@Qualifier("projectorDataSource") DataSource dataSource) {
        return new PersonKeys(dataSource);
    }

    @Bean
    JdbcClient queryJdbc(@Qualifier("queryDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager queryTransactionManager(@Qualifier("queryDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** What people read item by item, under the role that only reads. It starts only if the tables are as mapped. */
    @Bean
    LocalContainerEntityManagerFactoryBean queryEntities(@Qualifier("queryDataSource") DataSource dataSource) {
        var entities = new LocalContainerEntityManagerFactoryBean();
        entities.setPersistenceUnitName("query");
        entities.setDataSource(dataSource);
        entities.setPackagesToScan(QueryDatabase.class.getPackageName());
        entities.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        entities.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto", "validate",
                // looks at the mapped tables only, and not at all versions of all views
                "hibernate.hbm2ddl.jdbc_metadata_extraction_strategy", "individually",
                "hibernate.default_schema", "query",
                "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"));
        return entities;
    }

    @Bean
    PlatformTransactionManager queryEntitiesTransactionManager(
            @Qualifier("queryEntities") EntityManagerFactory entities) {
        return new JpaTransactionManager(entities);
    }

    private static void awaitEvents(DatabaseProperties database) {
        JdbcClient jdbc = JdbcClient.create(Databases.single(database, database.projector()));
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                jdbc.sql(
                                "select count(*) from eventstore.event_log, keys.person_key, keys.register_applied where false")
                        .query(Long.class)
                        .single();
                return;
            } catch (DataAccessException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(
                            "The events can't be read: start the command side once, so that it makes their table", e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
    }
}
