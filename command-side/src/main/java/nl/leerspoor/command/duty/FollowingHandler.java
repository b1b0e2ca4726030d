package nl.leerspoor.command.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import nl.leerspoor.command.By;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Retraction;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.eventstore.EventTail;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Follows the tail of all events, and raises and discharges duties as they ask. How far it came, the duties' events and
 * the calendar are one transaction; a repeat finds its duties under the same ids and changes nothing. Duties' own events
 * come along too, and ask nothing.
 */
@Component
public class FollowingHandler implements EventMessageHandler, SmartLifecycle {

    private static final String NAME = "duties";
    private static final int BATCH = 50;
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);
    private static final long CLAIM_INTERVAL_MILLIS = 2_000;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final DutyHandler duties;
    private final WhereaboutsHandler whereabouts;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("duties-", 1).daemon().factory());
    private final PooledStreamingEventProcessor processor;

    FollowingHandler(
            DutyHandler duties,
            WhereaboutsHandler whereabouts,
            EventTail tail,
            Serializer general,
            @Qualifier("commandDataSource") DataSource dataSource,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.duties = duties;
        this.whereabouts = whereabouts;
        this.publisher = publisher;
        this.clock = clock;
        this.processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(this)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .messageSource(tail)
                .tokenStore(tokens(dataSource, general))
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

    private static JdbcTokenStore tokens(DataSource dataSource, Serializer general) {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(TokenSchema.builder()
                        .setTokenTable("command.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(general)
                .build();
    }

    @Override
    public Object handle(EventMessage<?> message) {
        if (message.getPayload() instanceof Event event && message instanceof TrackedEventMessage<?> tracked) {
            Cause cause = new Cause(
                    UUID.fromString(message.getIdentifier()),
                    event,
                    LocalDate.ofInstant(message.getTimestamp(), By.ZONE));
            By by = by(message);
            if (follow(cause, tracked.trackingToken().position().orElseThrow(), by)) {
                CurrentUnitOfWork.get().afterCommit(work -> publisher.publishEvent(new Appended()));
            }
        }
        return null;
    }

    /** Settles first, so that an event which both settles a duty and raises the next one leaves the next one. */
    private boolean follow(Cause cause, long position, By by) {
        whereabouts.note(cause.event());
        Whereabouts around = whereabouts.asOf(position, duties);
        boolean any = false;
        for (Settling.Settlement settlement : Settling.of(cause.event())) {
            any |= duties.settle(settlement, cause, by);
        }
        if (cause.event() instanceof Retraction retraction) {
            for (UUID retracted : retraction.retracts()) {
                any |= duties.reopen(retracted, cause, duty -> isOpen(duty, around), by);
            }
        }
        for (DutyRaised duty : Raising.of(cause, around)) {
            any |= duties.raise(duty, by);
        }
        return any;
    }

    private static boolean isOpen(DutyRaised duty, Whereabouts around) {
        return duty.trajectoryId() == null || around.trajectory(duty.trajectoryId()) instanceof Trajectory.Open;
    }

    private By by(EventMessage<?> cause) {
        return new By(
                "system:duties",
                "",
                "",
                cause.getMetaData().get("correlationId").toString(),
                cause.getIdentifier(),
                cause.getIdentifier(),
                "SYSTEM",
                clock.instant());
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
    public boolean isRunning() {
        return processor.isRunning();
    }
}
