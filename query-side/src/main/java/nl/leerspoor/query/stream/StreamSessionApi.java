package nl.leerspoor.query.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import nl.leerspoor.platform.identity.StreamCookie;
import nl.leerspoor.query.question.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a browser listen, whose {@code EventSource} sends cookies and no header of ours. */
@RestController
@Tag(name = "events")
class StreamSessionApi {

    private final StreamCookie cookie;
    private final Clock clock;

    StreamSessionApi(@Value("${leerspoor.public-url}") String publicUrl, Clock clock) {
        this.cookie = new StreamCookie(publicUrl);
        this.clock = clock;
    }

    @PostMapping(path = "/v1/events/stream-session", consumes = MediaType.ALL_VALUE)
    @Operation(
            operationId = "openStreamSession",
            summary = "Een browser laten luisteren",
            description =
                    "Zet het toegangsbewijs in een cookie dat alleen voor `/events/stream` geldt en met het bewijs verloopt,"
                            + " want de `EventSource` van een browser stuurt geen kop mee. Werkt voor bladzijden op hetzelfde adres.",
            responses = @ApiResponse(responseCode = "204", description = "Het cookie is gezet"))
    ResponseEntity<Void> open(Scope scope, HttpServletRequest request) {
        return with(cookie.of(request, clock.instant()));
    }

    @DeleteMapping("/v1/events/stream-session")
    @Operation(
            operationId = "closeStreamSession",
            summary = "Het cookie om te luisteren weghalen",
            responses = @ApiResponse(responseCode = "204", description = "Het cookie is weg"))
    ResponseEntity<Void> close(Scope scope) {
        return with(cookie.gone());
    }

    private static ResponseEntity<Void> with(ResponseCookie cookie) {
        return ResponseEntity.noContent()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }
}
