package nl.leerspoor.query.stream.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.query.stream.kafka.KafkaPlace.Progress;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/**
 * Looks every second how far Kafka is behind the store, on whichever node events are brought there, and tells it as metrics
 * and as health: amber, since everything else goes on. Who asks gets what was seen last.
 */
final class KafkaWatch implements HealthIndicator, AutoCloseable {

    private static final String DEGRADED = "DEGRADED";
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final KafkaPlace place;
    private final KafkaPublisher publisher;
    private final Duration limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kafka-watch").daemon().factory());
    private volatile Progress progress = new Progress(Optional.empty(), 0, 0, Optional.empty());

    KafkaWatch(KafkaPlace place, KafkaPublisher publisher, Duration limit, MeterRegistry metrics) {
        this.place = place;
        this.publisher = publisher;
        this.limit = limit;
        Gauge.builder("leerspoor.kafka.lag.positions", this, now -> now.progress.behind())
                .description("Positions in the store that are not on Kafka yet")
                .register(metrics);
        Gauge.builder("leerspoor.kafka.lag", this, now -> now.lag().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How long the oldest event that is not on Kafka yet has been waiting")
                .register(metrics);
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Health health() {
        List<String> reasons = new ArrayList<>();
        if (lag().compareTo(limit) > 0) {
            reasons.add("Kafka is %d s behind the store.".formatted(lag().toSeconds()));
        }
        publisher.trouble().ifPresent(trouble -> reasons.add("Events can't be brought to Kafka: " + trouble + "."));
        return (reasons.isEmpty() ? Health.up() : Health.status(DEGRADED))
                .withDetail("reasons", reasons)
                .build();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private Duration lag() {
        return progress.lag(Instant.now());
    }

    private void look() {
        try {
            progress = place.progress();
        } catch (DataAccessException away) {
            // the last sight stands, and what waits in it waits longer
        }
    }
}
