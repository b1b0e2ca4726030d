package nl.leerspoor.platform.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A row of the event table, with every column as it is stored. Its bytes are those of the format
 * {@code leerspoor-event-1}: the name of the format, then every column, each with its length before it as four bytes, the
 * highest first. Texts are in UTF-8, numbers in decimal digits.
 *
 * @param position   {@code global_index}: the place in commit order, with gaps
 * @param eventId    {@code event_identifier}
 * @param stream     {@code aggregate_identifier}
 * @param version    {@code sequence_number}: the place in its stream, from 0, without gaps
 * @param streamType {@code type}
 * @param name       {@code payload_type}
 * @param revision   {@code payload_revision}
 * @param payload    JSON, byte for byte; nothing copies it, nobody may change it
 * @param metadata   {@code meta_data}: JSON, byte for byte; likewise
 * @param timestamp  {@code time_stamp}: when it was appended, as text
 */
public record EventRow(
        long position,
        String eventId,
        String stream,
        long version,
        String streamType,
        String name,
        String revision,
        byte[] payload,
        byte[] metadata,
        String timestamp) {

    /** The name of the format, which is the first thing in its bytes. */
    public static final String FORMAT = "leerspoor-event-1";

    /** The hash of the leaf that this row is. */
    public Hash leaf() {
        return Hash.leaf(bytes());
    }

    /** All of the row. */
    public byte[] bytes() {
        return bytes(true);
    }

    /** The row without its position, which is drawn only when it is inserted. */
    byte[] bytesWithoutPosition() {
        return bytes(false);
    }

    private byte[] bytes(boolean withPosition) {
        var bytes = new ByteArrayOutputStream(payload.length + metadata.length + 512);
        add(bytes, FORMAT);
        if (withPosition) {
            add(bytes, Long.toString(position));
        }
        add(bytes, eventId);
        add(bytes, stream);
        add(bytes, Long.toString(version));
        add(bytes, streamType);
        add(bytes, name);
        add(bytes, revision);
        add(bytes, payload);
        add(bytes, metadata);
        add(bytes, timestamp);
        return bytes.toByteArray();
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        add(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ByteArrayOutputStream bytes, byte[] column) {
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(column.length).array());
        bytes.writeBytes(column);
    }
}
