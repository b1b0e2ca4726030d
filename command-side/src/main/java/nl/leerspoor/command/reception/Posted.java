package nl.leerspoor.command.reception;

import nl.leerspoor.command.Command;
import org.springframework.http.ResponseEntity;

/**
 * A command as it came in over HTTP: read, checked, and ready to be decided. A resource method takes one as its only
 * parameter and answers with {@link #decide()}.
 */
public final class Posted<C extends Command> {

    private final Submission<C> submission;
    private final String path;
    private final Reception reception;

    Posted(Submission<C> submission, String path, Reception reception) {
        this.submission = submission;
        this.path = path;
        this.reception = reception;
    }

    public C command() {
        return submission.command();
    }

    /** Has the command decided, once and for all under its idempotency key. */
    public ResponseEntity<String> decide() {
        return reception.receive(submission, path).toResponse();
    }
}
