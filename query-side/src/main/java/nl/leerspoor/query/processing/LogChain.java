package nl.leerspoor.query.processing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.query.processing.Link.Lines;
import nl.leerspoor.query.processing.Link.Place;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the processing log, by which a line that was changed, removed or slipped in is noticed. Readers don't wait for it:
 * lines are chained some seconds later, when all transactions up to theirs are over, by one node at a time. Those that
 * another server wrote, before the log was moved here, are over at once.
 */
@Component
class LogChain {

    private static final long LOCK = 4_763_902_590L;
    private static final int BATCH = 10_000;

    /** Not a function of the database: who changes lines could change that along. */
    static final String LINES = """
            select count(*) as lines, sha256(string_agg(sha256(convert_to(jsonb_build_array(l.row_id, l.log_id, l.trace_id,
                       l.operation_id, l.name, l.status_code, (extract(epoch from l.start_time) * 1000000)::bigint,
                       (extract(epoch from l.end_time) * 1000000)::bigint, l.resource, l.processing_activity_id,
                       l.data_subject_id, l.region, l.read_by, l.roles, l.organisation)::text, 'UTF8')), ''::bytea
                       order by l.written_in, l.row_id)) as digest""";

    static final String MONTH = "(date_trunc('month', l.start_time at time zone 'UTC'))::date";

    static final String LINKS = """
            select number, format, written_on, month, lines, digest, after_xid::text::bigint as after_x, after_row,
                   to_xid::text::bigint as to_x, to_row, made_at, head
              from query.processing_log_link\s""";

    /** Each server that wrote a line, by one look at the index for each. */
    private static final String SERVERS = """
            with recursive server (id) as (
                (select min(written_on) from query.processing_log)
                union all
                select (select min(l.written_on) from query.processing_log l where l.written_on > server.id)
                  from server where server.id is not null)
            select id, id = query.this_server() as here from server where id is not null""";

    private static final String BEHIND =
            "l.written_on = :server and (l.written_in, l.row_id) > (cast(:xid as xid8), :row)";

    private static final String BOUNDS = """
            select xid, row_id from (select written_in, written_in::text::bigint as xid, row_id from query.processing_log l
                                      where %s and (not :here or written_in < pg_snapshot_xmin(pg_current_snapshot()))
                                      order by written_in, row_id limit :batch) l
             order by written_in desc, row_id desc limit 1""".formatted(BEHIND);

    private static final String NEXT = LINES + ", " + MONTH + " as month from query.processing_log l where " + BEHIND
            + " and (l.written_in, l.row_id) <= (cast(:toXid as xid8), :toRow) group by " + MONTH + " order by month";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LogChain(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A server that wrote lines. */
    private record Server(long id, boolean here) {}

    /** Chains what was committed since, unless another node is at it; false when nothing is left for now. */
    boolean chain() {
        return transaction.execute(status -> {
            jdbc.sql("set local synchronous_commit = on").update();
            return isMine() && chainNext();
        });
    }

    private boolean isMine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean chainNext() {
        return servers().stream().map(this::chainNext).reduce(false, Boolean::logicalOr);
    }

    private boolean chainNext(Server server) {
        Place after = last(server).to();
        Optional<Place> to = jdbc.sql(BOUNDS)
                .param("server", server.id())
                .param("here", server.here())
                .param("xid", String.valueOf(after.xid()))
                .param("row", after.row())
                .param("batch", BATCH)
                .query((row, n) -> new Place(row.getLong("xid"), row.getLong("row_id")))
                .optional();
        to.ifPresent(end -> chain(server, after, end));
        return to.isPresent();
    }

    private void chain(Server server, Place after, Place to) {
        Link last = jdbc.sql(LINKS + "order by number desc limit 1")
                .query((row, n) -> Link.of(row))
                .optional()
                .orElse(Link.NONE);
        Instant now =
                jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
        for (Lines month : between(server, after, to)) {
            last = last.next(server.id(), month, after, to, now);
            insert(last);
        }
    }

    private List<Server> servers() {
        return jdbc.sql(SERVERS).query(Server.class).list();
    }

    private Link last(Server server) {
        return jdbc.sql(LINKS + "where written_on = :server order by number desc limit 1")
                .param("server", server.id())
                .query((row, n) -> Link.of(row))
                .optional()
                .orElse(Link.NONE);
    }

    private List<Lines> between(Server server, Place after, Place to) {
        return jdbc.sql(NEXT)
                .param("server", server.id())
                .param("xid", String.valueOf(after.xid()))
                .param("row", after.row())
                .param("toXid", String.valueOf(to.xid()))
                .param("toRow", to.row())
                .query((row, n) -> Lines.of(row))
                .list();
    }

    private void insert(Link link) {
        jdbc.sql("""
                        insert into query.processing_log_link (number, format, written_on, month, lines, digest, after_xid,
                               after_row, to_xid, to_row, made_at, head)
                        values (:number, :format, :server, :month, :lines, :digest, cast(:xid as xid8), :row,
                               cast(:toXid as xid8), :toRow, :madeAt, :head)""")
                .param("number", link.number())
                .param("format", link.format())
                .param("server", link.server())
                .param("month", link.of().month())
                .param("lines", link.of().lines())
                .param("digest", link.of().digest())
                .param("xid", String.valueOf(link.after().xid()))
                .param("row", link.after().row())
                .param("toXid", String.valueOf(link.to().xid()))
                .param("toRow", link.to().row())
                .param("madeAt", link.madeAt().atOffset(ZoneOffset.UTC))
                .param("head", link.head())
                .update();
    }

    /** When the oldest line ended that is in no link yet; empty when all are. */
    Optional<Instant> oldestUnchained() {
        return servers().stream()
                .flatMap(server -> oldestUnchained(server).stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> oldestUnchained(Server server) {
        Place last = last(server).to();
        return jdbc.sql("select l.end_time from query.processing_log l where " + BEHIND
                        + " order by l.written_in, l.row_id limit 1")
                .param("server", server.id())
                .param("xid", String.valueOf(last.xid()))
                .param("row", last.row())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** A month that could not get a table of its own. */
    record Missing(LocalDate month, String sqlState) {}

    /** Makes the tables of this month and the next ones, as far as they are missing, and tells which are missing still. */
    List<Missing> prepareMonths(LocalDate from, int months) {
        return jdbc.sql("select missing as month, sql_state from query.prepare_processing_log(:from, :months)")
                .param("from", from)
                .param("months", months)
                .query(Missing.class)
                .list();
    }
}
