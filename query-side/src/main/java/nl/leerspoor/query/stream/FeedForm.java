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
public final class FeedForm {

    private FeedForm() {}

    /**
     * A page.
     *
     * @param next the position to go on from
     */
    static byte[] page(List<Item> items, long next) {
        return page("", items, next);
    }

    /**
     * A page of somebody whose place is kept here.
     *
     * @param partition the part of their stream
     * @param after     where the page begins
     * @param next      the position to go on from
     */
    public static byte[] page(int partition, long after, List<Item> items, long next) {
        return page("\"partition\":" + partition + ",\"after\":" + after + ",", items, next);
    }

    private static byte[] page(String before, List<Item> items, long next) {
        return written(out -> {
            text(out, "{" + before + "\"items\":[");
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
