package nl.leerspoor.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.database.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what a version of a view should have and has not, and restores it from the store. Of every stream whose newest
 * event the version has passed, count and ids of the applied events must be those of the store; and of the streams that
 * this check counts again, all rows that were written must be there. Streams with parked events wait for something else
 * and miss nothing.
 */
@Component
class Completeness {

    private static final Logger LOG = LoggerFactory.getLogger(Completeness.class);
    private static final int AT_ONCE = 250;

    /** What is applied of a stream that got events after the counting is left for the next check. */
    private static final String WITHOUT_EVENTS = """
            select stream_id
              from (select * from query.stream_total where event_name = any(:names)) t
              full join (select * from query.applied_stream where view = :name) a using (stream_id)
             cross join query.completeness c
             where coalesce(t.position <= :position, true) and coalesce(a.applied_position <= c.counted, true)
               and (t.events, t.ids) is distinct from (a.version + 1, a.ids)
               and stream_id not in (select stream_id from query.parked_event where view = :name)""";

    private static final String WITHOUT_ROWS = """
            select a.stream_id
              from query.applied_stream a
              left join (select %1$s as stream_id, count(*) as found
                           from query.%2$s where %1$s = any(cast(:streams as uuid[])) group by 1) r using (stream_id)
             where a.view = :name and a.stream_id = any(cast(:streams as uuid[]))
               and a.row_count <> coalesce(r.found, 0)
               and stream_id not in (select stream_id from query.parked_event where view = :name)""";

    private final ViewVersions versions;
    private final EventTotals totals;
    private final Restoring restoring;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    Completeness(
            ViewVersions versions,
            EventTotals totals,
            Restoring restoring,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.versions = versions;
        this.totals = totals;
        this.restoring = restoring;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Checks when that was not done for a minute; false when it was, or when another node does it. */
    boolean checkWhenDue() {
        boolean mine =
                jdbc.sql("update query.completeness set due_at = now() + interval '1 minute' where due_at <= now()")
                                .update()
                        == 1;
        if (mine) {
            check();
        }
        return mine;
    }

    /**
     * Checks all versions that a processor of this release keeps up to date, and restores what they miss. What was found
     * stays an alarm until a later check finds it complete.
     *
     * @return how many streams miss something, over all versions
     */
    int check() {
        totals.countOn();
        List<UUID> counted = totals.countNextAgain();
        return versions.ours().stream()
                .filter(ViewVersion::built)
                .mapToInt(version -> check(version, counted))
                .sum();
    }

    private int check(ViewVersion version, List<UUID> counted) {
        Set<UUID> incomplete = incomplete(version, counted);
        if (!incomplete.isEmpty()) {
            // the totals may be what is wrong
            totals.countAgain(incomplete);
            incomplete.retainAll(incomplete(version, counted));
        }
        note(version, incomplete);
        restore(version, List.copyOf(incomplete));
        return incomplete.size();
    }

    /** All in one snapshot: a token commits with the rows of its events. */
    private Set<UUID> incomplete(ViewVersion version, Collection<UUID> counted) {
        return snapshot.execute(status -> {
            Set<UUID> found = new HashSet<>();
            versions.find(version.view(), version.number()).ifPresent(now -> {
                found.addAll(withoutEvents(now));
                found.addAll(withoutRows(now, counted));
            });
            return found;
        });
    }

    private List<UUID> withoutEvents(ViewVersion version) {
        return jdbc.sql(WITHOUT_EVENTS)
                .param("names", versions.projection(version.view()).eventNames())
                .param("name", version.name())
                .param("position", versions.position(version))
                .query(UUID.class)
                .list();
    }

    private List<UUID> withoutRows(ViewVersion version, Collection<UUID> counted) {
        Projection<?, ?> projection = versions.projection(version.view());
        List<UUID> streams = new ArrayList<>(counted);
        streams.addAll(noted(version));
        return jdbc.sql(WITHOUT_ROWS.formatted(projection.subject(), version.table(projection)))
                .param("name", version.name())
                .param("streams", texts(streams))
                .query(UUID.class)
                .list();
    }

    private List<UUID> noted(ViewVersion version) {
        return jdbc.sql("select stream_id from query.incomplete_stream where view = :name")
                .param("name", version.name())
                .query(UUID.class)
                .list();
    }

    private void note(ViewVersion version, Set<UUID> incomplete) {
        int found = jdbc.sql("""
                        insert into query.incomplete_stream (view, stream_id)
                        select :name, unnest(cast(:streams as uuid[])) on conflict do nothing""")
                .param("name", version.name())
                .param("streams", texts(incomplete))
                .update();
        int complete = jdbc.sql("""
                        delete from query.incomplete_stream
                         where view = :name and stream_id <> all(cast(:streams as uuid[]))""")
                .param("name", version.name())
                .param("streams", texts(incomplete))
                .update();
        if (found > 0) {
            LOG.error("{} misses events or rows of {} streams; they are restored", version.name(), found);
        }
        if (complete > 0) {
            LOG.info("{} is complete again in {} streams", version.name(), complete);
        }
    }

    private void restore(ViewVersion version, List<UUID> streams) {
        for (int from = 0; from < streams.size(); from += AT_ONCE) {
            try {
                Map<UUID, Failure> untouched =
                        restoring.restore(version, streams.subList(from, Math.min(streams.size(), from + AT_ONCE)));
                if (!untouched.isEmpty()) {
                    LOG.error(
                            "{} can't be restored in {} streams, which is tried again: {}",
                            version.name(),
                            untouched.size(),
                            Set.copyOf(untouched.values()));
                }
            } catch (RuntimeException failure) {
                LOG.error("{} can't be restored and is tried again: {}", version.name(), Failure.of(failure));
            }
        }
    }

    private static String[] texts(Collection<UUID> streams) {
        return streams.stream().map(UUID::toString).toArray(String[]::new);
    }
}
