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
            HttpStatus.SERVICE_UNAVAILABLE,
            "Dit is nog niet verzegeld; dat gebeurt binnen enkele seconden.",
            "This is not sealed yet; it will be within seconds."),
    NO_CHECKPOINT(
            HttpStatus.BAD_REQUEST,
            "Dit is geen ijkpunt met handtekeningen (c2sp.org/tlog-checkpoint).",
            "This is no checkpoint with signatures (c2sp.org/tlog-checkpoint)."),
    UNKNOWN_CHECKPOINT(
            HttpStatus.CONFLICT,
            "Dit ijkpunt heeft dit logboek niet. Bewaar het: als het ondertekend is, is er met een van beide iets mis.",
            "This log has no such checkpoint. Keep it: when it is signed, one of the two is not right."),
    NOT_COSIGNED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Geen bekende getuige heeft dit ijkpunt medeondertekend.",
            "No known witness has cosigned this checkpoint.");

    private final ProblemKind kind;

    ProofProblem(HttpStatus status, String dutch, String english) {
        this.kind = new ProblemKind(status, name(), new Text(dutch, english));
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
