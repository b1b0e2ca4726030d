package nl.leerspoor.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.query.stream.Receiver.Kind;
import org.junit.jupiter.api.Test;

class ReceiversWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(1);

    private static Receiver receiver(Kind kind, Duration waiting, Duration silent) {
        return new Receiver(
                kind,
                "koppeling",
                "kopie",
                1,
                1,
                Optional.of(NOW.minus(waiting)),
                Optional.of(NOW.minus(silent)),
                0,
                Optional.empty());
    }

    private static List<String> reasons(Receiver... receivers) {
        return ReceiversWatch.reasons(List.of(receivers), LIMIT, NOW);
    }

    @Test
    void whoIsWithinTheLimitIsNoReason() {
        assertThat(reasons(
                        receiver(Kind.CONSUMER, LIMIT, Duration.ZERO),
                        receiver(Kind.STREAM, Duration.ZERO, Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void whoIsFurtherBehindIsOneWithoutAName() {
        assertThat(reasons(
                        receiver(Kind.CONSUMER, LIMIT.plusSeconds(1), LIMIT),
                        receiver(Kind.CONSUMER, LIMIT.plusSeconds(9), LIMIT),
                        receiver(Kind.STREAM, LIMIT.plusSeconds(1), Duration.ofDays(2))))
                .containsExactly(
                        "1 of kind STREAM are more than 3600 s behind: see /v1/receivers.",
                        "2 of kind CONSUMER are more than 3600 s behind: see /v1/receivers.");
    }

    @Test
    void whoWasNotHeardOfForADayIsNotThereAnyMore() {
        assertThat(reasons(receiver(Kind.CONSUMER, Duration.ofDays(9), Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void whoNeverAskedHasNotBegun() {
        assertThat(reasons(new Receiver(
                        Kind.CONSUMER,
                        "koppeling",
                        "kopie",
                        1,
                        1,
                        Optional.of(Instant.EPOCH),
                        Optional.empty(),
                        0,
                        Optional.empty())))
                .isEmpty();
    }
}
