package nl.leerspoor.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.leerspoor.benchmark.history.StoredEvent;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.platform.eventstore.CatalogueSerializer;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts made-up events into the store with COPY, as fast as PostgreSQL takes them and byte for byte as the command side
 * would have written them.
 */
final class StoredCopy {

    /** So that no statement holds the lock on appending for long. */
    private static final int ROWS = 10_000;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final String STATEMENT = """
            copy eventstore.domain_event_entry(event_identifier, aggregate_identifier, sequence_number, type,
                payload_type, payload_revision, payload, meta_data, time_stamp) from stdin (format binary)""";

    private final CatalogueSerializer serializer = new CatalogueSerializer();

    /** Appends events in their order. */
    void append(Connection connection, List<StoredEvent> events) throws SQLException, IOException {
        for (int from = 0; from < events.size(); from += ROWS) {
            copy(connection, events.subList(from, Math.min(events.size(), from + ROWS)));
        }
    }

    private void copy(Connection connection, List<StoredEvent> events) throws SQLException, IOException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(STATEMENT);
        try {
            byte[] rows = rows(events);
            copy.writeToCopy(rows, 0, rows.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private byte[] rows(List<StoredEvent> events) throws IOException {
        var bytes = new ByteArrayOutputStream(events.size() * 1_200);
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (StoredEvent event : events) {
            row(out, event);
        }
        out.writeShort(-1);
        return bytes.toByteArray();
    }

    private void row(DataOutputStream out, StoredEvent event) throws IOException {
        Class<?> type = event.event().getClass();
        out.writeShort(9);
        text(out, event.id().toString());
        text(out, event.stream().toString());
        out.writeInt(Long.BYTES);
        out.writeLong(event.version());
        text(out, event.streamType());
        text(out, Catalogue.nameOf(type));
        text(out, String.valueOf(Catalogue.revisionOf(type)));
        field(out, serializer.serialize(event.event(), byte[].class).getData());
        field(
                out,
                serializer
                        .serialize(MetaData.from(event.metadata()), byte[].class)
                        .getData());
        text(out, DateTimeUtils.formatInstant(event.recordedAt()));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        field(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
