package nl.leerspoor.query.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.database.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the lines of the processing log chained, and the tables of coming months made, on every node. */
@Component
class LogUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogUpkeep.class);
    private static final Duration CHAIN_EVERY = Duration.ofSeconds(3);
    private static final Duration PREPARE_EVERY = Duration.ofHours(6);
    private static final int MONTHS_AHEAD = 4;

    private final LogChain log;
    private final Clock now;
    private volatile ScheduledExecutorService clock;

    LogUpkeep(LogChain log, Clock now) {
        this.log = log;
        this.now = now;
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("log-upkeep").daemon().factory());
        every(PREPARE_EVERY, this::prepare);
        every(CHAIN_EVERY, this::chain);
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

    private void prepare() {
        log.prepareMonths(LocalDate.ofInstant(now.instant(), ZoneOffset.UTC), MONTHS_AHEAD);
    }

    private void chain() {
        while (log.chain()) {
            // each batch is committed
        }
    }

    private void every(Duration pause, Runnable job) {
        clock.scheduleWithFixedDelay(() -> careful(job), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void careful(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            LOG.warn("The upkeep of the processing log fails and is tried again: {}", Failure.of(failure));
        }
    }
}
