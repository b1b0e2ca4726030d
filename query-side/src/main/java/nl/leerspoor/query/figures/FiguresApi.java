package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.AskedOnTwoClocks;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Figures over HTTP. */
@RestController
@Tag(name = "figures")
class FiguresApi {

    private final Figures figures;
    private final CaughtUp caughtUp;
    private final Clock clock;

    FiguresApi(Figures figures, CaughtUp caughtUp, Clock clock) {
        this.figures = figures;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @GetMapping("/v1/figures")
    @Operation(summary = "Kengetallen van een regio op een peildatum, zoals bekend op een kennisdatum")
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "Arbeidsmarktregio. Alle regio's als zij ontbreekt; ieder mens telt dan één keer.",
            schema = @Schema(type = "string", pattern = "AM\\d{2}"),
            example = "AM05")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "Uitsplitsingen, met komma's ertussen, zoals `sector,cause`. Alle als zij ontbreekt.",
            schema = @Schema(type = "string", maxLength = 200),
            example = "sector,targetGroup")
    @AskedOnTwoClocks
    ResponseEntity<FiguresAnswer> figures(@Parameter(hidden = true) HttpServletRequest request) {
        var parameters = new Parameters(request);
        var region = parameters.region();
        var clocks = parameters.twoClocks(clock);
        var splits = parameters.list("by", Figures.SPLITS);
        var minPosition = parameters.minPosition();
        parameters.check();
        long position = caughtUp.position(Views.ALL, minPosition);
        String tag = "W/\"%d-%d-%s-%08x\""
                .formatted(
                        Definitions.VERSION,
                        position,
                        clocks.validOn(),
                        String.valueOf(request.getQueryString()).hashCode());
        if (new ServletWebRequest(request).checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .body(new FiguresAnswer(
                        region.orElse(null),
                        clocks.validOn(),
                        clocks.knownOn(),
                        Definitions.VERSION,
                        position,
                        figures.answer(region, clocks, splits)));
    }
}
