package nl.leerspoor.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private static Breaker after(Breaker breaker, String calls) {
        for (char call : calls.toCharArray()) {
            breaker = breaker.after(call == '+', NOW);
        }
        return breaker;
    }

    @Test
    void leavesAReceiverAloneAfterTenFailuresAmongTwentyCalls() {
        assertThat(after(Breaker.CLOSED, "---------").isOpen(NOW)).isFalse();
        assertThat(after(Breaker.CLOSED, "----------").isOpen(NOW)).isTrue();
        assertThat(after(Breaker.CLOSED, "-+-+-+-+-+-+-+-+-+-").isOpen(NOW)).isTrue();
        assertThat(after(Breaker.CLOSED, "-++".repeat(20)).isOpen(NOW)).isFalse();
        assertThat(after(Breaker.CLOSED, "---------" + "+".repeat(20) + "---------")
                        .isOpen(NOW))
                .isFalse();
    }

    @Test
    void triesItAfterHalfAMinuteWithOneCall() {
        Breaker open = after(Breaker.CLOSED, "----------");

        assertThat(open.isOpen(NOW.plusSeconds(29))).isTrue();
        assertThat(open.isOpen(NOW.plusSeconds(30))).isFalse();
        assertThat(open.isTrying()).isTrue();
        assertThat(open.after(false, NOW.plusSeconds(31)).isOpen(NOW.plusSeconds(60)))
                .isTrue();
        assertThat(open.after(true, NOW.plusSeconds(31))).isEqualTo(Breaker.CLOSED);
    }
}
