package nl.leerspoor.command.following;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds for what nobody may overlook, and tells it as metrics and as health. It never makes a node
 * unready: commands are decided all the same.
 */
@Component("followed")
class FollowingWatch implements HealthIndicator, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final List<Concern> concerns;
    private final String follower;
    private volatile Map<String, Long> counts = Map.of();
    private volatile Duration lag = Duration.ZERO;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("following-watch").daemon().factory());

    FollowingWatch(
            @Qualifier("commandJdbc") JdbcClient jdbc, List<Concern> concerns, Effects effects, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.concerns = concerns;
        this.follower = effects.name();
        concerns.forEach(concern -> Gauge.builder(concern.metric(), this, watch -> watch.count(concern))
                .description("How many " + concern.meaning())
                .register(metrics));
        Gauge.builder("leerspoor.following.lag", this, watch -> watch.lag.toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How long the oldest event that was not followed yet has been waiting")
                .register(metrics);
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Health health() {
        Map<String, Long> found = counts;
        List<String> reasons = new ArrayList<>(found.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey() + ".")
                .toList());
        if (lag.compareTo(BEHIND) > 0) {
            reasons.add("Events are followed " + lag.toSeconds() + " s late.");
        }
        return (reasons.isEmpty() ? Health.up() : Health.status("DEGRADED"))
                .withDetail("reasons", reasons)
                .build();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private void look() {
        try {
            Map<String, Long> found = new LinkedHashMap<>();
            concerns.forEach(
                    concern -> found.put(concern.meaning(), concern.count().getAsLong()));
            counts = found;
            lag = lag(Instant.now());
        } catch (DataAccessException unavailable) {
            // what was seen last stands; the pool and the database tell of themselves
        }
    }

    private Duration lag(Instant now) {
        return jdbc.sql("""
                        select time_stamp from eventstore.domain_event_entry
                         where global_index > coalesce((select position from command.followed where follower = :follower), 0)
                         order by global_index limit 1""")
                .param("follower", follower)
                .query(String.class)
                .optional()
                .map(since -> Duration.between(Instant.parse(since), now))
                .filter(waited -> waited.isPositive())
                .orElse(Duration.ZERO);
    }

    private double count(Concern concern) {
        return counts.getOrDefault(concern.meaning(), 0L);
    }
}
