package nl.leerspoor.platform.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An answer that says what went wrong, as RFC 9457 has it.
 *
 * @param detail  what is the matter this time; repeats no value of the request
 * @param errors  every single fault of the input, all at once; empty for other problems
 * @param details further members of the answer; no personal data
 */
public record Problem(ProblemKind kind, Text detail, List<InputError> errors, Map<String, ?> details) {

    /** More faults than this help nobody and make a long answer of a short request. */
    private static final int MOST_ERRORS = 100;

    private static final int NAMED_PLACES = 5;

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem without anything more to say. */
    public static Problem of(ProblemKind kind) {
        return new Problem(kind, kind.title(), List.of(), Map.of());
    }

    /** A request that can't be accepted as it is. A citizen service number in it names the whole problem. */
    public static Problem invalid(List<InputError> errors) {
        boolean bsn = errors.stream().anyMatch(error -> error.code().equals(InputFault.BSN_NOT_ALLOWED.name()));
        HttpProblem kind = bsn ? HttpProblem.BSN_NOT_ALLOWED : HttpProblem.INVALID_INPUT;
        List<InputError> told = errors.stream().limit(MOST_ERRORS).toList();
        return new Problem(kind.kind(), summary(errors), told, Map.of());
    }

    private static Text summary(List<InputError> errors) {
        if (errors.size() == 1) {
            InputError error = errors.getFirst();
            return new Text(
                    error.place() + ": " + error.detail().dutch(),
                    error.place() + ": " + error.detail().english());
        }
        String places = errors.stream()
                .limit(NAMED_PLACES)
                .map(InputError::place)
                .distinct()
                .collect(Collectors.joining(", "));
        Function<String, String> more = word -> errors.size() > NAMED_PLACES ? " " + word + "." : ".";
        return new Text(
                errors.size() + " fouten: " + places + more.apply("en meer"),
                errors.size() + " errors: " + places + more.apply("and more"));
    }
}
