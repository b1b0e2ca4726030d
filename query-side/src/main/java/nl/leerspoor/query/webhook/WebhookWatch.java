package nl.leerspoor.query.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.query.webhook.Called.One;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds whether all who want to be called are told, on whichever node, and tells it as metrics and as
 * health: amber, for everything else goes on.
 */
@Component("webhooks")
class WebhookWatch implements HealthIndicator, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Called called;
    private final Duration amberAfter;
    private final MultiGauge byStanding;
    private volatile List<One> seen = List.of();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-watch").daemon().factory());

    WebhookWatch(Called called, WebhookProperties settings, MeterRegistry metrics) {
        this.called = called;
        this.amberAfter = settings.amberAfter();
        this.byStanding = MultiGauge.builder("leerspoor.webhook.subscriptions")
                .description("Subscriptions, by whether they are called")
                .register(metrics);
        Gauge.builder("leerspoor.webhook.parked", this, watch -> watch.parked())
                .description("Things of which a message wasn't taken, of all who are called")
                .register(metrics);
        Gauge.builder("leerspoor.webhook.lag", this, watch -> watch.longest().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How long the oldest event has been waiting for who was told least")
                .register(metrics);
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Health health() {
        List<String> reasons = reasons();
        return (reasons.isEmpty() ? Health.up() : Health.status("DEGRADED"))
                .withDetail("reasons", reasons)
                .build();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (One receiver : seen.stream().filter(WebhookWatch::isCalled).toList()) {
            if (receiver.parked() > 0) {
                reasons.add(
                        "Subscription %s: %d things wait behind a message that wasn't taken, %d of them for somebody."
                                .formatted(receiver.subscription(), receiver.parked(), receiver.deadLetters()));
            }
            Duration waiting = waiting(receiver);
            if (waiting.compareTo(amberAfter) > 0) {
                reasons.add("Subscription %s: the oldest event has been waiting for %d s."
                        .formatted(receiver.subscription(), waiting.toSeconds()));
            }
        }
        return reasons;
    }

    private void look() {
        try {
            seen = called.all();
            byStanding.register(
                    Arrays.stream(Standing.values())
                            .map(standing -> MultiGauge.Row.of(
                                    Tags.of("standing", standing.name()),
                                    seen.stream()
                                            .filter(receiver -> receiver.standing() == standing)
                                            .count()))
                            .toList(),
                    true);
        } catch (DataAccessException unavailable) {
            // other parts of health say that
        }
    }

    private double parked() {
        return seen.stream()
                .filter(WebhookWatch::isCalled)
                .mapToInt(One::parked)
                .sum();
    }

    private Duration longest() {
        return seen.stream()
                .filter(WebhookWatch::isCalled)
                .map(WebhookWatch::waiting)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration waiting(One receiver) {
        return receiver.waitingSince() == null
                ? Duration.ZERO
                : Duration.between(receiver.waitingSince(), Instant.now());
    }

    private static boolean isCalled(One receiver) {
        return receiver.standing() == Standing.ACTIVE;
    }
}
