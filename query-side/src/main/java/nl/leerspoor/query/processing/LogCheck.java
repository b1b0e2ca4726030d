package nl.leerspoor.query.processing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.leerspoor.query.processing.Link.Lines;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether the processing log is as it was chained: all links, the number of lines of all months, and the lines of one
 * month anew. Counting shows a line that was slipped in wherever it is, and the hashes what else was done to a month.
 */
@Component
class LogCheck {

    private static final int AT_ONCE = 1_000;

    /** Whoever reads sees to the line at once; a chain that stood still for longer than this was an alarm. */
    private static final Duration IN_TIME = Duration.ofHours(1);

    private static final String AGAIN = "select k.number, k.made_at, l.lines, l.digest, l.oldest"
            + " from query.processing_log_link k, lateral ("
            + LogChain.LINES + ", min(l.end_time) as oldest from query.processing_log l"
            + " where l.start_time >= cast(:month as timestamp) at time zone 'UTC'"
            + " and l.start_time < (cast(:month as timestamp) + interval '1 month') at time zone 'UTC'"
            + " and l.written_on = k.written_on"
            + " and (l.written_in, l.row_id) > (k.after_xid, k.after_row)"
            + " and (l.written_in, l.row_id) <= (k.to_xid, k.to_row)) l where k.month = :month order by k.number";

    private static final String COUNTED =
            "select " + LogChain.MONTH + " as month, count(*) filter (where chained) as chained,"
                    + " count(*) filter (where not chained) as unchained, min(l.end_time) filter (where not chained) as oldest"
                    + " from query.processing_log l"
                    + " left join unnest(cast(:servers as bigint[]), cast(:xids as xid8[]), cast(:rows as bigint[]))"
                    + " as tip (server, xid, row_id) on tip.server = l.written_on"
                    + " cross join lateral (select coalesce((l.written_in, l.row_id) <= (tip.xid, tip.row_id), false) as chained) c"
                    + " group by 1 order by 1";

    /** A month whose lines are not as many as were chained. */
    record Miscounted(LocalDate month, long chained, long found) {}

    /**
     * What was found.
     *
     * @param links      of the whole chain
     * @param chained    lines of the month that are in it
     * @param head       of the newest link
     * @param broken     the first link that doesn't follow on the one before; 0 when all do
     * @param changed    links of the month whose lines are not those that were chained
     * @param miscounted months that have lines more or fewer than were chained
     * @param late       links of the month with a line that says it is older by over an hour than its chaining
     * @param unchained  lines of all months that are in no link yet
     * @param oldest     when the oldest of these ended
     */
    record Found(
            long links,
            long chained,
            byte[] head,
            long broken,
            List<Long> changed,
            List<Miscounted> miscounted,
            List<Long> late,
            long unchained,
            Optional<Instant> oldest) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    LogCheck(
            @Qualifier("auditJdbc") JdbcClient jdbc,
            @Qualifier("auditTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Looks at the whole chain and at one month of the log. */
    Found of(LocalDate month) {
        return snapshot.execute(status -> {
            Walk walk = new Walk(month);
            try (Stream<Link> links = jdbc
                    .sql(LogChain.LINKS + "order by number")
                    .withFetchSize(AT_ONCE)
                    .query((row, n) -> Link.of(row))
                    .stream()) {
                links.forEach(walk::pass);
            }
            return found(walk);
        });
    }

    /** What is gathered on the way along the chain. */
    private static final class Walk {

        private final LocalDate month;
        private final Map<Long, Link> newestOfServer = new HashMap<>();
        private final Map<LocalDate, Long> chained = new TreeMap<>();
        private final Map<Long, Lines> ofMonth = new LinkedHashMap<>();
        private Link newest = Link.NONE;
        private long broken;

        private Walk(LocalDate month) {
            this.month = month;
        }

        private void pass(Link link) {
            if (broken == 0 && !link.follows(newest, newestOfServer.getOrDefault(link.server(), Link.NONE))) {
                broken = newest.number() + 1;
            }
            newest = link;
            newestOfServer.put(link.server(), link);
            chained.merge(link.of().month(), link.of().lines(), Long::sum);
            if (link.of().month().equals(month)) {
                ofMonth.put(link.number(), link.of());
            }
        }
    }

    private Found found(Walk walk) {
        List<Counted> counted = counted(walk);
        List<Again> again = again(walk.month);
        return new Found(
                walk.newest.number(),
                walk.chained.getOrDefault(walk.month, 0L),
                walk.newest.head(),
                walk.broken,
                again.stream()
                        .filter(seen -> !seen.is(walk.ofMonth.get(seen.number())))
                        .map(Again::number)
                        .toList(),
                miscounted(walk.chained, counted),
                again.stream().filter(Again::isLate).map(Again::number).toList(),
                counted.stream().mapToLong(Counted::unchained).sum(),
                counted.stream()
                        .flatMap(month -> Optional.ofNullable(month.oldest()).stream())
                        .map(OffsetDateTime::toInstant)
                        .min(Instant::compareTo));
    }

    /** The lines of a link as they are now. */
    private record Again(long number, OffsetDateTime madeAt, long lines, byte[] digest, OffsetDateTime oldest) {

        private boolean is(Lines chained) {
            return chained.lines() == lines && Arrays.equals(chained.digest(), digest);
        }

        private boolean isLate() {
            return oldest != null && oldest.plus(IN_TIME).isBefore(madeAt);
        }
    }

    private List<Again> again(LocalDate month) {
        return jdbc.sql(AGAIN).param("month", month).query(Again.class).list();
    }

    /** The lines of a month as they are now, up to the end of the chain and behind it. */
    private record Counted(LocalDate month, long chained, long unchained, OffsetDateTime oldest) {}

    private List<Counted> counted(Walk walk) {
        List<Link> tips = List.copyOf(walk.newestOfServer.values());
        return jdbc.sql(COUNTED)
                .param("servers", texts(tips.stream().map(Link::server)))
                .param("xids", texts(tips.stream().map(tip -> tip.to().xid())))
                .param("rows", texts(tips.stream().map(tip -> tip.to().row())))
                .query(Counted.class)
                .list();
    }

    private static String[] texts(Stream<Long> numbers) {
        return numbers.map(String::valueOf).toArray(String[]::new);
    }

    private static List<Miscounted> miscounted(Map<LocalDate, Long> chained, List<Counted> counted) {
        Map<LocalDate, Long> found = new TreeMap<>();
        chained.keySet().forEach(month -> found.put(month, 0L));
        counted.forEach(month -> found.put(month.month(), month.chained()));
        List<Miscounted> miscounted = new ArrayList<>();
        found.forEach((month, lines) -> {
            long expected = chained.getOrDefault(month, 0L);
            if (lines != expected) {
                miscounted.add(new Miscounted(month, expected, lines));
            }
        });
        return miscounted;
    }
}
