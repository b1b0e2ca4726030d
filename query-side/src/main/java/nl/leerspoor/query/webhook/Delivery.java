package nl.leerspoor.query.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends one message to one receiver, once: signs it, sends it, and says what came of it. */
@Component
class Delivery {

    /**
     * A message that was sent.
     *
     * @param attempt how often it was sent, this time included
     */
    record Attempt(Letter letter, int attempt, Instant at, long millis, Answer answer, Outcome outcome) {}

    private static final String CLOUD_EVENT = "application/cloudevents+json; charset=utf-8";

    private final Calls calls;
    private final Clock clock;
    private final String origin;
    private final MeterRegistry metrics;
    private final Timer firstAttempt;

    Delivery(Calls calls, Handshake handshake, Clock clock, MeterRegistry metrics) {
        this.calls = calls;
        this.clock = clock;
        this.origin = handshake.origin();
        this.metrics = metrics;
        this.firstAttempt = Timer.builder("leerspoor.webhook.first.attempt")
                .description("From when an event was recorded until a receiver is first called for it")
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(metrics);
    }

    /**
     * Sends it.
     *
     * @param attempt how often it was sent, this time included
     * @param live    whether it is told as it happens, and isn't history
     */
    Attempt send(TargetUrl target, List<Key> keys, Letter letter, int attempt, boolean live)
            throws InterruptedException {
        Instant at = clock.instant();
        if (live && attempt == 1) {
            firstAttempt.record(Duration.between(letter.recordedAt(), at));
        }
        Answer answer = calls.send(target, "POST", headers(keys, letter, at), letter.body());
        Instant answered = clock.instant();
        Outcome outcome = Outcome.of(answer, answered);
        Counter.builder("leerspoor.webhook.calls")
                .description("Messages sent to receivers")
                .tag("outcome", outcome.word())
                .register(metrics)
                .increment();
        return new Attempt(letter, attempt, at, Duration.between(at, answered).toMillis(), answer, outcome);
    }

    private Map<String, String> headers(List<Key> keys, Letter letter, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", CLOUD_EVENT);
        headers.put("WebHook-Request-Origin", origin);
        headers.put("webhook-id", letter.id().toString());
        headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
        headers.put(
                "webhook-signature", Key.signatures(keys, letter.id().toString(), at.getEpochSecond(), letter.body()));
        letter.position().ifPresent(position -> headers.put("leerspoor-position", String.valueOf(position)));
        letter.previous().ifPresent(previous -> headers.put("leerspoor-previous", String.valueOf(previous)));
        return headers;
    }
}
