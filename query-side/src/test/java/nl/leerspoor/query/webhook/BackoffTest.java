package nl.leerspoor.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BackoffTest {

    /** As it is when nobody sets anything. */
    private final Backoff backoff = new Backoff(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("leerspoor.webhooks", WebhookProperties.class)
            .retries());

    @ParameterizedTest
    @CsvSource({
        "1, PT4S, PT5S, PT6S",
        "2, PT4M, PT5M, PT6M",
        "3, PT24M, PT30M, PT36M",
        "4, PT1H36M, PT2H, PT2H24M",
        "5, PT4H, PT5H, PT6H",
        "6, PT8H, PT10H, PT12H",
        "7, PT11H12M, PT14H, PT16H48M",
        "8, PT16H, PT20H, PT24H",
        "9, PT19H12M, PT24H, PT28H48M"
    })
    void growsFromFiveSecondsToADayAFifthSoonerOrLater(
            int failures, Duration soonest, Duration middle, Duration latest) {
        assertThat(backoff.after(failures, 0)).contains(soonest);
        assertThat(backoff.after(failures, 0.5)).contains(middle);
        assertThat(backoff.after(failures, 1)).contains(latest);
    }

    @Test
    void endsAfterTheNinth() {
        assertThat(backoff.after(10, 0.5)).isEmpty();
    }

    @Test
    void isOverBeforeAReceiverIsGivenUp() {
        Duration all = IntStream.rangeClosed(1, 9)
                .mapToObj(failures -> backoff.after(failures, 1).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isLessThan(Courier.GIVEN_UP_AFTER);
    }

    @Test
    void isWhatSomebodySets() {
        assertThat(new Backoff(List.of(Duration.ofSeconds(1))).after(2, 0)).isEmpty();
    }
}
