package nl.leerspoor.query.projection;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import nl.leerspoor.platform.eventstore.EventTail;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One rule for every projection: a pooled processor on the tail, with its token in the same transaction as its view. An
 * error stops the segment loudly and is retried; it never skips an event.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionProcessors {

    private static final int BATCH = 200;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final long CLAIM_INTERVAL_MILLIS = 2_000;
    private static final int TRAJECTORY_SEGMENTS = 4;
    private static final int WORKERS = 5;
    private static final int COORDINATORS = 2;

    @Bean
    TokenStore projectionTokens(@Qualifier("projectorDataSource") DataSource dataSource, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(TokenSchema.builder()
                        .setTokenTable("query.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(general)
                .build();
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
    ConfigurerModule pooledProjections(
            EventTail tail,
            TokenStore projectionTokens,
            @Qualifier("projectionWorkers") ScheduledExecutorService workers,
            @Qualifier("projectionCoordinators") ScheduledExecutorService coordinators,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactionManager) {
        TransactionManager transactions = new SpringTransactionManager(transactionManager);
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .configureDefaultStreamableMessageSource(configuration -> tail)
                .registerTokenStore(configuration -> projectionTokens)
                .registerDefaultTransactionManager(configuration -> transactions)
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessorConfiguration((configuration, processor) -> processor
                        .initialToken(source -> source.createTailToken())
                        .initialSegmentCount(1)
                        .batchSize(BATCH)
                        .workerExecutor(workers)
                        .coordinatorExecutor(coordinators)
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .enableCoordinatorClaimExtension())
                .registerPooledStreamingEventProcessorConfiguration(
                        Views.TRAJECTORIES,
                        (configuration, processor) -> processor.initialSegmentCount(TRAJECTORY_SEGMENTS));
    }
}
