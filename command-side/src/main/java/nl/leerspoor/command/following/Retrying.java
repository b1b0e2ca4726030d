package nl.leerspoor.command.following;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.eventstore.StreamReader;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries parked events again: all of them when a node starts, and each when its turn has come. */
@Component
class Retrying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Apart apart;
    private final ParkedEvents parked;
    private final StreamReader streams;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private volatile ScheduledExecutorService clock;

    Retrying(
            Apart apart,
            ParkedEvents parked,
            StreamReader streams,
            @Qualifier("commandTransactionManager") PlatformTransactionManager transactionManager,
            ApplicationEventPublisher publisher) {
        this.apart = apart;
        this.parked = parked;
        this.streams = streams;
        this.transaction = new TransactionTemplate(transactionManager);
        this.publisher = publisher;
    }

    /** A release that starts may be able to follow what an earlier one could not. */
    private void retryAll() {
        retry(parked::streams);
    }

    private void retry(Supplier<List<UUID>> which) {
        try {
            which.get().forEach(this::retry);
        } catch (RuntimeException failure) {
            LOG.warn("Parked events can't be tried again just now: {}", Failure.of(failure));
        }
    }

    /** Follows the parked events of a stream in their order, all of them or none. */
    private void retry(UUID stream) {
        try {
            boolean recorded = transaction.execute(status -> followed(stream));
            if (recorded) {
                publisher.publishEvent(new Appended());
            }
        } catch (RuntimeException failure) {
            if (Failure.isPassing(failure)) {
                throw failure;
            }
            transaction.executeWithoutResult(status -> parked.failedAgain(stream, Failure.of(failure)));
        }
    }

    private boolean followed(UUID stream) {
        parked.lockFollowed();
        Set<Long> positions = parked.of(stream);
        boolean recorded = false;
        for (TrackedEventMessage<?> event : streams.messages(List.of(stream))) {
            if (positions.contains(event.trackingToken().position().orElseThrow())) {
                recorded |= apart.effects(event, true);
            }
        }
        parked.release(stream);
        return recorded;
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("parked-events").daemon().factory());
        clock.execute(this::retryAll);
        clock.scheduleWithFixedDelay(
                () -> retry(parked::due), LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
        clock = null;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
