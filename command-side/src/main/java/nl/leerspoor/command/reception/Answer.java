package nl.leerspoor.command.reception;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command, as it is given and kept.
 *
 * @param etag     the quoted version of the stream, or null
 * @param location where the thing can be read, or null
 * @param language of the text in it, or null when there is none
 * @param replayed whether it was given before
 */
public record Answer(
        int status, String contentType, String body, String etag, String location, String language, boolean replayed) {

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
                    if (language != null) {
                        headers.set(HttpHeaders.CONTENT_LANGUAGE, language);
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
