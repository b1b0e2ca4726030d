package nl.leerspoor.platform.eventstore;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lock under which appends commit in the order of their indexes. An append takes it by itself, in
 * {@code V2__commit_order_is_index_order.sql}, and keeps it until its transaction ends. Who holds rows that another
 * appender may want after its first append takes it before those rows, or the two wait for each other.
 */
public final class AppendOrder {

    private static final long LOCK = 4_763_902_581L;

    private AppendOrder() {}

    /** Waits until it is this transaction's turn to append; nothing happens when it is already. */
    public static void await(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {
            // it is granted
        });
    }
}
