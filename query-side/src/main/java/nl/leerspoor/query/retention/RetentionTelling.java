package nl.leerspoor.query.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.TwoClocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands in at the writing side, every hour, how many people are proposed in each region that holds to a rule. That has the
 * officer told once a day; the proposals themselves are worked out when they are asked for.
 */
@Component
public class RetentionTelling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionTelling.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(1);

    /** A region that holds to no rule any more has nobody to propose. */
    private static final String TELL = """
            insert into command.told_retention (region, proposals, told_at)
            select regions.region, count(p.person_id), :now
              from (select r.region from query.retention_rule_period r where hold(r) and r.in_force
                     union select t.region from command.told_retention t) regions
              left join (%s) p on p.region = regions.region and p.state = 'PROPOSED'
             group by regions.region
            on conflict (region) do update set proposals = excluded.proposals, told_at = excluded.told_at
            """.formatted(Overdue.PROPOSALS);

    private final JdbcClient jdbc;
    private final Clock now;
    private volatile ScheduledExecutorService clock;

    RetentionTelling(@Qualifier("projectorJdbc") JdbcClient jdbc, Clock now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    /** Hands in how many there are now. */
    public void tell() {
        var today = new TwoClocks(LocalDate.ofInstant(now.instant(), TwoClocks.ZONE), Optional.empty());
        today.bind(jdbc.sql(ListQuestion.on(today, TELL)))
                .param("now", now.instant().atZone(TwoClocks.ZONE).toOffsetDateTime())
                .update();
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("retention-telling").daemon().factory());
        clock.scheduleWithFixedDelay(this::careful, FIRST_AFTER.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
        clock = null;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void careful() {
        try {
            tell();
        } catch (RuntimeException failure) {
            LOG.warn("It can't be told how many people are to be erased, and is tried again: {}", Failure.of(failure));
        }
    }
}
