package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.identity.IdentityParameter;
import nl.leerspoor.query.figures.Suppression.Published;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Figures over HTTP. */
@RestController
@Tag(name = "figures", description = "Kengetallen")
class FiguresApi {

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.REGION + " Ieder mens telt dan één keer.", example = "AM05")
            String region,

            @Parameter(description = Described.VALID_ON, example = "2020-11-01", schema = @Schema(format = "date"))
            String validOn,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(description = Parameters.FIGURE, example = "inProgress,F06")
            String figure,

            @Parameter(description = Parameters.BY, example = "sector,targetGroup")
            String by,

            @Parameter(
                    description =
                            "Begin van een periode die op de peildatum eindigt. Wie erin eindigde, werd ingeschreven"
                                    + " of een verklaring kreeg, staat dan apart onder `inPeriod`.",
                    example = "2020-10-01",
                    schema = @Schema(format = "date"))
            String from,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    private final Figures figures;
    private final CaughtUp caughtUp;
    private final Clock clock;

    FiguresApi(Figures figures, CaughtUp caughtUp, Clock clock) {
        this.figures = figures;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @GetMapping("/v1/figures")
    @Operation(
            operationId = "getFigures",
            summary = "Kengetallen van een regio op een peildatum, zoals bekend op een kennisdatum",
            description = Months.DESCRIPTION)
    ResponseEntity<FiguresAnswer> figures(Scope scope, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        var region = reading.code("region", asked.region(), CodeList.REGIONS);
        var months = Months.of(scope, clock);
        var clocks = reading.twoClocks(months.orLast(asked.validOn()), months.orLast(asked.knownOn()), clock);
        var from = reading.firstDay("from", asked.from(), clocks.validOn());
        months.end(reading, "validOn", clocks.validOn());
        months.known(reading, "knownOn", clocks.known());
        months.first(reading, "from", from);
        var wanted = Parameters.wanted(reading, asked.figure(), asked.by())
                .within(scope, IdentityParameter.of(request.getRequest()));
        long minPosition = reading.minPosition(asked.minPosition());
        reading.check();
        long position = caughtUp.position(Views.COUNTED, minPosition);
        return Revalidation.answer(
                request,
                Revalidation.weakTag(
                        position,
                        caughtUp.versions(Views.COUNTED),
                        scope,
                        Figure.VERSION,
                        region,
                        clocks,
                        from,
                        wanted),
                HttpHeaders.EMPTY,
                () -> {
                    Published told = figures.answer(scope, region, clocks, from, wanted);
                    return new FiguresAnswer(
                            region.orElse(null),
                            clocks.validOn(),
                            clocks.knownOn(),
                            from.orElse(null),
                            Figure.VERSION,
                            position,
                            told.figures(),
                            told.suppressed());
                });
    }
}
