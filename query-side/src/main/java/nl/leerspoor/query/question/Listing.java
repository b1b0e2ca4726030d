package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.LongUnaryOperator;
import nl.leerspoor.platform.http.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A list that answers over HTTP. */
public final class Listing<T> {

    private final ListQuestion<T> list;
    private final Lists lists;

    Listing(ListQuestion<T> list, Lists lists) {
        this.list = list;
        this.lists = lists;
    }

    /** A row that was read, with its place in the list. */
    private record Placed<T>(T item, String key, String id) {}

    /**
     * Answers a request in the form that it accepts: a page of JSON, or the whole list as a file, which is then written to
     * the response already. A request that names the tag of the present answer gets 304, and no row is read for it.
     */
    public ResponseEntity<ListOf<T>> answer(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return answer(scope, request, response, Addition.none());
    }

    /** The same with something beside the items of a page. */
    public ResponseEntity<ListOf<T>> answer(
            Scope scope, HttpServletRequest request, HttpServletResponse response, Addition<T> beside) {
        return answer(scope, request, response, least -> lists.caughtUp().position(list.views(), least), beside);
    }

    /**
     * The same, of a list that reads no views.
     *
     * @param reached the position up to which it has everything, at least the one that is given
     */
    public ResponseEntity<ListOf<T>> answer(
            Scope scope, HttpServletRequest request, HttpServletResponse response, LongUnaryOperator reached) {
        return answer(scope, request, response, reached, Addition.none());
    }

    private ResponseEntity<ListOf<T>> answer(
            Scope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            LongUnaryOperator reached,
            Addition<T> beside) {
        ListFormat format = ListFormat.of(request);
        ListAsked asked = ListAsked.read(list, format, request.getParameterMap(), lists.clock());
        long position = reached.applyAsLong(asked.minPosition());
        String tag = Revalidation.weakTag(
                position,
                lists.caughtUp().versions(list.views()),
                scope,
                request.getQueryString(),
                asked.clocks(),
                format.name(),
                format.isFile() ? "" : beside.basis(asked.minPosition()),
                format.isFile() ? RequestContextUtils.getLocale(request).toLanguageTag() : "");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        if (format.isFile()) {
            new Download(request, response)
                    .send(
                            list.name().replace('/', '-'),
                            asked.clocks().validOn(),
                            list.item(),
                            lists.json(),
                            file -> lists.export(
                                    list.read(scope),
                                    ListStatement.all(list, scope, asked),
                                    file,
                                    row -> list.row().apply(new Columns(row), asked.clocks())));
            return null;
        }
        Page<Placed<T>> page = page(scope, asked);
        var headers = new HttpHeaders();
        page.link(request).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return ResponseEntity.ok().headers(headers).eTag(tag).body(body(asked, position, page, beside));
    }

    private ListOf<T> body(ListAsked asked, long position, Page<Placed<T>> page, Addition<T> beside) {
        return new ListOf<>(
                list.dated() ? asked.clocks().validOn() : null,
                asked.clocks().knownOn(),
                position,
                beside.to(page.items().stream().map(Placed::item).toList(), asked.clocks()));
    }

    private Page<Placed<T>> page(Scope scope, ListAsked asked) {
        List<Placed<T>> rows = lists.read(list.read(scope), ListStatement.page(list, scope, asked), row -> {
            var columns = new Columns(row);
            return new Placed<>(
                    list.row().apply(columns, asked.clocks()),
                    columns.text(ListStatement.KEY),
                    columns.text(ListStatement.ID));
        });
        return asked.paging().page(rows, row -> asked.key(list, row.key(), row.id()));
    }
}
