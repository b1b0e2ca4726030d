package nl.leerspoor.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place between two rows of a list. Clients get it as an opaque text and give it back.
 *
 * @param direction which side of the row the page lies on
 * @param key       the sort key of the row, most significant part first, ending with something unique
 */
public record Cursor(Direction direction, List<String> key) {

    /** Where the page lies, seen from the row. */
    public enum Direction {
        AFTER,
        BEFORE
    }

    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 2000;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor after(String... key) {
        return new Cursor(Direction.AFTER, List.of(key));
    }

    public static Cursor before(String... key) {
        return new Cursor(Direction.BEFORE, List.of(key));
    }

    /** The opaque text. */
    public String text() {
        String plain = direction.name() + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an opaque text; empty when it was never one of ours. */
    public static Optional<Cursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(SEPARATOR, -1);
            Cursor cursor =
                    new Cursor(Direction.valueOf(parts[0]), Arrays.asList(parts).subList(1, parts.length));
            return cursor.key().isEmpty() || !cursor.text().equals(text) ? Optional.empty() : Optional.of(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
