package nl.leerspoor.query.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import nl.leerspoor.query.stream.Feed.Item;

/** How items are written. The bytes of a CloudEvent are taken over as they are, so that all channels send the same. */
final class FeedForm {

    private FeedForm() {}

    /**
     * A page.
     *
     * @param next the position to go on from
     */
    static byte[] page(List<Item> items, long next) {
        return written(out -> {
            text(out, "{\"items\":[");
            String separator = "";
            for (Item item : items) {
                text(out, separator);
                item(out, item);
                separator = ",";
            }
            text(out, "],\"next\":" + next + "}");
        });
    }

    /** The CloudEvents alone, as a batch (CloudEvents 1.0, JSON Batch Format). */
    static byte[] batch(List<Item> items) {
        return written(out -> {
            text(out, "[");
            String separator = "";
            for (Item item : items) {
                text(out, separator);
                out.write(item.message().bytes());
                separator = ",";
            }
            text(out, "]");
        });
    }

    /** An item: where it stands, what stood before it, and the CloudEvent. */
    static void item(OutputStream out, Item item) throws IOException {
        text(
                out,
                "{\"position\":" + item.message().position() + ",\"previous\":" + number(item.previous())
                        + ",\"event\":");
        out.write(item.message().bytes());
        text(out, "}");
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "null";
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
