package nl.leerspoor.query.proof;

import java.util.Arrays;
import java.util.List;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Why something can't be proven now. */
public enum ProofProblem {
    NOT_SEALED_YET(
            "Dit is nog niet verzegeld; dat gebeurt binnen enkele seconden.",
            "This is not sealed yet; it will be within seconds.");

    private final ProblemKind kind;

    ProofProblem(String dutch, String english) {
        this.kind = new ProblemKind(HttpStatus.SERVICE_UNAVAILABLE, name(), new Text(dutch, english));
    }

    /** Ends a request with it. */
    public ProblemException exception() {
        return new ProblemException(Problem.of(kind));
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
