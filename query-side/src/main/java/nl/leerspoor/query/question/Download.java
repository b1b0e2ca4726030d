package nl.leerspoor.query.question;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.json.JsonMapper;

/** A list as a whole, sent as a file in the form that a request accepts. */
final class Download {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ListFormat format;
    private final Locale locale;

    Download(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        this.format = ListFormat.of(request);
        this.locale = RequestContextUtils.getLocale(request);
    }

    /**
     * Sends a file; to a HEAD request only what would come with it.
     *
     * @param name  of the list; the file has the day in its name, too
     * @param write writes the file that it is given
     */
    <T> void send(String name, LocalDate day, Class<T> item, JsonMapper json, Consumer<Supplier<ListFile<T>>> write) {
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("%s-%s.%s".formatted(name, day, format.extension()))
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        try {
            var out = response.getOutputStream();
            write.accept(() -> ListFile.of(format, item, out, json, locale));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            takeBack();
            throw e;
        }
    }

    /** Makes room for a problem, as long as nothing was sent. */
    private void takeBack() {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        }
    }
}
