package nl.leerspoor.command.reception;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Outage;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.platform.personaldata.PersonErased;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** What it means to a sender that a command was not decided. */
public final class Failures {

    private Failures() {}

    /** Whether somebody else was first, so that the command is to be decided again on what they left. */
    public static boolean isRace(RuntimeException failure) {
        return !(failure instanceof ProblemException)
                && !Outage.isBehind(failure)
                && (Outage.isLostRace(failure)
                        || failure instanceof ConcurrencyException
                        || failure instanceof AggregateStreamCreationException
                        || failure instanceof LockAcquisitionFailedException);
    }

    /** The problem of a failure that says something to the sender; any other is thrown again. */
    public static Problem problem(RuntimeException failure) {
        return switch (failure) {
            case ProblemException e -> e.problem();
            case RuntimeException e when Outage.isBehind(e) -> HttpProblem.UNAVAILABLE.problem();
            case AggregateNotFoundException e ->
                HttpProblem.NOT_FOUND.saying("Er bestaat niets met dit id.", "There is nothing with this id.");
            case PersonErased e -> HttpProblem.PERSON_ERASED.problem();
            case AggregateStreamCreationException e -> conflict(CommonRefusal.ID_IN_USE, Map.of());
            case RuntimeException e when isRace(e) -> HttpProblem.CONCURRENT_CHANGE.problem();
            default -> throw failure;
        };
    }

    /** The problem that a refusal is. */
    static Problem conflict(Refusal refusal, Map<String, ?> details) {
        return new Problem(RefusalKinds.of(refusal), specifics(refusal, details), List.of(), details);
    }

    /** The title, with what the rule told about this case. */
    private static Text specifics(Refusal refusal, Map<String, ?> details) {
        String told = details.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .sorted()
                .collect(Collectors.joining(", ", " (", ")"));
        return details.isEmpty()
                ? new Text(refusal.dutch(), refusal.english())
                : new Text(refusal.dutch() + told, refusal.english() + told);
    }
}
