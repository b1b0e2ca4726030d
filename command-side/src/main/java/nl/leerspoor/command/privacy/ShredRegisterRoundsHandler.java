package nl.leerspoor.command.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.personaldata.ShredRegisterRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Applies the shred register while the program runs, too: every minute, for a commit may fail after the line was written; and
 * within seconds after the server was started or the database restored under it. One node does at a time. What is the matter
 * makes the health of that node amber for some minutes.
 */
@Component("shredRegisterHealthIndicator")
public class ShredRegisterRoundsHandler implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ShredRegisterRoundsHandler.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration APPLY_EVERY = Duration.ofMinutes(1);
    private static final Duration AMBER_FOR = APPLY_EVERY.multipliedBy(3);

    private final ShredRegisterHandler register;
    private final Clock clock;
    private volatile Instant lastApplied = Instant.EPOCH;
    private volatile Instant refusedAt = Instant.EPOCH;
    private volatile String refusal = "";

    ShredRegisterRoundsHandler(ShredRegisterHandler register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** To be done by the calendar of this side. */
    @Bean
    RecurringTask<Void> shredRegisterRounds() {
        return Tasks.recurring("shred-register", FixedDelay.of(LOOK_EVERY)).execute((instance, context) -> round());
    }

    /** Applies the register when that is due. */
    void round() {
        Instant now = clock.instant();
        if (register.isApplied() && now.isBefore(lastApplied.plus(APPLY_EVERY))) {
            return;
        }
        try {
            register.apply();
            lastApplied = now;
            refusal = "";
        } catch (ShredRegisterRefused refused) {
            refused(now, refused.getMessage());
        } catch (RuntimeException failure) {
            refused(now, "The shred register can't be applied: " + Failure.of(failure));
        }
    }

    private void refused(Instant now, String reason) {
        if (!reason.equals(refusal)) {
            LOG.error("{}", reason);
        }
        refusal = reason;
        refusedAt = now;
    }

    @Override
    public Health health() {
        boolean amber = !refusal.isEmpty() && clock.instant().isBefore(refusedAt.plus(AMBER_FOR));
        return amber
                ? Health.status("DEGRADED").withDetail("reasons", refusal).build()
                : Health.up().withDetail("reasons", "").build();
    }
}
