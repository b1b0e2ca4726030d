package nl.leerspoor.platform.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.sealing.SealedLog.Sealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the sealer seal every other second, and the whole log checked at the start and every day. Tells what is the matter as
 * health and metrics: amber, for commands and questions go on.
 */
final class SealerWatch implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SealerWatch.class);
    private static final Duration SEAL_EVERY = Duration.ofSeconds(2);
    private static final Duration CHECK_EVERY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Sealer sealer;
    private final WholeLog wholeLog;
    private final SealedLog log;
    private final JdbcClient jdbc;
    private volatile List<String> changed = List.of();
    private volatile List<String> unsealed = List.of();
    private volatile Duration waiting = Duration.ZERO;
    private volatile long size;
    private volatile ScheduledExecutorService clock;

    SealerWatch(Sealer sealer, WholeLog wholeLog, JdbcClient jdbc, MeterRegistry metrics) {
        this.sealer = sealer;
        this.wholeLog = wholeLog;
        this.log = new SealedLog(jdbc);
        this.jdbc = jdbc;
        Gauge.builder("leerspoor.proof.alarm", this, watch -> watch.reasons().isEmpty() ? 0 : 1)
                .description("Whether the log was changed, or can't be sealed or kept outside")
                .register(metrics);
        Gauge.builder("leerspoor.proof.size", this, watch -> watch.size)
                .description("How many events are sealed")
                .register(metrics);
        Gauge.builder("leerspoor.proof.unsealed", this, watch -> watch.waiting.toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How long the oldest event that is not sealed has been waiting")
                .register(metrics);
    }

    @Override
    public Health health() {
        List<String> reasons = reasons();
        return (reasons.isEmpty() ? Health.up() : Health.status("DEGRADED"))
                .withDetail("reasons", reasons)
                .withDetail("sealed", size)
                .build();
    }

    @Override
    public void start() {
        clock = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("sealer-", 1).daemon().factory());
        clock.scheduleWithFixedDelay(this::check, 0, CHECK_EVERY.toSeconds(), TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(this::seal, 0, SEAL_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Seals what was appended last, when nothing is appended any more. */
    @Override
    public void stop() {
        clock.shutdown();
        try {
            clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            seal();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdownNow();
            clock = null;
        }
    }

    /** After the port of the program has closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>(changed);
        reasons.addAll(unsealed);
        if (waiting.compareTo(LATE) > 0) {
            reasons.add("Events are sealed " + waiting.toSeconds() + " s late.");
        }
        return reasons;
    }

    private void check() {
        try {
            changed = told(changed, wholeLog.check());
        } catch (RuntimeException failure) {
            LOG.warn("The log can't be checked now: {}", failure.getClass().getSimpleName());
        }
    }

    private void seal() {
        try {
            if (changed.isEmpty()) {
                unsealed = told(unsealed, sealer.seal());
            }
            look();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Events can't be sealed now; it is tried again: {}",
                    failure.getClass().getSimpleName());
        }
    }

    private void look() {
        long position = log.newest().map(Sealed::lastPosition).orElse(0L);
        size = log.newest().map(Sealed::size).orElse(0L);
        waiting = jdbc.sql("""
                        select time_stamp from eventstore.domain_event_entry
                         where global_index > :position order by global_index limit 1""")
                .param("position", position)
                .query(String.class)
                .optional()
                .map(since -> since(since, Instant.now()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** Who forges a row may write anything as its time. */
    private static Duration since(String timestamp, Instant now) {
        try {
            return Duration.between(Instant.parse(timestamp), now);
        } catch (DateTimeParseException forged) {
            return Duration.ZERO;
        }
    }

    private static List<String> told(List<String> before, List<String> now) {
        if (!now.equals(before)) {
            now.forEach(reason -> LOG.error("Proof of the log: {}", reason));
        }
        return now;
    }
}
