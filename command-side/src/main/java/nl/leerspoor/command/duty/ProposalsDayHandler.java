package nl.leerspoor.command.duty;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import nl.leerspoor.command.By;
import nl.leerspoor.command.NamedId;
import nl.leerspoor.command.duty.DutyCommand.TellOfProposals;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every day, before people begin to work, one node tells of regions with people whose retention periods are over. */
@Component
public class ProposalsDayHandler {

    private static final LocalTime EARLY = LocalTime.of(6, 0);

    /** What the reading side told longer ago says nothing of today. */
    private static final Duration FRESH = Duration.ofHours(25);

    private final RecurringTask<Void> daily =
            Tasks.recurring("retention-day", Schedules.daily(By.ZONE, EARLY)).execute((instance, context) -> tell());
    private final DutyJobHandler job;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalsDayHandler(DutyJobHandler job, @Qualifier("commandJdbc") JdbcClient jdbc, Clock clock) {
        this.job = job;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Told(String region, int proposals) {}

    /** To be done by the calendar of duties. */
    RecurringTask<Void> daily() {
        return daily;
    }

    /** Tells of every region; twice is as once. */
    public void tell() {
        jdbc.sql("select region, proposals from command.told_retention where told_at > :since order by region")
                .param("since", clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Told(row.getString("region"), row.getInt("proposals")))
                .list()
                .forEach(told -> job.send(
                        Subject.proposals(told.region()),
                        today -> new TellOfProposals(
                                NamedId.of(Subject.proposals(told.region()), today.toString()),
                                today,
                                told.region(),
                                told.proposals())));
    }
}
