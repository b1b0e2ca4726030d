package nl.leerspoor.query.processing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * A link of the chain over the processing log: a hash over the lines of one month between two places in the order of a
 * server's transactions, and a head over that and the head before it.
 *
 * @param format 1, or 2 with server and moment under the head
 * @param server on which the lines were written; 0 for those of before that was known
 * @param after  the place behind which its lines begin
 * @param to     the place of the last
 * @param madeAt when they were chained
 */
record Link(long number, int format, long server, Lines of, Place after, Place to, Instant madeAt, byte[] head) {

    private static final String FORMAT = "leerspoor-processing-log-";
    private static final int NUMBERS = 9;

    /** What stands before the first. */
    static final Link NONE = new Link(
            0, 1, 0, new Lines(LocalDate.EPOCH, 0, new byte[0]), Place.START, Place.START, Instant.EPOCH, new byte[32]);

    /** A place in the order of the transactions of one server. */
    record Place(long xid, long row) {

        static final Place START = new Place(0, 0);
    }

    /** Lines of a month. */
    record Lines(LocalDate month, long lines, byte[] digest) {

        static Lines of(ResultSet row) throws SQLException {
            return new Lines(row.getObject("month", LocalDate.class), row.getLong("lines"), row.getBytes("digest"));
        }
    }

    static Link of(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("number"),
                row.getInt("format"),
                row.getLong("written_on"),
                Lines.of(row),
                new Place(row.getLong("after_x"), row.getLong("after_row")),
                new Place(row.getLong("to_x"), row.getLong("to_row")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getBytes("head"));
    }

    /** The link behind this one. */
    Link next(long server, Lines lines, Place after, Place to, Instant madeAt) {
        Link open = new Link(number + 1, 2, server, lines, after, to, madeAt, head);
        return new Link(open.number, open.format, server, lines, after, to, madeAt, open.headAfter(head));
    }

    /** Whether it follows on the one before, and on the last of its own server. */
    boolean follows(Link before, Link ofServer) {
        return number == before.number + 1
                && Arrays.equals(head, headAfter(before.head))
                && (after.equals(ofServer.to) || after.equals(ofServer.after) && to.equals(ofServer.to));
    }

    /** Over the format and, each with a fixed width, the head before and everything else of this link. */
    private byte[] headAfter(byte[] before) {
        byte[] name = (FORMAT + format).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(name.length + before.length + NUMBERS * Long.BYTES + of.digest().length)
                .put(name)
                .put(before)
                .putLong(number)
                .putLong(of.month().toEpochDay())
                .putLong(of.lines());
        if (format > 1) {
            bytes.putLong(server);
        }
        bytes.putLong(after.xid()).putLong(after.row()).putLong(to.xid()).putLong(to.row());
        if (format > 1) {
            bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, madeAt));
        }
        bytes.put(of.digest());
        try {
            return MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes.array(), bytes.position()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
