package nl.leerspoor.query.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Why receivers can't be told what happened now. */
enum StreamProblem {
    EVENTS_STAND_STILL(
            "Een gebeurtenis is beschadigd. Wat erna kwam, volgt als de beheerder haar heeft hersteld.",
            "An event is damaged. What came after it follows once the operator has restored it.");

    private final ProblemKind kind;

    StreamProblem(String dutch, String english) {
        this.kind = new ProblemKind(HttpStatus.SERVICE_UNAVAILABLE, name(), new Text(dutch, english));
    }

    /** Says at which position. */
    Problem at(long position) {
        return new Problem(kind, kind.title(), List.of(), Map.of("position", position));
    }

    /** Makes these known to whoever explains problems. */
    @Component
    static class Kinds implements ProblemKinds {

        @Override
        public List<ProblemKind> kinds() {
            return Arrays.stream(values()).map(problem -> problem.kind).toList();
        }
    }
}
