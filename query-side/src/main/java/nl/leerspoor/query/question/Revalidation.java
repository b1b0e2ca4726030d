package nl.leerspoor.query.question;

import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers a question, unless the asker still has the answer (RFC 9110, 13.1.2). */
public final class Revalidation {

    private Revalidation() {}

    /**
     * A tag for an answer that is the same as long as the views and the parameters are. It is made of how parameters are
     * written, so that every node gives the same one; codes of the machine differ from node to node for enums.
     */
    public static String weakTag(long position, Object... parameters) {
        return "W/\"%d-%08x\""
                .formatted(position, Arrays.deepToString(parameters).hashCode());
    }

    /** The answer under its tag; 304 without one when the request names that tag. */
    public static <T> ResponseEntity<T> answer(
            ServletWebRequest request, String tag, HttpHeaders headers, Supplier<T> answer) {
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok().headers(headers).eTag(tag).body(answer.get());
    }
}
