package nl.leerspoor.query.question;

import java.time.Duration;
import java.util.Collection;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.Progress;
import org.springframework.stereotype.Component;

/** Lets a question wait until its views have seen what the asker saw. */
@Component
public class CaughtUp {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Progress progress;

    CaughtUp(Progress progress) {
        this.progress = progress;
    }

    /**
     * The position that all views of a question have applied, at least the one asked for. Ends the request with 503 when
     * they are not there within two seconds.
     */
    public long position(Collection<String> views, long minPosition) {
        if (!await(views, minPosition)) {
            throw new ProblemException(HttpProblem.VIEW_BEHIND.problem());
        }
        return progress.position(views);
    }

    /** Which versions of views a question is answered from: after a swap the same position may say something else. */
    public String versions(Collection<String> views) {
        return progress.versions(views);
    }

    private boolean await(Collection<String> views, long position) {
        try {
            return progress.await(views, position, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
