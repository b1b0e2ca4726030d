package nl.leerspoor.query.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.query.stream.Receiver.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether somebody who receives is too far behind, and tells it as a metric and as health: amber, since the
 * node serves all others. Who was not heard of for a day has gone, and is no alarm any more. Health is open, so it names nobody.
 */
@Component("receivers")
class ReceiversWatch implements HealthIndicator, AutoCloseable {

    private static final String DEGRADED = "DEGRADED";
    private static final long LOOK_EVERY_SECONDS = 5;
    private static final Duration GONE = Duration.ofDays(1);

    private final List<Receivers> sources;
    private final Duration limit;
    private final MultiGauge lags;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("receivers-watch").daemon().factory());
    private volatile List<Receiver> sight = List.of();

    ReceiversWatch(
            List<Receivers> sources,
            @Value("${leerspoor.receivers.lag-degraded}") Duration limit,
            MeterRegistry metrics) {
        this.sources = sources;
        this.limit = limit;
        this.lags = MultiGauge.builder("leerspoor.receivers.lag")
                .baseUnit("seconds")
                .description(
                        "How long the oldest event that somebody was not told of has been waiting, of who is furthest behind")
                .register(metrics);
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Health health() {
        List<String> reasons = reasons(sight, limit, Instant.now());
        return (reasons.isEmpty() ? Health.up() : Health.status(DEGRADED))
                .withDetail("reasons", reasons)
                .build();
    }

    /** Why somebody should look at who receives. */
    static List<String> reasons(List<Receiver> receivers, Duration limit, Instant now) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Late(kind, late(receivers, kind, limit, now)))
                .filter(late -> late.number() > 0)
                .map(late -> "%d of kind %s are more than %d s behind: see /v1/receivers."
                        .formatted(late.number(), late.kind(), limit.toSeconds()))
                .toList();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private record Late(Kind kind, long number) {}

    private static long late(List<Receiver> receivers, Kind kind, Duration limit, Instant now) {
        return receivers.stream()
                .filter(receiver -> receiver.kind() == kind && isThere(receiver, now))
                .filter(receiver -> receiver.lag(now).compareTo(limit) > 0)
                .count();
    }

    private static boolean isThere(Receiver receiver, Instant now) {
        return switch (receiver.kind()) {
            case STREAM, KAFKA, SUBSCRIPTION -> true;
            case CONSUMER ->
                receiver.seenAt().filter(seen -> seen.isAfter(now.minus(GONE))).isPresent();
        };
    }

    private void look() {
        try {
            sight = sources.stream()
                    .flatMap(source -> source.receivers().stream())
                    .toList();
            Instant now = Instant.now();
            lags.register(
                    Arrays.stream(Kind.values())
                            .map(kind -> MultiGauge.Row.of(
                                    Tags.of("kind", kind.name()),
                                    sight.stream()
                                            .filter(receiver -> receiver.kind() == kind && isThere(receiver, now))
                                            .mapToLong(receiver ->
                                                    receiver.lag(now).toSeconds())
                                            .max()
                                            .orElse(0)))
                            .toList(),
                    true);
        } catch (DataAccessException away) {
            // the last sight stands, and what waits in it waits longer
        }
    }
}
