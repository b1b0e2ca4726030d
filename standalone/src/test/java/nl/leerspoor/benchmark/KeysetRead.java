package nl.leerspoor.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads events in pages and does nothing with them: what no reader of the store can outrun. */
final class KeysetRead {

    private static final int PAGE = 1_000;

    private KeysetRead() {}

    /** Nanoseconds for all events above a position. */
    static long of(Site site, long after) throws SQLException {
        try (Connection connection = site.connect("leerspoor_projector");
                PreparedStatement page = connection.prepareStatement("""
                        select global_index, type, aggregate_identifier, sequence_number, event_identifier, time_stamp,
                               payload_type, payload_revision, payload, meta_data
                          from eventstore.domain_event_entry
                         where global_index > ? order by global_index limit ?""")) {
            long start = System.nanoTime();
            long position = after;
            long read = PAGE;
            while (read == PAGE) {
                page.setLong(1, position);
                page.setInt(2, PAGE);
                read = 0;
                try (ResultSet rows = page.executeQuery()) {
                    while (rows.next()) {
                        read++;
                        position = rows.getLong(1);
                        rows.getBytes(9);
                        rows.getBytes(10);
                    }
                }
            }
            return System.nanoTime() - start;
        }
    }
}
