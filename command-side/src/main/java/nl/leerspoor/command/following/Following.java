package nl.leerspoor.command.following;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.eventstore.EventTail;
import nl.leerspoor.platform.eventstore.Tokens;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Follows the tail of all events and has done what follows from each, once. How far it came and what was recorded are one
 * transaction. An event that was followed is passed over when it comes again, as it does when a token was lost or set
 * back. One from which nothing can be made to follow is parked with those behind it in its stream.
 */
@Component
public class Following implements EventMessageHandler, SmartLifecycle, AutoCloseable {

    /** From the first event that it appends to its commit a batch keeps all other appends waiting, so it is short. */
    private static final int BATCH = 10;

    private static final long CLAIM_INTERVAL_MILLIS = 2_000;
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final String PROGRESS = "progress of a batch";

    /** How far a batch came, and which streams wait. */
    private static final class Progress {

        private final Set<UUID> waiting;
        private long position;

        private Progress(long position, Set<UUID> waiting) {
            this.position = position;
            this.waiting = waiting;
        }
    }

    /** Events that broke the transaction of their batch, which is done again without them: so it is with database errors. */
    private final Map<String, Failure> breaking = new ConcurrentHashMap<>();

    private final Apart apart;
    private final ParkedEvents parked;
    private final ApplicationEventPublisher publisher;
    private final ScheduledExecutorService threads;
    private final PooledStreamingEventProcessor processor;

    Following(
            Effects effects,
            Apart apart,
            ParkedEvents parked,
            EventTail tail,
            Serializer general,
            @Qualifier("commandDataSource") DataSource dataSource,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            ApplicationEventPublisher publisher) {
        this.apart = apart;
        this.parked = parked;
        this.publisher = publisher;
        this.threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name(effects.name() + "-", 1).daemon().factory());
        this.processor = PooledStreamingEventProcessor.builder()
                .name(effects.name())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(this)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(tail)
                .tokenStore(Tokens.in("command.token_entry", dataSource, general))
                .transactionManager(new SpringTransactionManager(transactionManager))
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .batchSize(BATCH)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .enableCoordinatorClaimExtension()
                .build();
    }

    @Override
    public Object handle(EventMessage<?> message) {
        TrackedEventMessage<?> event = (TrackedEventMessage<?>) message;
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        Progress progress = batch.root().getOrComputeResource(PROGRESS, key -> begin(batch));
        long position = event.trackingToken().position().orElseThrow();
        if (position > progress.position) {
            follow(event, progress, batch);
            progress.position = position;
        }
        return null;
    }

    private Progress begin(UnitOfWork<?> batch) {
        Progress progress = new Progress(parked.lockFollowed(), new HashSet<>(parked.streams()));
        batch.onPrepareCommit(committing -> parked.followed(progress.position));
        return progress;
    }

    private void follow(TrackedEventMessage<?> event, Progress progress, UnitOfWork<?> batch) {
        UUID stream = ParkedEvents.streamOf(event);
        if (progress.waiting.contains(stream)) {
            parked.park(event, Failure.BEHIND);
            return;
        }
        Failure broke = breaking.get(event.getIdentifier());
        if (broke != null) {
            park(event, broke, progress);
            batch.afterCommit(work -> breaking.remove(event.getIdentifier()));
            return;
        }
        switch (apart.attempt(event)) {
            case Apart.Outcome.Done done -> {
                if (done.recorded()) {
                    batch.afterCommit(work -> publisher.publishEvent(new Appended()));
                }
            }
            case Apart.Outcome.Undone undone -> {
                Failure failure = Failure.of(undone.why());
                if (failure.sqlState() != null) {
                    breaking.put(event.getIdentifier(), failure);
                    throw undone.why();
                }
                park(event, failure, progress);
            }
        }
    }

    private void park(TrackedEventMessage<?> event, Failure failure, Progress progress) {
        parked.park(event, failure);
        progress.waiting.add(ParkedEvents.streamOf(event));
    }

    /** Waits until everything up to a position was followed; false when that takes longer. */
    public boolean awaitFollowed(long position, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (position() < position) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MILLIS));
        }
        return true;
    }

    private long position() {
        return processor.processingStatus().values().stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return true;
    }

    @Override
    public void start() {
        processor.start();
    }

    @Override
    public void stop() {
        processor.shutDown();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }
}
