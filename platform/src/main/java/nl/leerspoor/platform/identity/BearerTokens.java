package nl.leerspoor.platform.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who sends a request, by the token in its header {@code Authorization} (RFC 6750) or, where that counts, in a
 * {@link StreamCookie}. It refuses nobody: what is
 * open is open for whoever has an old token, too. What isn't, {@link #refuse} answers.
 */
final class BearerTokens extends OncePerRequestFilter {

    private static final String PRESENTED = BearerTokens.class.getName() + ".presented";
    private static final Pattern BEARER = Pattern.compile("Bearer +([^ ]+)", Pattern.CASE_INSENSITIVE);

    private final AccessTokens tokens;
    private final Problems problems;

    BearerTokens(AccessTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> credentials = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        Optional<Presented> read =
                credentials.isEmpty() ? StreamCookie.token(request).map(tokens::read) : Optional.of(read(credentials));
        if (read.isPresent()) {
            Presented presented = read.get();
            request.setAttribute(PRESENTED, presented);
            if (presented instanceof Presented.Known known) {
                SecurityContextHolder.setContext(new SecurityContextImpl(new KnownCaller(known)));
            }
        }
        chain.doFilter(request, response);
    }

    private Presented read(List<String> credentials) {
        return token(credentials).map(tokens::read).orElseGet(Presented.Refused::new);
    }

    /** The token in the headers {@code Authorization} of a request; none in several. */
    static Optional<String> token(List<String> credentials) {
        Matcher bearer = BEARER.matcher(credentials.getFirst().strip());
        return credentials.size() == 1 && bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    /** Answers a request for something that isn't open, of somebody who isn't known. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = request.getAttribute(PRESENTED) instanceof Presented.Undecided
                ? HttpProblem.UNAVAILABLE.saying(
                        "Wie u bent, is even niet na te gaan. Er is niets vastgelegd of gewijzigd.",
                        "Who you are can't be found out for a moment. Nothing was recorded or changed.")
                : HttpProblem.UNAUTHENTICATED.problem();
        if (problem.kind().equals(HttpProblem.UNAUTHENTICATED.kind())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problems.write(problem, request, response);
    }
}
