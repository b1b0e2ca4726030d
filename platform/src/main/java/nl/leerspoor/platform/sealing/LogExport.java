package nl.leerspoor.platform.sealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.sealing.LogRows.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole log as one file, for who wants to check it elsewhere: a JSON text on each line, of every event all
 * columns and the code, the checkpoints before them, and the leaves of each full tile before its events. Ends with the
 * number of events, so that a file that broke off is known as such.
 */
public final class LogExport {

    /** The name of this format. */
    public static final String FORMAT = "leerspoor-log-1";

    private static final int TILES_AT_ONCE = 50;

    private record Header(String format, String events) {}

    private record Note(String checkpoint) {}

    private record Leaves(long tile, long first, long last, byte[] hashes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Event(
            long position,
            String eventId,
            String stream,
            long version,
            String streamType,
            String name,
            String revision,
            byte[] payload,
            byte[] metadata,
            String timestamp,
            byte[] mac) {

        private static Event of(Row row) {
            EventRow event = row.event();
            return new Event(
                    event.position(),
                    event.eventId(),
                    event.stream(),
                    event.version(),
                    event.streamType(),
                    event.name(),
                    event.revision(),
                    event.payload(),
                    event.metadata(),
                    event.timestamp(),
                    row.code().orElse(null));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public LogExport(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Writes it, in a transaction that sees one moment; it takes the memory of a page of rows.
     *
     * @param cosigned checkpoints with the lines of witnesses
     */
    public void write(OutputStream out, List<String> cosigned) throws IOException {
        line(out, new Header(FORMAT, EventRow.FORMAT));
        for (String note : cosigned) {
            line(out, new Note(note));
        }
        for (String note : notes()) {
            line(out, new Note(note));
        }
        long events = 0;
        try (Stream<Leaves> tiles = tiles();
                Stream<Row> rows = new LogRows(jdbc).after(0)) {
            Iterator<Leaves> leaves = tiles.iterator();
            Leaves next = leaves.hasNext() ? leaves.next() : null;
            Iterator<Row> all = rows.iterator();
            while (all.hasNext()) {
                Row row = all.next();
                while (next != null && next.first() <= row.event().position()) {
                    line(out, next);
                    next = leaves.hasNext() ? leaves.next() : null;
                }
                line(out, Event.of(row));
                events++;
            }
            while (next != null) {
                line(out, next);
                next = leaves.hasNext() ? leaves.next() : null;
            }
        }
        line(out, Map.of("end", events));
    }

    /** The first checkpoint, from which on events have codes, and the last of each log on each day. */
    private List<String> notes() {
        return jdbc.sql("""
                        select note from eventstore.log_checkpoint
                         where number in (select min(number) from eventstore.log_checkpoint
                                           union all
                                          select max(number) from eventstore.log_checkpoint
                                           group by origin, cast(sealed_at at time zone 'UTC' as date))
                         order by number""").query(String.class).list();
    }

    private Stream<Leaves> tiles() {
        return jdbc
                .sql("""
                        select index, first_position, last_position, hashes from eventstore.log_tile
                         where level = 0 order by index""")
                .withFetchSize(TILES_AT_ONCE)
                .query((row, number) -> new Leaves(
                        row.getLong("index"),
                        row.getLong("first_position"),
                        row.getLong("last_position"),
                        row.getBytes("hashes")))
                .stream();
    }

    private void line(OutputStream out, Object value) throws IOException {
        try {
            out.write(json.writeValueAsBytes(value));
            out.write('\n');
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }
}
