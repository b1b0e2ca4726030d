package nl.leerspoor.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the headers on every answer, errors too, that the NL API Design Rules ask for. Answers are data, so a browser may
 * neither show them in a frame nor run anything in them; only the API's own documentation page has scripts.
 */
final class AnswerHeaders extends OncePerRequestFilter {

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String DOCUMENTATION = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "API-Version", Http.API_VERSION,
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(response, request.getRequestURI().startsWith("/swagger-ui"));
        chain.doFilter(request, response);
    }

    static void set(HttpServletResponse response, boolean documentation) {
        HEADERS.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", documentation ? DOCUMENTATION : DATA);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
