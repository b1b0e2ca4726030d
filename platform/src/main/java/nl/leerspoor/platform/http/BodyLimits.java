package nl.leerspoor.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, too slow, or packed, before anything reads them. */
final class BodyLimits extends OncePerRequestFilter {

    /** 256 kB; a cohort of 500 people fits ten times over. */
    static final int MOST_BYTES = 256 * 1024;

    static final Duration MOST_TIME = Duration.ofSeconds(10);

    private final Problems problems;
    private final Set<String> streamed;

    BodyLimits(Problems problems, List<StreamedRoute> streamed) {
        this.problems = problems;
        this.streamed = streamed.stream().map(StreamedRoute::path).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            problems.write(
                    HttpProblem.UNSUPPORTED_MEDIA_TYPE.saying(
                            "Stuur het verzoek zonder Content-Encoding.", "Send the request without Content-Encoding."),
                    request,
                    response);
        } else if (streamed.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            problems.write(BoundedBody.tooLarge(MOST_BYTES), request, response);
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private BoundedBody body;

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new BoundedBody(super.getInputStream(), MOST_BYTES, MOST_TIME, System::nanoTime);
            }
            return body;
        }
    }
}
