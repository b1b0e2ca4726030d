package nl.leerspoor.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.Page;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.platform.http.PlainText;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.audit.Decisions.Skipped;
import nl.leerspoor.query.audit.Decisions.Step;
import nl.leerspoor.query.audit.Decisions.Summary;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The trail of one decision over HTTP: all that was recorded because of it, in the order in which it was committed. */
@RestController
@Tag(name = "audit")
class DecisionApi {

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.CURSOR) String cursor,

            @Parameter(
                    description = Described.LIMIT,
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "200",
                                    defaultValue = "50"))
            String limit,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    /** A decision with a page of its trail. */
    @Schema(name = "DecisionTrail", description = "Alles wat om één besluit is vastgelegd")
    record Answer(
            String correlationId,
            @Schema(description = Described.POSITION) long position,
            Instant firstRecordedAt,
            Instant lastRecordedAt,

            @Schema(description = "Gebeurtenissen van het besluit, op alle bladzijden bij elkaar")
            int events,

            @Schema(description = "Gebeurtenissen daarvan die later zijn herroepen")
            int retracted,

            @Schema(
                    description =
                            "Leden van een cohort die het besluit met rust liet, en de regel die hen erbuiten hield")
            List<Skipped> skipped,

            @Schema(description = "Een bladzijde van de gebeurtenissen, in volgorde van vastlegging")
            List<Step> items) {}

    private static final int LONGEST_ID = 200;

    private final Decisions decisions;
    private final Entries entries;

    DecisionApi(Decisions decisions, Entries entries) {
        this.decisions = decisions;
        this.entries = entries;
    }

    @GetMapping("/v1/audit/decisions/{correlationId}")
    @Operation(
            operationId = "getDecisionTrail",
            summary = "Alles wat om één besluit is vastgelegd, met wie, wanneer, en wie het oversloeg")
    ResponseEntity<Answer> trail(
            Scope scope, @PathVariable String correlationId, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        long minPosition = reading.minPosition(asked.minPosition());
        if (!PlainText.is(correlationId) || correlationId.length() > LONGEST_ID) {
            throw notFound();
        }
        reading.check();
        long position = entries.position(minPosition);
        Summary summary = decisions.find(scope, correlationId).orElseThrow(DecisionApi::notFound);
        Page<Step> page = paging.page(decisions.steps(scope, correlationId, paging), step ->
                new String[] {String.valueOf(step.event().position())});
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, scope, correlationId, asked),
                headers,
                () -> new Answer(
                        correlationId,
                        position,
                        summary.firstRecordedAt(),
                        summary.lastRecordedAt(),
                        summary.events(),
                        summary.retracted(),
                        decisions.skipped(scope, correlationId),
                        page.items()));
    }

    private static ProblemException notFound() {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(
                "Onder dit correlationId is niets vastgelegd.", "Nothing was recorded under this correlationId."));
    }
}
