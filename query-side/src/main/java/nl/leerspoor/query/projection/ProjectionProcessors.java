package nl.leerspoor.query.projection;

import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import nl.leerspoor.platform.eventstore.Tokens;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What all projections of a node share: where their tokens are, and the threads on which they run. */
@Configuration(proxyBeanMethods = false)
class ProjectionProcessors {

    private static final int WORKERS = 5;
    private static final int COORDINATORS = 2;

    @Bean
    TokenStore projectionTokens(@Qualifier("projectorDataSource") DataSource dataSource, Serializer general) {
        return Tokens.in("query.token_entry", dataSource, general);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService projectionWorkers(Progress progress) {
        return ProjectionThreads.workers(WORKERS, progress::changed);
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService projectionCoordinators() {
        return ProjectionThreads.coordinators(COORDINATORS);
    }

    @Bean
    JdbcTemplate projectorJdbcTemplate(@Qualifier("projectorDataSource") DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }
}
