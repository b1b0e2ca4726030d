package nl.leerspoor.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a list, in the order of the list.
 *
 * @param next     where the next page begins; empty on the last
 * @param previous where the previous page begins; empty on the first
 */
public record Page<T>(List<T> items, Optional<Cursor> next, Optional<Cursor> previous) {

    static <T> Page<T> of(Paging paging, List<T> rows, Function<T, String[]> key) {
        boolean more = rows.size() > paging.limit();
        List<T> items = new ArrayList<>(more ? rows.subList(0, paging.limit()) : rows);
        if (paging.isBackwards()) {
            Collections.reverse(items);
        }
        boolean hasNext = paging.isBackwards() || more;
        boolean hasPrevious = paging.isBackwards() ? more : paging.cursor().isPresent();
        return new Page<>(
                List.copyOf(items),
                items.isEmpty() || !hasNext ? Optional.empty() : Optional.of(Cursor.after(key.apply(items.getLast()))),
                items.isEmpty() || !hasPrevious
                        ? Optional.empty()
                        : Optional.of(Cursor.before(key.apply(items.getFirst()))));
    }

    /** The {@code Link} header (RFC 8288) of the answer: the same request, for the pages beside this one. */
    public Optional<String> link(HttpServletRequest request) {
        List<String> links = new ArrayList<>();
        next.ifPresent(cursor -> links.add(link(request, cursor, "next")));
        previous.ifPresent(cursor -> links.add(link(request, cursor, "prev")));
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    /** Relative to the request, so that it holds behind any proxy. */
    private static String link(HttpServletRequest request, Cursor cursor, String relation) {
        String reference = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(Paging.CURSOR, cursor.text())
                .build(true)
                .toUriString();
        return "<" + reference + ">; rel=\"" + relation + "\"";
    }
}
