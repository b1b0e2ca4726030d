package nl.leerspoor.platform.http;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * A sort of problem that an answer can tell of.
 *
 * @param code  stable, for programs: {@code SUPERVISOR_NOT_TRAINED}
 * @param title for people, always the same for a code
 */
public record ProblemKind(HttpStatus status, String code, Text title) {

    /** The code as it stands in addresses: {@code supervisor-not-trained}. */
    public String slug() {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
