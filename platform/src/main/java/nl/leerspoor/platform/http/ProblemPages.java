package nl.leerspoor.platform.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains the problems that answers tell of; the {@code type} of a problem is an address of these. */
@RestController
@RequestMapping(ProblemPages.PATH)
@Tag(name = "problems", description = "Wat de problemen betekenen waarmee een antwoord kan komen")
class ProblemPages {

    static final String PATH = "/v1/problems";

    /**
     * One sort of problem.
     *
     * @param type the address of this explanation
     */
    record Explanation(String type, String code, int status, Titles title) {}

    /** In Dutch and English. */
    record Titles(String nl, String en) {

        static Titles of(Text text) {
            return new Titles(text.dutch(), text.english());
        }
    }

    /** What can be wrong with one value. */
    record Fault(String code, Titles detail) {}

    /**
     * All of them.
     *
     * @param problems    the sorts of problems
     * @param inputErrors the codes in the {@code errors} of a problem
     */
    record Explanations(List<Explanation> problems, List<Fault> inputErrors) {}

    private final Problems problems;

    ProblemPages(Problems problems) {
        this.problems = problems;
    }

    @GetMapping
    @Operation(operationId = "listProblems", summary = "Alle soorten problemen, met code en uitleg")
    Explanations all() {
        return new Explanations(
                problems.kinds().stream().map(this::explain).toList(),
                Arrays.stream(InputFault.values())
                        .map(fault -> new Fault(fault.name(), Titles.of(fault.text())))
                        .toList());
    }

    @GetMapping("/{problem}")
    @Operation(operationId = "getProblem", summary = "De uitleg van één soort probleem")
    Explanation one(@PathVariable String problem) {
        return problems.find(problem)
                .map(this::explain)
                .orElseThrow(() -> new ProblemException(HttpProblem.NOT_FOUND.saying(
                        "Er is geen probleem met deze code.", "There is no problem with this code.")));
    }

    private Explanation explain(ProblemKind kind) {
        return new Explanation(problems.type(kind), kind.code(), kind.status().value(), Titles.of(kind.title()));
    }
}
