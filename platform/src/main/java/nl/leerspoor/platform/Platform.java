package nl.leerspoor.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.leerspoor.platform.database.DatabaseProperties;
import nl.leerspoor.platform.http.Http;
import nl.leerspoor.platform.identity.ResourceServer;
import nl.leerspoor.platform.openapi.ApiDescription;
import nl.leerspoor.platform.operation.Operation;
import nl.leerspoor.platform.production.Production;
import nl.leerspoor.platform.quota.Sharing;
import org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A process of Leerspoor. Auto-configuration that would guess a database, an event store or a token store is left out:
 * each side has several logins and names its own parts.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            DataJpaRepositoriesAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            JpaAutoConfiguration.class,
            JpaEventStoreAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            AxonTimeoutAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class
        })
@EnableConfigurationProperties(DatabaseProperties.class)
@Import({Http.class, ApiDescription.class, Operation.class, Production.class, ResourceServer.class, Sharing.class})
public @interface Platform {

    /** Keeps Axon from reporting usage to its vendor and from advertising; only system properties set before start do. */
    final class Quiet {

        private Quiet() {}

        public static void silenceAxon() {
            System.setProperty("axoniq.update-checker.disabled", "true");
            System.setProperty("disable-axoniq-console-message", "true");
        }
    }
}
