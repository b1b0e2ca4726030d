package nl.leerspoor.platform.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.leerspoor.platform.eventstore.EventTail.Stuck;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Amber as long as readers on this node stand still before an event that this release doesn't know. */
final class TailHealth implements HealthIndicator {

    private static final String DEGRADED = "DEGRADED";

    private final Supplier<Optional<Stuck>> stuck;

    TailHealth(Supplier<Optional<Stuck>> stuck, MeterRegistry metrics) {
        this.stuck = stuck;
        Gauge.builder("leerspoor.tail.stuck", stuck, now -> now.get().isPresent() ? 1 : 0)
                .description("Whether readers on this node stand still before an event that this release doesn't know")
                .strongReference(true)
                .register(metrics);
    }

    @Override
    public Health health() {
        return stuck.get()
                .map(event -> Health.status(DEGRADED).withDetail("reasons", List.of(reason(event))))
                .orElseGet(() -> Health.up().withDetail("reasons", List.of()))
                .build();
    }

    private static String reason(Stuck event) {
        return "Readers stand still before position %d: this release doesn't know revision %s of %s. Start one that does."
                .formatted(event.position(), event.revision(), event.name());
    }
}
