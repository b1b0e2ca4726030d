package nl.leerspoor.query.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.Comparison.Region;
import nl.leerspoor.query.projection.Differences.Column;
import nl.leerspoor.query.projection.Differences.DifferentRow;
import nl.leerspoor.query.projection.Differences.In;
import nl.leerspoor.query.projection.Restoring.Outcome;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The views for those who run the program. What can be asked for here is the same when it is asked for twice, so it needs
 * no key: a rebuild that runs is answered again, and a version that serves is served.
 */
@RestController
@RequestMapping("/v1/projections")
@Tag(name = "projections")
class ProjectionsApi {

    private static final String ANYTHING = "*/*";
    private static final int NEARLY = 50;

    @Schema(name = "Projections", description = "Alle overzichten en hun versies")
    record AllProjections(List<Overview.Item> projections) {}

    @Schema(name = "ProjectionComparison", description = "Een versie naast die nu antwoord geeft")
    record ComparisonAnswer(
            @Schema(description = "Stromen waarvan beide dezelfde gebeurtenissen verwerkt hebben")
            long compared,

            @Schema(description = "Stromen waarmee een van beide verder is dan de andere")
            long inFlight,

            @Schema(description = "Kolommen die maar een van beide heeft")
            List<String> columnsLeftOut,

            List<Region> regions,

            @Schema(description = "Vergeleken stromen met andere regels")
            long differentStreams,

            @Schema(description = "De eerste honderd regels die verschillen, zonder wat erin staat")
            List<RowAnswer> rows) {

        private static ComparisonAnswer of(Comparison.Result result) {
            return new ComparisonAnswer(
                    result.compared(),
                    result.inFlight(),
                    result.columnsLeftOut(),
                    result.regions(),
                    result.differentStreams(),
                    result.rows().stream().map(RowAnswer::of).toList());
        }
    }

    /** What stands in a row may be of persons, and is nothing that an operator needs. */
    @Schema(name = "ProjectionDifference", description = "Een regel waarin beide versies iets anders zeggen")
    record RowAnswer(
            @Schema(description = "De stroom waarvan zij is")
            UUID stream,

            @Schema(example = "AM05") String region,

            @Schema(description = "Wanneer zij gold", example = "[2020-03-23,2020-05-11)")
            String valid,

            @Schema(description = "Wanneer dat bekend was") String known,

            @Schema(description = "In welke versie zij staat")
            In in,

            @Schema(description = "Namen van de kolommen die iets anders zeggen; geen als maar een versie haar heeft")
            List<String> columns) {

        private static RowAnswer of(DifferentRow row) {
            return new RowAnswer(
                    row.stream(),
                    row.region(),
                    row.valid(),
                    row.known(),
                    row.in(),
                    row.columns().stream().map(Column::name).toList());
        }
    }

    @Schema(name = "ProjectionRetry", description = "Wat er van de geparkeerde stromen werd")
    record RetryAnswer(
            @Schema(description = "Stromen die niet meer wachten", example = "1")
            int restored,

            @Schema(description = "Stromen waarvan de gebeurtenis weer niet verwerkt kon worden", example = "0")
            int waiting) {}

    private final ViewVersions versions;
    private final Overview overview;
    private final Rebuilding rebuilding;
    private final Comparison comparison;
    private final Restoring restoring;
    private final Projecting projecting;

    ProjectionsApi(
            ViewVersions versions,
            Overview overview,
            Rebuilding rebuilding,
            Comparison comparison,
            Restoring restoring,
            Projecting projecting) {
        this.versions = versions;
        this.overview = overview;
        this.rebuilding = rebuilding;
        this.comparison = comparison;
        this.restoring = restoring;
        this.projecting = projecting;
    }

    @GetMapping
    @Operation(operationId = "listProjections", summary = "De overzichten, hun versies en hoe ver zij zijn")
    AllProjections list() {
        return new AllProjections(overview.all());
    }

    @GetMapping("/{view}")
    @Operation(operationId = "getProjection", summary = "Een overzicht en zijn versies")
    Overview.Item get(@PathVariable String view) {
        return overview.of(projection(view).view());
    }

    @GetMapping("/{view}/versions/{version}")
    @Operation(operationId = "getProjectionVersion", summary = "Een versie, en hoe ver zij is")
    Overview.Version getVersion(@PathVariable String view, @PathVariable String version) {
        return overview.of(overview.version(view, version));
    }

    @PostMapping(path = "/{view}/versions", consumes = ANYTHING)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Bouwt een overzicht opnieuw, naast het overzicht dat antwoord geeft",
            description = "Loopt er al een herbouw, dan is dat het antwoord.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Overview.Version> rebuild(@PathVariable String view) {
        ViewVersion version = rebuilding.begin(projection(view));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/projections/" + view + "/versions/" + version.number()))
                .body(overview.of(version));
    }

    @GetMapping("/{view}/versions/{version}/comparison")
    @Operation(
            operationId = "compareProjectionVersion",
            summary = "Vergelijkt een versie met die nu antwoord geeft",
            description =
                    "Aantallen en hashes per regio, en van de eerste honderd regels die verschillen welke kolommen.")
    ComparisonAnswer compare(@PathVariable String view, @PathVariable String version) {
        return comparison
                .withServing(overview.version(view, version))
                .map(ComparisonAnswer::of)
                .orElseThrow(ProjectionProblem.VERSION_SERVES::exception);
    }

    @PostMapping(path = "/{view}/versions/{version}/swaps", consumes = ANYTHING)
    @Operation(
            operationId = "swapProjectionVersion",
            summary = "Laat deze versie voortaan antwoord geven",
            description =
                    "Kan als zij gebouwd en bij is en niets anders zegt dan de versie die nu antwoord geeft, of als"
                            + " de verschillen worden aanvaard. De vorige versie wordt nog een dag bijgehouden; zo kan men terug.")
    Overview.Version swap(
            @PathVariable String view,
            @PathVariable String version,
            @Parameter(description = "Aanvaardt dat deze versie iets anders zegt") @RequestParam(defaultValue = "false")
                    boolean acceptDifferences) {
        ViewVersion next = overview.version(view, version);
        if (next.state() != State.SERVING) {
            requireReady(next);
            if (!acceptDifferences
                    && comparison.withServing(next).stream().anyMatch(result -> result.differentStreams() > 0)) {
                throw ProjectionProblem.VERSIONS_DIFFER.exception();
            }
            rebuilding.swap(next);
            projecting.reconcile();
        }
        return overview.of(overview.version(view, version));
    }

    @PostMapping(path = "/{view}/versions/{version}/abandonments", consumes = ANYTHING)
    @Operation(operationId = "abandonProjectionVersion", summary = "Geeft een versie op die geen antwoord geeft")
    Overview.Item abandon(@PathVariable String view, @PathVariable String version) {
        ViewVersion abandoned = overview.version(view, version);
        if (abandoned.state() == State.SERVING) {
            throw ProjectionProblem.VERSION_SERVES.exception();
        }
        rebuilding.abandon(abandoned);
        return overview.of(view);
    }

    @PostMapping(path = "/{view}/retries", consumes = ANYTHING)
    @Operation(
            operationId = "retryParkedEvents",
            summary = "Probeert geparkeerde gebeurtenissen opnieuw te verwerken",
            description = "Van een stroom, of van alle stromen van het overzicht.")
    RetryAnswer retry(
            @PathVariable String view,
            @Parameter(
                            description = "Alleen deze stroom",
                            example = "0195b6a4-6a51-7a5c-8f9f-3c1d6a0f1e2d",
                            schema = @Schema(type = "string", format = "uuid"))
                    @RequestParam
                    Optional<String> stream) {
        projection(view);
        Optional<UUID> only = stream.map(ProjectionsApi::id);
        List<Outcome> outcomes = versions.of(view).stream()
                .filter(version -> version.built() && versions.isOurs(version))
                .map(version ->
                        only.map(one -> restoring.retry(version, one)).orElseGet(() -> restoring.retryAll(version)))
                .toList();
        return new RetryAnswer(
                outcomes.stream().mapToInt(Outcome::restored).sum(),
                outcomes.stream().mapToInt(Outcome::waiting).sum());
    }

    private void requireReady(ViewVersion version) {
        if (!versions.isOurs(version)) {
            throw ProjectionProblem.VERSION_OF_OTHER_RELEASE.exception();
        }
        if (!version.built() || overview.of(version).lag() >= NEARLY) {
            throw ProjectionProblem.VERSION_NOT_READY.exception();
        }
    }

    private Projection<?, ?> projection(String view) {
        return versions.find(view).orElseThrow(ProjectionsApi::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.NOT_FOUND.problem());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw ProblemException.invalid(List.of(InputFault.INVALID_ID.in("stream")));
        }
    }
}
