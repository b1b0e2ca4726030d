package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.leerspoor.platform.http.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    public ResponseEntity<ListOf<T>> answer(HttpServletRequest request, HttpServletResponse response) {
        ListFormat format = ListFormat.of(request);
        Locale locale = RequestContextUtils.getLocale(request);
        ListAsked asked = ListAsked.read(list, format, request.getParameterMap(), lists.clock());
        long position = lists.caughtUp().position(list.views(), asked.minPosition());
        String tag = Revalidation.weakTag(
                position, request.getQueryString(), asked.clocks(), format.name(), format.isFile() ? locale : "");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        if (format.isFile()) {
            head(response, format, asked, locale);
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                write(response, format, asked, locale);
            }
            return null;
        }
        Page<Placed<T>> page = page(asked);
        var headers = new HttpHeaders();
        page.link(request).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return ResponseEntity.ok().headers(headers).eTag(tag).body(body(asked, position, page));
    }

    private ListOf<T> body(ListAsked asked, long position, Page<Placed<T>> page) {
        return new ListOf<>(
                asked.clocks().validOn(),
                asked.clocks().knownOn(),
                position,
                page.items().stream().map(Placed::item).toList());
    }

    private Page<Placed<T>> page(ListAsked asked) {
        List<Placed<T>> rows = lists.read(ListStatement.page(list, asked), row -> {
            var columns = new Columns(row);
            return new Placed<>(
                    list.row().apply(columns, asked.clocks()),
                    columns.text(ListStatement.KEY),
                    columns.text(ListStatement.ID));
        });
        return asked.paging().page(rows, row -> asked.key(list, row.key(), row.id()));
    }

    private void head(HttpServletResponse response, ListFormat format, ListAsked asked, Locale locale) {
        String name = list.name().replace('/', '-') + "-" + asked.clocks().validOn() + "." + format.extension();
        response.setContentType(
                format == ListFormat.CSV
                        ? new MediaType(format.type(), StandardCharsets.UTF_8).toString() + ";header=present"
                        : format.type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
    }

    private void write(HttpServletResponse response, ListFormat format, ListAsked asked, Locale locale) {
        try {
            var out = response.getOutputStream();
            lists.export(
                    ListStatement.all(list, asked),
                    () -> ListFile.of(format, list, out, lists.json(), locale),
                    row -> list.row().apply(new Columns(row), asked.clocks()));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
