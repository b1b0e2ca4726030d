package nl.leerspoor.platform.http;

import java.util.List;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.kind().code(), null, false, false);
        this.problem = problem;
    }

    /** Ends a request because of its input. */
    public static ProblemException invalid(List<InputError> errors) {
        return new ProblemException(Problem.invalid(errors));
    }

    public Problem problem() {
        return problem;
    }
}
