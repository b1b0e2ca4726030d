package nl.leerspoor.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private static Outcome of(int status, String retryAfter) {
        return Outcome.of(
                new Answer.Status(status, Optional.ofNullable(retryAfter), Optional.empty(), Optional.empty(), ""),
                NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED",
        "201, DELIVERED",
        "202, DELIVERED",
        "204, DELIVERED",
        "299, DELIVERED",
        "300, FAILED",
        "301, FAILED",
        "302, FAILED",
        "304, FAILED",
        "307, FAILED",
        "308, FAILED",
        "400, FAILED",
        "401, FAILED",
        "404, FAILED",
        "409, FAILED",
        "415, FAILED",
        "410, GONE",
        "429, LATER",
        "500, FAILED",
        "502, FAILED",
        "503, FAILED",
        "504, FAILED",
        "100, FAILED"
    })
    void followsFromTheStatus(int status, String word) {
        assertThat(of(status, null).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | 120                            | 2026-01-05T09:02:00Z
            503 | 120                            | 2026-01-05T09:02:00Z
            429 | Mon, 05 Jan 2026 10:00:00 GMT  | 2026-01-05T10:00:00Z
            429 | Mon, 05 Jan 2026 08:00:00 GMT  | 2026-01-05T09:00:00Z
            429 | 999999999                      | 2026-01-06T09:00:00Z
            429 | Mon, 05 Jan 2099 10:00:00 GMT  | 2026-01-06T09:00:00Z
            429 | soon                           | 2026-01-05T09:01:00Z
            429 | -5                             | 2026-01-05T09:01:00Z
            429 | 99999999999999999999           | 2026-01-05T09:01:00Z
            """)
    void leavesAReceiverAloneForAsLongAsItAsksUpToADay(int status, String retryAfter, Instant until) {
        assertThat(of(status, retryAfter)).isEqualTo(new Outcome.Later(until));
    }

    @Test
    void isAFailureWhenAnUnavailableOneSaysNothingOfUse() {
        assertThat(of(503, "soon")).isEqualTo(new Outcome.Failed());
        assertThat(of(500, "120")).isEqualTo(new Outcome.Failed());
    }

    @Test
    void isAFailureWithoutAnAnswer() {
        assertThat(Outcome.of(new Answer.None(Answer.Cause.TIMED_OUT), NOW)).isEqualTo(new Outcome.Failed());
    }
}
