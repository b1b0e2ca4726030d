package nl.leerspoor.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.Replays;
import nl.leerspoor.query.projection.Replays.Replay;
import nl.leerspoor.query.projection.Replays.Verdict;
import nl.leerspoor.query.question.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Whether a view says what the events say, over HTTP: it is rebuilt into a shadow and compared row by row. Asking again
 * while one runs gives that one, so it needs no key of idempotency.
 */
@RestController
@RequestMapping("/v1/audit/replays/{view}")
@Tag(name = "audit")
class ReplayApi {

    private static final String ANYTHING = "*/*";

    /** The rows of a region. */
    @Schema(name = "ReplayedRegion", description = "De regels van een regio, voor zover men die mag zien")
    record Region(
            @Schema(example = "AM05") String region,

            @Schema(description = "Regels in de herbouw", example = "1200")
            long rows,

            @Schema(description = "Regels in de versie die nu antwoordt", example = "1200")
            long servingRows,

            boolean equal) {}

    /** A column that says something else. */
    @Schema(name = "ReplayedColumn", description = "Een kolom die iets anders zegt")
    record Column(
            String column,

            @Schema(description = "Of de inhoud getoond wordt; niet wat verzegeld is of vertelt hoe iemand is")
            boolean shown,

            @Schema(description = "In de versie die nu antwoordt", nullable = true, type = "object")
            JsonNode serving,

            @Schema(description = "In de herbouw", nullable = true, type = "object")
            JsonNode replayed) {}

    /** A row that is not the same. */
    @Schema(name = "ReplayedRow", description = "Een regel die niet gelijk is")
    record Row(
            UUID stream,
            @Schema(example = "AM05") String region,
            @Schema(description = "Wanneer zij gold") String valid,
            @Schema(description = "Wanneer dat bekend was") String known,

            @Schema(
                    description = "In beide, of alleen in de versie die antwoordt of in de herbouw (`OTHER_ONLY`)",
                    example = "BOTH")
            String in,

            List<Column> columns) {}

    /** A replay. */
    @Schema(name = "Replay", description = "Een overzicht, opnieuw opgebouwd uit gebeurtenissen en vergeleken")
    record Answer(
            @Schema(example = "trajectories") String view,

            @Schema(description = "Nummer van de herbouw", example = "2")
            int version,

            @Schema(description = "`RUNNING` zolang zij gebouwd wordt, dan `EQUAL` of `DIFFERENT`")
            Verdict verdict,

            @Schema(description = "Hoeveel stromen al gebouwd zijn")
            long streamsDone,

            @Schema(description = "Hoeveel stromen er zijn") long streams,

            @Schema(description = "Tot en met welke positie alles is herbouwd")
            long position,

            @Schema(description = "Stromen waarvan beide dezelfde gebeurtenissen verwerkt hebben, in alle regio's")
            long compared,

            @Schema(description = "Stromen waarmee een van beide verder is; die zijn niet vergeleken")
            long inFlight,

            List<Region> regions,
            long differentStreams,

            @Schema(description = "De eerste regels die verschillen, hoogstens honderd")
            List<Row> rows) {

        private static Answer of(Replay replay) {
            return new Answer(
                    replay.view(),
                    replay.version(),
                    replay.verdict(),
                    replay.streamsDone(),
                    replay.streams(),
                    replay.position(),
                    replay.compared(),
                    replay.inFlight(),
                    replay.regions().stream()
                            .map(region ->
                                    new Region(region.region(), region.rows(), region.servingRows(), region.equal()))
                            .toList(),
                    replay.differentStreams(),
                    replay.rows().stream().map(Answer::of).toList());
        }

        private static Row of(Replays.Row row) {
            return new Row(
                    row.stream(),
                    row.region(),
                    row.valid(),
                    row.known(),
                    row.in(),
                    row.columns().stream()
                            .map(column ->
                                    new Column(column.column(), column.shown(), column.serving(), column.replayed()))
                            .toList());
        }
    }

    private final Replays replays;

    ReplayApi(Replays replays) {
        this.replays = replays;
    }

    @PostMapping(consumes = ANYTHING)
    @Operation(
            operationId = "replayView",
            summary = "Bouwt een overzicht opnieuw uit gebeurtenissen, om te vergelijken",
            description = "Het antwoord zegt waar men ziet hoe ver het is, en wat eruit kwam. Na een dag is het weg.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Answer> begin(Scope scope, @PathVariable String view) {
        Replay begun = replays.begin(view).orElseThrow(ReplayApi::unknown);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/audit/replays/" + view + "/" + begun.version()))
                .body(Answer.of(begun));
    }

    @GetMapping("/{version}")
    @Operation(
            operationId = "getReplay",
            summary = "Hoe ver een herbouw is, en of zij hetzelfde zegt als het overzicht dat antwoord geeft")
    Answer get(Scope scope, @PathVariable String view, @PathVariable String version) {
        if (!version.matches("\\d{1,9}")) {
            throw unknown();
        }
        return replays.find(view, Integer.parseInt(version), scope.regions()::contains)
                .map(Answer::of)
                .orElseThrow(ReplayApi::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.NOT_FOUND.problem());
    }
}
