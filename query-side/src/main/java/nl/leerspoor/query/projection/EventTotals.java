package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many events the store has of each stream, and the exclusive or over the first halves of their ids. New events are
 * added in commit order, each once; since what is written down may be damaged too, all streams are counted again from
 * their first event, some at a time. A place in the count commits with what was counted, so any node goes on from there.
 */
@Component
class EventTotals {

    private static final int POSITIONS = 10_000;
    private static final int STREAMS = 2_500;

    /** What {@link java.util.UUID#getMostSignificantBits()} is in Java. */
    private static final String FIRST_HALF =
            "cast(cast('x' || left(replace(event_identifier, '-', ''), 16) as bit(64)) as bigint)";

    private static final String TOTALS = """
            insert into query.stream_total as known (stream_id, event_name, events, ids, position)
            select cast(aggregate_identifier as uuid), (array_agg(payload_type order by sequence_number))[1],
                   count(*), bit_xor(%s), max(global_index)
              from eventstore.domain_event_entry where %%s
             group by aggregate_identifier
            on conflict (stream_id) do update set\s""".formatted(FIRST_HALF);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EventTotals(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts the events that came since, up to the newest. */
    void countOn() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> countPage()));
        }
    }

    /** Counts some streams from their first event; what there was of them is forgotten. */
    void countAgain(Collection<UUID> streams) {
        transaction.executeWithoutResult(
                status -> countAgain(streams.stream().map(UUID::toString).toList(), counted()));
    }

    /** Counts the next streams from their first event, after the last the first ones, and tells which these were. */
    List<UUID> countNextAgain() {
        List<String> page = transaction.execute(status -> {
            long counted = counted();
            List<String> next =
                    jdbc.sql("""
                            select aggregate_identifier from eventstore.domain_event_entry
                             where aggregate_identifier > (select counted_again from query.completeness)
                               and sequence_number = 0
                             order by aggregate_identifier limit :streams""").param("streams", STREAMS).query(String.class).list();
            countAgain(next, counted);
            jdbc.sql("update query.completeness set counted_again = :last")
                    .param("last", next.size() < STREAMS ? "" : next.getLast())
                    .update();
            return next;
        });
        return page.stream().map(UUID::fromString).toList();
    }

    private boolean countPage() {
        long counted = counted();
        long head = jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
        long to = Math.min(head, counted + POSITIONS);
        jdbc.sql(TOTALS.formatted("global_index > :counted and global_index <= :to") + """
                        events = known.events + excluded.events, ids = known.ids # excluded.ids,
                        position = excluded.position""")
                .param("counted", counted)
                .param("to", to)
                .update();
        jdbc.sql("update query.completeness set counted = :to").param("to", to).update();
        return to < head;
    }

    private void countAgain(List<String> streams, long counted) {
        String[] ids = streams.toArray(String[]::new);
        jdbc.sql(TOTALS.formatted("aggregate_identifier = any(:streams) and global_index <= :counted") + """
                        event_name = excluded.event_name, events = excluded.events, ids = excluded.ids,
                        position = excluded.position
                        where known is distinct from excluded""")
                .param("streams", ids)
                .param("counted", counted)
                .update();
        jdbc.sql("""
                        delete from query.stream_total t
                         where stream_id = any(cast(:streams as uuid[]))
                           and not exists (select from eventstore.domain_event_entry e
                                            where e.aggregate_identifier = cast(t.stream_id as text))""").param("streams", ids).update();
    }

    /** How far the counting is, and stays until the transaction ends. */
    private long counted() {
        return jdbc.sql("select counted from query.completeness for update")
                .query(Long.class)
                .single();
    }
}
