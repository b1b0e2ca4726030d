package nl.leerspoor.platform.http;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which page of a list is asked for, by the query parameters {@code cursor} and {@code limit}. Who answers reads
 * {@link #rows()} rows on the asked side of the cursor, nearest first, and makes a {@link Page} of them.
 *
 * @param cursor where the page begins; empty for the first page
 * @param limit  the most rows of a page
 */
public record Paging(Optional<Cursor> cursor, int limit) {

    public static final String CURSOR = "cursor";
    public static final String LIMIT = "limit";
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 200;

    /** One row more than the page has tells whether there is another page. */
    public int rows() {
        return limit + 1;
    }

    /** Whether the rows are to be read against the order of the list, from the cursor back. */
    public boolean isBackwards() {
        return cursor.filter(place -> place.direction() == Cursor.Direction.BEFORE)
                .isPresent();
    }

    /**
     * Reads the cursor's sort key as what this list sorts by; a key that another list made is an invalid cursor.
     *
     * @param parts  how many parts the sort key of this list has
     * @param reader throws an {@link IllegalArgumentException} or {@link DateTimeException} at a wrong key
     */
    public <K> Optional<K> key(int parts, Function<List<String>, K> reader) {
        return cursor.map(place -> {
            try {
                if (place.key().size() == parts) {
                    return reader.apply(place.key());
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // the key is not one of this list
            }
            throw ProblemException.invalid(List.of(InputFault.INVALID_CURSOR.in(CURSOR)));
        });
    }

    /** Makes the page of the rows that were read. */
    public <T> Page<T> page(List<T> rows, Function<T, String[]> key) {
        return Page.of(this, rows, key);
    }
}
