package nl.leerspoor.query.processing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain over the processing log, by which a line that was changed, removed or slipped in is noticed. Readers don't wait
 * for it: lines are chained some seconds later, when all transactions up to theirs are over, by one node at a time. A link
 * has a hash over the lines of one month between two points in the order of transactions, and a head over that and the head
 * before it.
 */
@Component
class LogChain {

    private static final long LOCK = 4_763_902_590L;
    private static final int BATCH = 10_000;
    private static final String FORMAT = "leerspoor-processing-log-1";

    /** Not a function of the database: who changes lines could change that along. */
    private static final String LINES = """
            select count(*) as lines, sha256(string_agg(sha256(convert_to(jsonb_build_array(l.row_id, l.log_id, l.trace_id,
                       l.operation_id, l.name, l.status_code, (extract(epoch from l.start_time) * 1000000)::bigint,
                       (extract(epoch from l.end_time) * 1000000)::bigint, l.resource, l.processing_activity_id,
                       l.data_subject_id, l.region, l.read_by, l.roles, l.organisation)::text, 'UTF8')), ''::bytea
                       order by l.written_in, l.row_id)) as digest""";

    private static final String MONTH = "(date_trunc('month', l.start_time at time zone 'UTC'))::date";

    private static final String BOUNDS = """
            select xid, row_id from (select written_in, written_in::text::bigint as xid, row_id from query.processing_log
                                      where (written_in, row_id) > (cast(:xid as xid8), :row)
                                        and written_in < pg_snapshot_xmin(pg_current_snapshot())
                                      order by written_in, row_id limit :batch) l
             order by written_in desc, row_id desc limit 1""";

    private static final String NEXT = LINES + ", " + MONTH + " as month from query.processing_log l"
            + " where (l.written_in, l.row_id) > (cast(:xid as xid8), :row)"
            + " and (l.written_in, l.row_id) <= (cast(:toXid as xid8), :toRow) group by " + MONTH + " order by month";

    private static final String AGAIN = "select k.number, l.lines, l.digest from query.processing_log_link k, lateral ("
            + LINES + " from query.processing_log l where " + MONTH + " = k.month"
            + " and l.start_time >= cast(:month as timestamp) at time zone 'UTC'"
            + " and l.start_time < (cast(:month as timestamp) + interval '1 month') at time zone 'UTC'"
            + " and (l.written_in, l.row_id) > (k.after_xid, k.after_row)"
            + " and (l.written_in, l.row_id) <= (k.to_xid, k.to_row)) l where k.month = :month order by k.number";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LogChain(
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A place in the order of transactions. */
    private record Point(long xid, long row) {}

    private record Lines(LocalDate month, long lines, byte[] digest) {}

    private record Link(long number, Lines of, Point after, Point to, byte[] head) {

        private static final Link NONE =
                new Link(0, new Lines(LocalDate.EPOCH, 0, new byte[0]), new Point(0, 0), new Point(0, 0), new byte[32]);

        private static Link of(ResultSet row) throws SQLException {
            return new Link(
                    row.getLong("number"),
                    lines(row),
                    new Point(row.getLong("after_x"), row.getLong("after_row")),
                    new Point(row.getLong("to_x"), row.getLong("to_row")),
                    row.getBytes("head"));
        }

        private Link next(Lines lines, Point after, Point to) {
            return new Link(number + 1, lines, after, to, head(lines, after, to));
        }

        /** Over the format and, each with a fixed width, everything else of the link after this one. */
        private byte[] head(Lines lines, Point after, Point to) {
            byte[] format = FORMAT.getBytes(StandardCharsets.US_ASCII);
            ByteBuffer bytes = ByteBuffer.allocate(format.length + head.length + 7 * Long.BYTES + lines.digest().length)
                    .put(format)
                    .put(head)
                    .putLong(number + 1)
                    .putLong(lines.month().toEpochDay())
                    .putLong(lines.lines())
                    .putLong(after.xid())
                    .putLong(after.row())
                    .putLong(to.xid())
                    .putLong(to.row())
                    .put(lines.digest());
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes.array());
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        private boolean follows(Link before) {
            return number == before.number + 1
                    && Arrays.equals(head, before.head(of, after, to))
                    && (after.equals(before.to) || after.equals(before.after) && to.equals(before.to));
        }
    }

    private static Lines lines(ResultSet row) throws SQLException {
        return new Lines(row.getObject("month", LocalDate.class), row.getLong("lines"), row.getBytes("digest"));
    }

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
        Link last = newest();
        Point after = last.to();
        Optional<Point> to = jdbc.sql(BOUNDS)
                .param("xid", String.valueOf(after.xid()))
                .param("row", after.row())
                .param("batch", BATCH)
                .query((row, n) -> new Point(row.getLong("xid"), row.getLong("row_id")))
                .optional();
        if (to.isEmpty()) {
            return false;
        }
        for (Lines month : between(after, to.get())) {
            last = last.next(month, after, to.get());
            insert(last);
        }
        return true;
    }

    private Link newest() {
        return links("order by number desc limit 1").stream().findFirst().orElse(Link.NONE);
    }

    private List<Link> links(String which) {
        return jdbc.sql("""
                        select number, month, lines, digest, after_xid::text::bigint as after_x, after_row,
                               to_xid::text::bigint as to_x, to_row, head
                          from query.processing_log_link
                        """ + which).query((row, n) -> Link.of(row)).list();
    }

    private List<Lines> between(Point after, Point to) {
        return jdbc.sql(NEXT)
                .param("xid", String.valueOf(after.xid()))
                .param("row", after.row())
                .param("toXid", String.valueOf(to.xid()))
                .param("toRow", to.row())
                .query((row, n) -> lines(row))
                .list();
    }

    private void insert(Link link) {
        jdbc.sql("""
                        insert into query.processing_log_link (number, month, lines, digest, after_xid, after_row, to_xid,
                               to_row, head)
                        values (:number, :month, :lines, :digest, cast(:xid as xid8), :row, cast(:toXid as xid8), :toRow,
                               :head)""")
                .param("number", link.number())
                .param("month", link.of().month())
                .param("lines", link.of().lines())
                .param("digest", link.of().digest())
                .param("xid", String.valueOf(link.after().xid()))
                .param("row", link.after().row())
                .param("toXid", String.valueOf(link.to().xid()))
                .param("toRow", link.to().row())
                .param("head", link.head())
                .update();
    }

    /**
     * What was found.
     *
     * @param links    of the whole chain
     * @param chained  lines of the month that are in it
     * @param head     of the newest link
     * @param broken   the first link that doesn't follow on the one before; 0 when all do
     * @param changed  links of the month whose lines are not those that were chained
     */
    record Found(long links, long chained, byte[] head, long broken, List<Long> changed) {}

    /** Looks at all links, and at all lines of a month. */
    Found check(LocalDate month) {
        List<Link> links = links("order by number");
        Link before = Link.NONE;
        long broken = 0;
        List<Link> ofMonth = new ArrayList<>();
        for (Link link : links) {
            if (broken == 0 && !link.follows(before)) {
                broken = before.number() + 1;
            }
            if (link.of().month().equals(month)) {
                ofMonth.add(link);
            }
            before = link;
        }
        return new Found(
                links.size(),
                ofMonth.stream().mapToLong(link -> link.of().lines()).sum(),
                before.head(),
                broken,
                changed(month, ofMonth));
    }

    private List<Long> changed(LocalDate month, List<Link> links) {
        record Seen(long number, long lines, byte[] digest) {}
        List<Seen> seen = jdbc.sql(AGAIN)
                .param("month", month)
                .query((row, n) -> new Seen(row.getLong("number"), row.getLong("lines"), row.getBytes("digest")))
                .list();
        List<Long> changed = new ArrayList<>();
        for (int at = 0; at < Math.min(links.size(), seen.size()); at++) {
            Lines chained = links.get(at).of();
            if (chained.lines() != seen.get(at).lines()
                    || !Arrays.equals(chained.digest(), seen.get(at).digest())) {
                changed.add(links.get(at).number());
            }
        }
        return changed;
    }

    /** Makes the tables of this month and the next ones, as far as they are missing. */
    void prepareMonths(LocalDate from, int months) {
        jdbc.sql("select query.prepare_processing_log(:from, :months)")
                .param("from", from)
                .param("months", months)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
