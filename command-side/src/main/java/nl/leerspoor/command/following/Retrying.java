package nl.leerspoor.command.following;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.leerspoor.command.reception.Failures;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.eventstore.Appended;
import nl.leerspoor.platform.eventstore.StreamReader;
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
            which.get().forEach(this::retryOrLeave);
        } catch (RuntimeException failure) {
            LOG.warn("Parked events can't be tried again just now: {}", Failure.of(failure));
        }
    }

    /** What passes may pass for one stream later than for another, so none waits for another. */
    private void retryOrLeave(UUID stream) {
        try {
            retry(stream);
        } catch (RuntimeException failure) {
            LOG.warn("The parked events of {} can't be tried again just now: {}", stream, Failure.of(failure));
        }
    }

    /**
     * Follows the parked events of a stream in their order, up to the first that can't be. Each has a transaction of its
     * own, however many wait: while one is followed, all appends wait for it.
     */
    private void retry(UUID stream) {
        for (long position : parked.of(stream)) {
            if (Thread.currentThread().isInterrupted() || !retry(position)) {
                return;
            }
        }
    }

    /** Whether something could be made to follow from the event at a position after all. */
    private boolean retry(long position) {
        try {
            boolean recorded = transaction.execute(status -> follow(position));
            if (recorded) {
                publisher.publishEvent(new Appended());
            }
            return true;
        } catch (RuntimeException failure) {
            if (Failure.isPassing(failure) || Failures.isRace(failure)) {
                throw failure;
            }
            transaction.executeWithoutResult(status -> parked.failedAgain(position, Failure.of(failure)));
            return false;
        }
    }

    private boolean follow(long position) {
        parked.lockFollowed();
        if (!parked.isParked(position)) {
            return false;
        }
        boolean recorded = apart.effects(streams.at(position), true);
        parked.release(position);
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
