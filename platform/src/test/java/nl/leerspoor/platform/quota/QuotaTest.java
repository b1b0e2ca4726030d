package nl.leerspoor.platform.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** How much a caller may send, at what pace it comes back, and what answers say of it. */
class QuotaTest {

    private static final int PER_SECOND = 20;

    private long nanos = TimeUnit.HOURS.toNanos(1);

    private final Quota quota = new Quota("commands", PER_SECOND, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private MockHttpServletResponse answer = new MockHttpServletResponse();

    @Test
    void twoSecondsOfRequestsMayComeAtOnceAndNoMore() {
        assertThat(taken(100)).isEqualTo(40);
    }

    @Test
    void itComesBackAsFastAsIsAllowedForLong() {
        taken(40);

        nanos += TimeUnit.MILLISECONDS.toNanos(500);
        assertThat(taken(100)).isEqualTo(10);

        nanos += TimeUnit.MINUTES.toNanos(10);
        assertThat(taken(100)).isEqualTo(40);
    }

    @Test
    void whoSendsNoMoreThanThatIsNeverRefused() {
        for (int second = 0; second < 60; second++) {
            assertThat(taken(PER_SECOND)).isEqualTo(PER_SECOND);
            nanos += TimeUnit.SECONDS.toNanos(1);
        }
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        taken(100);

        assertThat(quota.take("testwerkcoach-b", answer)).isZero();
    }

    @Test
    void answersSayWhatIsLeftAndWhenItIsWholeAgain() {
        taken(30);

        assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"commands\";q=40;w=2");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"commands\";r=10;t=2");
    }

    @Test
    void aRefusalSaysHowLongToWait() {
        taken(40);

        assertThat(quota.take("testwerkcoach-a", answer)).isEqualTo(1);
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"commands\";r=0;t=2");
    }

    private long taken(int requests) {
        return IntStream.range(0, requests)
                .filter(request -> quota.take("testwerkcoach-a", answer) == 0)
                .count();
    }
}
