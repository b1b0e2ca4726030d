package nl.leerspoor.command.duty;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.leerspoor.command.By;
import nl.leerspoor.command.duty.DutyCommand.TellThatTheDayCame;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.platform.operation.NodeName;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The days on which duties are due, kept in {@code command.scheduled_task}. A day is noted and struck in the transaction
 * of the duty's events. When it comes, one of the nodes says so to the duty; a node that dies over it leaves that to
 * another, and a duty that hears it twice is told once. After downtime the days that came meanwhile follow at once. It does
 * what is done every day, too.
 */
@Component
class DutyCalendarHandler implements SmartLifecycle {

    /** People find what is due when they begin to work. */
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final String TASK = "duty-day";
    private static final String TABLE = "command.scheduled_task";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN_AT_LEAST_EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int THREADS = 2;

    private final DutyJobHandler job;
    private final ProposalsDayHandler proposals;
    private final Clock clock;
    private final DataSource dataSource;
    private final List<RecurringTask<?>> recurring;
    private final OneTimeTask<Void> dayCame;
    private final SchedulerClient calendar;
    private volatile Scheduler running;

    DutyCalendarHandler(
            DutyJobHandler job,
            ProposalsDayHandler proposals,
            @Qualifier("commandDataSource") DataSource dataSource,
            List<RecurringTask<?>> recurring,
            Clock clock) {
        this.job = job;
        this.proposals = proposals;
        this.clock = clock;
        this.recurring = recurring;
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.dayCame = Tasks.oneTime(TASK)
                .onFailure((failed, again) ->
                        again.reschedule(failed, failed.getTimeDone().plus(pauseAfter(failed))))
                .execute((instance, context) -> tell(UUID.fromString(instance.getId())));
        this.calendar = SchedulerClient.Builder.create(this.dataSource, dayCame)
                .tableName(TABLE)
                .build();
    }

    /** Notes the day of a duty. */
    void note(DutyRaised duty) {
        calendar.scheduleIfNotExists(
                dayCame.instance(duty.dutyId().toString()),
                duty.dueOn().atTime(MORNING).atZone(By.ZONE).toInstant());
    }

    /** Strikes the day of a duty that need not be done any more; nothing happens if it came already. */
    void strike(DutyRaised duty) {
        try {
            calendar.cancel(TaskInstanceId.of(TASK, duty.dutyId().toString()));
        } catch (TaskInstanceException cameAlready) {
            // told already, or being told at this moment: the duty itself knows better
        }
    }

    /** Twice as long after each failure, up to an hour. */
    private static Duration pauseAfter(ExecutionComplete failed) {
        Duration pause = TRY_AGAIN_AFTER.multipliedBy(1L << Math.min(failed.getExecution().consecutiveFailures, 10));
        return pause.compareTo(TRY_AGAIN_AT_LEAST_EVERY) < 0 ? pause : TRY_AGAIN_AT_LEAST_EVERY;
    }

    private void tell(UUID duty) {
        job.send(duty, today -> new TellThatTheDayCame(duty, today));
    }

    @Override
    public void start() {
        running = Scheduler.create(dataSource, dayCame)
                .startTasks(proposals.daily())
                .startTasks(recurring)
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed(NodeName.VALUE))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(SIGN_OF_LIFE_EVERY)
                .shutdownMaxWait(STOP_WITHIN)
                .build();
        running.start();
    }

    @Override
    public void stop() {
        running.stop();
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
