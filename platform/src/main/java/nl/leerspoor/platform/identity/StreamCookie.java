package nl.leerspoor.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;

/**
 * Holds the token of a browser, whose {@code EventSource} can't send a header (WHATWG HTML, 9.2). It counts for one address
 * only, where nothing can be changed; scripts can't read it, and pages of others can't have it sent.
 */
public final class StreamCookie {

    /** Where it counts. */
    public static final String PATH = "/v1/events/stream";

    private static final String NAME = "leerspoor-stream";

    private final boolean secure;

    /**
     * @param publicUrl the address under which browsers know this
     */
    public StreamCookie(String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    /** Holds the token that a request was let in with, until that expires. */
    public ResponseCookie of(HttpServletRequest request, Instant now) {
        String token = BearerTokens.token(List.of(request.getHeader(HttpHeaders.AUTHORIZATION)))
                .orElseThrow();
        return cookie(token, Duration.between(now, IdentityParameter.expiry(request)));
    }

    /** Holds nothing any more. */
    public ResponseCookie gone() {
        return cookie("", Duration.ZERO);
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .path(PATH)
                .maxAge(age.isNegative() ? Duration.ZERO : age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build();
    }

    /** The token in it, where it counts. Two of them are none: nobody can tell which is meant. */
    static Optional<String> token(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())
                || !PATH.equals(request.getRequestURI())
                || request.getCookies() == null) {
            return Optional.empty();
        }
        List<String> values = Arrays.stream(request.getCookies())
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
