package nl.leerspoor.query.projection;

import java.util.Arrays;
import java.util.List;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Why an operator may not do something with a view now. */
enum ProjectionProblem {
    VERSION_NOT_READY(
            "Deze versie is nog niet gebouwd, of te ver achter.", "This version is not built yet, or too far behind."),
    VERSION_OF_OTHER_RELEASE(
            "Deze versie is van een andere uitgave van het programma.",
            "This version is of another release of the program."),
    VERSIONS_DIFFER(
            "Deze versie zegt iets anders dan die nu antwoordt. Bekijk de vergelijking en aanvaard de verschillen.",
            "This version says something else than the one that answers now. See the comparison and accept it."),
    VERSION_SERVES("Deze versie geeft nu antwoord.", "This version answers now.");

    private final ProblemKind kind;

    ProjectionProblem(String dutch, String english) {
        this.kind = new ProblemKind(HttpStatus.CONFLICT, name(), new Text(dutch, english));
    }

    ProblemException exception() {
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
