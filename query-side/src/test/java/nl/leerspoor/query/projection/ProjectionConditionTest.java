package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.leerspoor.query.projection.ProjectionCondition.Sight;
import nl.leerspoor.query.projection.ProjectionCondition.Verdict;
import org.junit.jupiter.api.Test;

/** When a node says that it is ready, amber or out of service. */
class ProjectionConditionTest {

    private static final Instant NOW = Instant.parse("2020-03-25T09:00:00Z");
    private static final LagLimits LIMITS = new LagLimits(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final ProjectionCondition UP = new ProjectionCondition(Verdict.UP, List.of());

    @Test
    void allIsWellWhenNothingWaitsLong() {
        assertThat(judge(UP, waiting(30))).isEqualTo(UP);
    }

    @Test
    void aViewThatWaitsTooLongIsAmberWithItsReason() {
        assertThat(judge(UP, waiting(31)))
                .isEqualTo(new ProjectionCondition(
                        Verdict.DEGRADED, List.of("View pilots is 31 s and 5 positions behind.")));
    }

    @Test
    void aViewThatWaitsMuchTooLongTakesTheNodeOutOfService() {
        assertThat(judge(UP, waiting(301)).verdict()).isEqualTo(Verdict.OUT_OF_SERVICE);
    }

    @Test
    void whoWasOutOfServiceComesBackOnlyWellWithinTheLimit() {
        ProjectionCondition out = judge(UP, waiting(301));

        assertThat(judge(out, waiting(299)).verdict()).isEqualTo(Verdict.OUT_OF_SERVICE);
        assertThat(judge(out, waiting(150)).verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(judge(UP, waiting(299)).verdict()).isEqualTo(Verdict.DEGRADED);
    }

    @Test
    void whatNobodyMayOverlookIsAmber() {
        Sight parked = new Sight(NOW, waiting(0).lags(), List.of("2 events are parked in pilots@1."));

        assertThat(judge(UP, parked))
                .isEqualTo(new ProjectionCondition(Verdict.DEGRADED, List.of("2 events are parked in pilots@1.")));
    }

    @Test
    void aViewThatHasNotBegunIsOutOfService() {
        assertThat(judge(UP, new Sight(NOW, List.of(), List.of())).reasons())
                .containsExactly("View pilots has not begun.");
    }

    @Test
    void whoHasNotSeenTheStoreForLongIsOutOfService() {
        Sight old = new Sight(NOW.minusSeconds(31), waiting(0).lags(), List.of());

        assertThat(judge(UP, old).verdict()).isEqualTo(Verdict.OUT_OF_SERVICE);
    }

    @Test
    void anEventFromTheFutureOfThisClockDoesNotWait() {
        assertThat(judge(UP, waiting(-3))).isEqualTo(UP);
    }

    private static Sight waiting(int seconds) {
        return new Sight(NOW, List.of(new Lag("pilots", 0, 5, 10, NOW.minusSeconds(seconds))), List.of());
    }

    private static ProjectionCondition judge(ProjectionCondition before, Sight sight) {
        return ProjectionCondition.judge(before, sight, List.of("pilots"), LIMITS, NOW);
    }
}
