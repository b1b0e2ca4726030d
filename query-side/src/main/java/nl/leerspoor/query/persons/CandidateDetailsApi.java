package nl.leerspoor.query.persons;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.persons.CandidateDetails.Part;
import nl.leerspoor.query.processing.Activity;
import nl.leerspoor.query.processing.ProcessingLog;
import nl.leerspoor.query.processing.ProcessingLog.Subject;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.AskedOnTwoClocks;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Who a candidate is, over HTTP. */
@RestController
@Tag(name = "candidates")
class CandidateDetailsApi {

    /** Whose a candidate is follows from their trajectories. */
    static final List<String> VIEWS = List.of(Views.CANDIDATE_DETAILS, Views.TRAJECTORIES);

    /** Who a candidate is, with the dates that were asked for. */
    @Schema(name = "CandidateDetailsOnADay")
    record Answer(
            @JsonUnwrapped CandidateDetails details,
            LocalDate validOn,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position) {}

    private final CandidateDetailsRows rows;
    private final ProcessingLog log;
    private final CaughtUp caughtUp;
    private final Clock clock;

    CandidateDetailsApi(CandidateDetailsRows rows, ProcessingLog log, CaughtUp caughtUp, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @GetMapping("/v1/candidates/{candidateId}/details")
    @Operation(
            operationId = "getCandidateDetails",
            summary = "Wie een kandidaat is en wat over die is aangetekend; gewist is iets anders dan onbekend")
    ResponseEntity<Answer> one(
            Scope scope,
            @PathVariable UUID candidateId,
            @ParameterObject AskedOnTwoClocks asked,
            Identity who,
            ServletWebRequest request) {
        AskedOnTwoClocks.Read read = asked.read(clock);
        TwoClocks clocks = read.clocks();
        long position = caughtUp.position(VIEWS, read.minPosition());
        List<Scope> parts =
                Arrays.stream(Part.values()).map(part -> part.scope(who)).toList();
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, caughtUp.versions(VIEWS), scope, parts, candidateId, clocks),
                HttpHeaders.EMPTY,
                () -> new Answer(
                        log.reading(
                                who,
                                Activity.READ_CANDIDATE_DETAILS,
                                "/v1/candidates/" + candidateId + "/details",
                                () -> rows.find(scope, who, candidateId, clocks)
                                        .orElseThrow(CandidateDetailsApi::notFound),
                                details -> List.of(new Subject(details.personId(), details.region()))),
                        clocks.validOn(),
                        clocks.knownOn(),
                        position));
    }

    private static ProblemException notFound() {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(
                "Deze kandidaat is er niet op deze datums.", "There is no such candidate on these dates."));
    }
}
