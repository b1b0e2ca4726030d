package nl.leerspoor.platform.eventstore;

import nl.leerspoor.platform.sealing.ProofKeys;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The event storage on the command role. Every part is named here instead of guessed by auto-configuration: the
 * transaction manager most of all, for without one Axon appends without transactions.
 */
@Configuration(proxyBeanMethods = false)
public class AppendingEventStore {

    @Bean
    @Primary
    TransactionManager axonTransactionManager(
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    EventStorage eventStorage(
            @Qualifier("commandJdbc") JdbcClient jdbc,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            EventUpcasterChain upcasters,
            TransactionManager transactionManager,
            ProofKeys keys) {
        return new EventStorage(jdbc, eventSerializer, upcasters, transactionManager, keys.codes());
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorage engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    StreamLocks streamLocks() {
        return new StreamLocks();
    }

    /**
     * Has every aggregate read events of its own type only, so that an id of one kind is unknown to the others. Axon
     * 4.13.0 loses this attribute of {@code @Aggregate} on its way through Spring.
     */
    @Bean
    static BeanPostProcessor eventsOfOwnTypeOnly() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringAggregateConfigurer<?> aggregate) {
                    aggregate.setFilterEventsByType(true);
                    aggregate.setLockFactory("streamLocks");
                }
                return bean;
            }
        };
    }

    /** Metadata is written in one place, where events are published; Axon adds none of its own. */
    @Bean
    CorrelationDataProvider noCorrelationData() {
        return message -> java.util.Map.of();
    }
}
