package nl.leerspoor.query.audit;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps {@code query.entry}: what the envelopes of all events say, so that auditors need not read every event to find a
 * few. The store's order of positions is the order of its commits, so "everything above the highest row" misses nothing,
 * and two nodes that take the same page make the same rows. A question first takes in what was appended since.
 */
@Component
class Entries implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Entries.class);
    private static final int PAGE = 2_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration MEND_EVERY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String TAKE = """
            insert into query.entry (position, event_id, stream_id, version, name, region, effective_on, recorded_at,
                recorded_on, days_late, author, role, organisation, source, correlation_id, undoes, undone, reason,
                authorised_by, unreadable)
            select e.global_index, cast(e.event_identifier as uuid), cast(e.aggregate_identifier as uuid),
                   e.sequence_number, e.payload_type, told.payload ->> 'region', dated.effective_on, dated.recorded_at,
                   dated.recorded_on, coalesce(dated.recorded_on - dated.effective_on, 0),
                   coalesce(told.metadata ->> 'recordedBy', ''), coalesce(told.metadata ->> 'role', ''),
                   coalesce(told.metadata ->> 'organisation', ''), coalesce(told.metadata ->> 'source', ''),
                   coalesce(told.metadata ->> 'correlationId', ''),
                   case when told.payload ->> 'retractsEventId' is not null then 'RETRACTION'
                        when told.payload ->> 'correctsEventId' is not null then 'CORRECTION' end,
                   array(select cast(id as uuid)
                           from (values (told.payload ->> 'retractsEventId'), (told.payload ->> 'correctsEventId')
                                  union all
                                 select jsonb_array_elements_text(told.payload -> 'alsoRetracts')) ids (id)
                          where id is not null),
                   told.payload ->> 'reason', told.payload ->> 'authorisedBy', false
              from eventstore.domain_event_entry e
             cross join lateral (select cast(convert_from(e.payload, 'UTF8') as jsonb) as payload,
                                        cast(convert_from(e.meta_data, 'UTF8') as jsonb) as metadata offset 0) told
             cross join lateral (
                   select cast(told.payload ->> 'effectiveOn' as date) as effective_on, recorded_at,
                          cast(recorded_at at time zone 'Europe/Amsterdam' as date) as recorded_on
                     from cast(coalesce(told.metadata ->> 'recordedAt', e.time_stamp) as timestamptz) recorded_at) dated
             where e.global_index = any(:positions)
             order by e.global_index
                on conflict do nothing""";

    private static final String TAKE_BARELY = """
            insert into query.entry (position, event_id, stream_id, version, name, recorded_at, recorded_on, days_late,
                author, role, organisation, source, correlation_id, undone, unreadable)
            select e.global_index, cast(e.event_identifier as uuid), cast(e.aggregate_identifier as uuid),
                   e.sequence_number, e.payload_type, cast(e.time_stamp as timestamptz),
                   cast(cast(e.time_stamp as timestamptz) at time zone 'Europe/Amsterdam' as date), 0, '', '', '', '', '', '{}',
                   true
              from eventstore.domain_event_entry e
             where e.global_index = :position
                on conflict do nothing""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile ScheduledExecutorService clock;

    Entries(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The position up to which all events are entries, at least the one asked for. Ends the request with 503 when they are
     * not within two seconds.
     */
    long position(long least) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (takePage()) {
            if (System.nanoTime() > deadline) {
                throw new ProblemException(HttpProblem.VIEW_BEHIND.problem());
            }
        }
        long position = newest();
        if (position < least) {
            throw new ProblemException(HttpProblem.VIEW_BEHIND.problem());
        }
        return position;
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("entries").daemon().factory());
        clock.scheduleWithFixedDelay(() -> careful(this::mend), 0, MEND_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> careful(this::takeAll), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
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

    private void takeAll() {
        while (!Thread.currentThread().isInterrupted() && takePage()) {
            // the next page follows at once
        }
    }

    /** Takes the next events in; whether there may be more. */
    private boolean takePage() {
        Long[] positions = jdbc.sql("""
                        select global_index from eventstore.domain_event_entry
                         where global_index > :newest order by global_index limit :page""")
                .param("newest", newest())
                .param("page", PAGE)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
        take(positions);
        return positions.length == PAGE;
    }

    /** Takes in anew what is missing below the newest row, and what could not be read before. */
    private void mend() {
        jdbc.sql("select position from query.entry where unreadable order by position")
                .query(Long.class)
                .list()
                .forEach(this::takeAnew);
        Long[] missing =
                jdbc.sql("""
                        select e.global_index from eventstore.domain_event_entry e
                         where e.global_index <= :newest
                           and not exists (select from query.entry known where known.position = e.global_index)
                         order by e.global_index""").param("newest", newest()).query(Long.class).list().toArray(Long[]::new);
        for (int from = 0; from < missing.length; from += PAGE) {
            take(part(missing, from, Math.min(missing.length, from + PAGE)));
        }
    }

    /** This release may be able to read what an earlier one could not; otherwise it stays as it is. */
    private void takeAnew(long position) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("delete from query.entry where position = :position")
                        .param("position", position)
                        .update();
                jdbc.sql(TAKE).param("positions", new Long[] {position}).update();
            });
        } catch (DataIntegrityViolationException unreadable) {
            LOG.debug("The event at position {} still can't be read", position);
        }
    }

    /** One event that can't be read doesn't keep the others out: of that one only the columns of the store are told. */
    private void take(Long[] positions) {
        if (positions.length == 0) {
            return;
        }
        try {
            jdbc.sql(TAKE).param("positions", positions).update();
        } catch (DataIntegrityViolationException unreadable) {
            if (positions.length == 1) {
                LOG.warn("The event at position {} can't be read", positions[0]);
                jdbc.sql(TAKE_BARELY).param("position", positions[0]).update();
            } else {
                int middle = positions.length / 2;
                take(part(positions, 0, middle));
                take(part(positions, middle, positions.length));
            }
        }
    }

    private long newest() {
        return jdbc.sql("select coalesce(max(position), 0) from query.entry")
                .query(Long.class)
                .single();
    }

    private static Long[] part(Long[] positions, int from, int until) {
        return Arrays.copyOfRange(positions, from, until);
    }

    private static void careful(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Events can't be taken in as entries; it is tried again: {}",
                    failure.getClass().getSimpleName());
        }
    }
}
