package nl.leerspoor.standalone.twente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import nl.leerspoor.command.reception.Answer;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import org.junit.jupiter.api.Test;

/** The loading outlives a database that steps in now and then, and nothing else. */
class TwenteLoadingTest {

    private static final Answer RECORDED = new Answer(201, "application/json", "{}", "\"0\"", null, null, false);

    private final AtomicInteger attempts = new AtomicInteger();

    private Answer sent(HttpProblem problem, int failures) {
        return TwenteLoading.patiently(
                () -> {
                    if (attempts.incrementAndGet() <= failures) {
                        throw new ProblemException(problem.problem());
                    }
                    return RECORDED;
                },
                Duration.ZERO);
    }

    @Test
    void triesAgainWhileTheDatabaseIsAway() {
        assertThat(sent(HttpProblem.UNAVAILABLE, 3)).isEqualTo(RECORDED);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void givesUpInTheEnd() {
        assertThatThrownBy(() -> sent(HttpProblem.UNAVAILABLE, Integer.MAX_VALUE))
                .isInstanceOf(ProblemException.class);
        assertThat(attempts).hasValue(TwenteLoading.ATTEMPTS);
    }

    @Test
    void doesNotTryAgainWhatWouldBeRefusedAgain() {
        assertThatThrownBy(() -> sent(HttpProblem.IDEMPOTENCY_KEY_REUSED, 1)).isInstanceOf(ProblemException.class);
        assertThat(attempts).hasValue(1);
    }
}
