package nl.leerspoor.platform.eventstore;

import jakarta.persistence.EntityManagerFactory;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
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
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon's JPA event storage on the command role. Every part is named here instead of guessed by auto-configuration: the
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
    EventStorageEngine eventStorageEngine(
            @Qualifier("commandEntityManagerFactory") EntityManagerFactory entityManagerFactory,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            EventUpcasterChain upcasters,
            TransactionManager transactionManager) {
        PersistenceExceptionResolver duplicates = new SQLErrorCodesResolver("PostgreSQL");
        return new WithoutSnapshots(JpaEventStorageEngine.builder()
                .entityManagerProvider(new SimpleEntityManagerProvider(
                        SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory)))
                .transactionManager(transactionManager)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(duplicates));
    }

    /** There are no snapshots; Axon asks for one before it reads a stream, which costs each command a round trip. */
    private static final class WithoutSnapshots extends JpaEventStorageEngine {

        private WithoutSnapshots(JpaEventStorageEngine.Builder parts) {
            super(parts);
        }

        @Override
        protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
            return Stream.empty();
        }
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
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
