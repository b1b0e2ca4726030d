package nl.leerspoor.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotCompleted;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Writers on several nodes at once: some of their transactions append several events, some roll back, and slow ones hold
 * up the others or append only long after they began.
 */
final class TailWriters {

    private static final List<String> OF_TWO_FAMILIES = List.of("pilot.PartnerAdded", "cohort.CohortCreated");
    private static final String LAST = "pilot.RegionPilotCompleted";
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;
    private static final int ENOUGH = WRITERS * TRANSACTIONS / 3;

    private final Sql sql;
    private final List<TailNode> nodes;
    private final AtomicInteger committed = new AtomicInteger();
    private final CountDownLatch half = new CountDownLatch(ENOUGH);
    private final AtomicInteger busy = new AtomicInteger(WRITERS);

    TailWriters(Sql sql, List<TailNode> nodes) {
        this.sql = sql;
        this.nodes = nodes;
    }

    /** How many events are committed by now. */
    int committed() {
        return committed.get();
    }

    /** Whether an event is the last, which is written when all else is committed. */
    static boolean isLast(TrackedEventMessage<?> event) {
        return event.getPayloadType().equals(RegionPilotCompleted.class);
    }

    /** Waits until a good part is committed and a good part is not. */
    void awaitHalf() {
        try {
            if (!half.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Only " + committed + " events were committed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts them all; fulfilled when all have written, and the last event stands behind theirs. */
    CompletableFuture<Void> write() {
        var threads = Executors.newCachedThreadPool();
        Stream<Runnable> writers = Stream.concat(
                IntStream.range(0, WRITERS).mapToObj(n -> () -> writeMany(nodes.get(n % nodes.size()), new Random(n))),
                nodes.stream().map(node -> () -> beginEarlyAndCommitLate(node)));
        return CompletableFuture.allOf(writers.map(writer -> CompletableFuture.runAsync(writer, threads))
                        .toArray(CompletableFuture[]::new))
                .whenComplete((written, failed) -> {
                    inTransaction(nodes.getFirst(), connection -> append(connection, LAST, 1));
                    threads.shutdown();
                });
    }

    private void writeMany(TailNode node, Random chance) {
        for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
            int events = 1 + chance.nextInt(3);
            boolean rollsBack = chance.nextInt(4) == 0;
            inTransaction(node, connection -> {
                append(connection, OF_TWO_FAMILIES.get(chance.nextInt(2)), events);
                return rollsBack ? 0 : events;
            });
        }
        busy.decrementAndGet();
    }

    /** Its snapshot is older than most events; then it keeps others waiting for as long as there are others. */
    private void beginEarlyAndCommitLate(TailNode node) {
        inTransaction(node, connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local idle_in_transaction_session_timeout = 0");
                statement.execute("select count(*) from eventstore.domain_event_entry");
            }
            awaitHalf();
            for (String name : OF_TWO_FAMILIES) {
                append(connection, name, 1);
            }
            Awaitility.await("others that wait for it").until(() -> somebodyWaits() || busy.get() == 0);
            return 2;
        });
    }

    @FunctionalInterface
    private interface Work {

        /** Appends, and says how many events are to be committed. */
        int appendedBy(Connection connection) throws SQLException;
    }

    private void inTransaction(TailNode node, Work work) {
        try (Connection connection = node.connect()) {
            connection.setAutoCommit(false);
            int events = work.appendedBy(connection);
            if (events == 0) {
                connection.rollback();
                return;
            }
            connection.commit();
            committed.addAndGet(events);
            half.countDown();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        node.tail().appended();
    }

    private static int append(Connection connection, String name, int events) throws SQLException {
        for (int event = 0; event < events; event++) {
            TailNode.insert(connection, name, "1");
        }
        return events;
    }

    private boolean somebodyWaits() {
        return sql.as(Sql.SUPERUSER)
                .sql("select exists(select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }
}
