package nl.leerspoor.query.persons;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.processing.Activity;
import nl.leerspoor.query.processing.ProcessingLog;
import nl.leerspoor.query.processing.ProcessingLog.Subject;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds candidates by name, over HTTP. It changes nothing, so it needs no key. */
@RestController
@Tag(name = "candidates")
class CandidateSearchApi {

    /** Who looks for one person needs no more; who reads a region through gets little. */
    private static final int MOST = 10;

    /** What everybody with one first name, or one birthday, has in common is too little. */
    private static final int FEWEST_TERMS = 2;

    /** A candidate who was found. */
    @Schema(name = "CandidateFound")
    record Found(
            UUID candidateId,
            @Schema(example = "AM05") String region,
            @Schema(example = "K009", nullable = true) String reference,
            UUID personId,
            @Schema(example = "Testkandidaat 009") String name,
            @Schema(example = "2000-01-09", nullable = true) LocalDate birthDate) {

        private static Found of(CandidateNameRows.Hit hit) {
            return new Found(
                    hit.candidateId(),
                    hit.region(),
                    hit.reference(),
                    hit.personId(),
                    hit.who().name(),
                    hit.who().birthDate());
        }
    }

    /** All who were found. */
    @Schema(name = "CandidatesFound", description = "Wie gevonden werd, op volgorde van aanduiding")
    record Answer(
            List<Found> candidates,

            @Schema(
                    description =
                            "Of er meer zijn dan de tien die hier staan; zoek dan op meer woorden, of met de geboortedatum")
            boolean more) {}

    private final CandidateNameRows rows;
    private final ProcessingLog log;
    private final Clock clock;

    CandidateSearchApi(CandidateNameRows rows, ProcessingLog log, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping(path = "/v1/candidate-searches", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "searchCandidates",
            summary = "Zoek kandidaten op naam, zonder dat de naam in een adres komt te staan",
            description = "Op ten minste twee woorden van de naam, of op een woord en de geboortedatum.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CandidateSearch.class))))
    Answer search(Scope scope, Identity who, HttpServletRequest request) throws IOException {
        CandidateSearch asked = CandidateSearch.read(request.getInputStream().readAllBytes());
        List<String> terms = rows.terms(asked.name(), asked.birthDate());
        if (terms.size() < FEWEST_TERMS) {
            throw ProblemException.invalid(List.of(InputFault.TOO_LITTLE_TO_SEARCH_BY.at("#/name")));
        }
        var today = new TwoClocks(LocalDate.now(clock.withZone(TwoClocks.ZONE)), Optional.empty());
        return log.reading(
                who,
                Activity.SEARCH_CANDIDATES,
                "/v1/candidate-searches",
                () -> find(scope, terms, asked.region(), today),
                answer -> answer.candidates().stream()
                        .map(found -> new Subject(found.personId(), found.region()))
                        .toList());
    }

    private Answer find(Scope scope, List<String> terms, String region, TwoClocks today) {
        List<Found> found = rows.search(scope, terms, region, MOST + 1, today).stream()
                .map(Found::of)
                .toList();
        return new Answer(found.stream().limit(MOST).toList(), found.size() > MOST);
    }
}
