package nl.leerspoor.query.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.query.processing.LogChain.Missing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the lines of the processing log chained, and the tables of coming months made, on every node. Tells what is the matter
 * as health and metrics: amber, for what is read is written down all the same.
 */
@Component("processingLogHealthIndicator")
class LogUpkeep implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(LogUpkeep.class);
    private static final Duration CHAIN_EVERY = Duration.ofSeconds(3);
    private static final Duration PREPARE_EVERY = Duration.ofHours(6);
    private static final int MONTHS_AHEAD = 4;

    /** Longer than any transaction of the program takes; the chain waits for those that were there before a line. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final LogChain log;
    private final Clock now;
    private volatile Instant oldestUnchained;
    private volatile Instant failingSince;
    private volatile List<Missing> missing = List.of();
    private volatile ScheduledExecutorService clock;

    LogUpkeep(LogChain log, Clock now, MeterRegistry metrics) {
        this.log = log;
        this.now = now;
        Gauge.builder(
                        "leerspoor.processing.log.unchained",
                        this,
                        upkeep -> since(upkeep.oldestUnchained).toSeconds())
                .baseUnit("seconds")
                .description("How long the oldest line of the processing log has been waiting to be chained")
                .register(metrics);
        Gauge.builder(
                        "leerspoor.processing.log.alarm",
                        this,
                        upkeep -> upkeep.reasons().isEmpty() ? 0 : 1)
                .description("Whether lines of the processing log stay unchained, or a month has no table")
                .register(metrics);
    }

    @Override
    public Health health() {
        List<String> reasons = reasons();
        return (reasons.isEmpty() ? Health.up() : Health.status("DEGRADED"))
                .withDetail("reasons", reasons)
                .build();
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

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (since(oldestUnchained).compareTo(LATE) > 0) {
            reasons.add("Lines of the processing log have been unchained for "
                    + since(oldestUnchained).toSeconds() + " s.");
        }
        if (since(failingSince).compareTo(LATE) > 0) {
            reasons.add("The processing log can't be chained for "
                    + since(failingSince).toSeconds() + " s now.");
        }
        LocalDate soon = LocalDate.ofInstant(now.instant(), ZoneOffset.UTC).plusMonths(1);
        missing.stream()
                .filter(month -> !month.month().isAfter(soon))
                .forEach(month -> reasons.add("The processing log has no table for " + month.month() + " ("
                        + month.sqlState() + "): its lines go to processing_log_other."));
        return reasons;
    }

    private Duration since(Instant moment) {
        Duration since = moment == null ? Duration.ZERO : Duration.between(moment, now.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    private void prepare() {
        missing = log.prepareMonths(LocalDate.ofInstant(now.instant(), ZoneOffset.UTC), MONTHS_AHEAD);
        missing.forEach(month -> LOG.warn(
                "The processing log has no table for {} yet, because of {}; it is tried again",
                month.month(),
                month.sqlState()));
    }

    private void chain() {
        try {
            while (log.chain()) {
                // each batch is committed
            }
            oldestUnchained = log.oldestUnchained().orElse(null);
            failingSince = null;
        } catch (RuntimeException failure) {
            failingSince = failingSince == null ? now.instant() : failingSince;
            throw failure;
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
