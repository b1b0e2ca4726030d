package nl.leerspoor.command.reception;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command, as it is given and kept.
 *
 * @param etag     the quoted version of the stream, or null
 * @param location where the thing can be read, or null
 * @param replayed whether it was given before
 */
public record Answer(int status, String contentType, String body, String etag, String location, boolean replayed) {

    ResponseEntity<String> toResponse() {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(contentType))
                .headers(headers -> {
                    if (etag != null) {
                        headers.set(HttpHeaders.ETAG, etag);
                    }
                    if (location != null) {
                        headers.set(HttpHeaders.LOCATION, location);
                    }
                    if (replayed) {
                        headers.set("Idempotent-Replay", "true");
                    }
                })
                .body(body);
    }

    public boolean isSuccess() {
        return status < 400;
    }
}
