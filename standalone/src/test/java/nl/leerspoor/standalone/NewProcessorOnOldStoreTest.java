package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import nl.leerspoor.platform.eventstore.EventTail;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;

/** A view that is added to a store with history, or built anew, sees all of it. */
class NewProcessorOnOldStoreTest extends RunningApplication {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final String name = "late-" + UUID.randomUUID();

    @Autowired
    private EventTail tail;

    @Autowired
    private TokenStore tokens;

    @Autowired
    @Qualifier("projectorTransactionManager")
    private PlatformTransactionManager transactions;

    @BeforeEach
    void history() {
        client.post("/v1/pilots", StartPilotOverHttpTest.pilot(UUID.randomUUID().toString()));
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void aNewProcessorReadsTheWholeHistoryAndAgainAfterAReset() {
        PooledStreamingEventProcessor processor = processor();
        try {
            processor.start();
            seesAll();

            processor.shutDown();
            seen.clear();
            // stores a replay token, which the next start has to read back
            processor.resetTokens();
            processor.start();
            seesAll();
        } finally {
            processor.shutDown();
            sql().as(Sql.PROJECTOR)
                    .sql("delete from query.token_entry where processor_name = :name")
                    .param("name", name)
                    .update();
        }
    }

    private void seesAll() {
        Set<String> stored = Set.copyOf(sql().as(Sql.SUPERUSER)
                .sql("select event_identifier from eventstore.domain_event_entry")
                .query(String.class)
                .list());
        assertThat(stored).isNotEmpty();
        Awaitility.await("the whole history").until(() -> seen.containsAll(stored));
    }

    private PooledStreamingEventProcessor processor() {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Listener(seen))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(tail)
                .tokenStore(tokens)
                .transactionManager(new SpringTransactionManager(transactions))
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .build();
    }

    /** Remembers what it was told. */
    record Listener(Set<String> seen) {

        @EventHandler
        void on(Object event, EventMessage<?> message) {
            seen.add(message.getIdentifier());
        }
    }
}
