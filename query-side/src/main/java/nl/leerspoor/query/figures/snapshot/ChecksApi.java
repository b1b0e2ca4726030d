package nl.leerspoor.query.figures.snapshot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import nl.leerspoor.query.figures.DifferenceAnswer.Change;
import nl.leerspoor.query.figures.ReportedFigures;
import nl.leerspoor.query.figures.snapshot.SnapshotsApi.OneAsked;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Whether a published report can still be made of the events, and what its figures have become since, over HTTP. */
@RestController
@Tag(name = "snapshots")
class ChecksApi {

    /** A report beside what the events make of it now, for the same two dates. */
    @Schema(name = "SnapshotReproduction", description = "Een verslag naast wat de gebeurtenissen er nu van maken")
    record Reproduction(
            @JsonUnwrapped SnapshotView snapshot,

            @Schema(
                    description =
                            "Of alles gelijk is: de gepubliceerde kengetallen aan hun hash, en de nagerekende eraan")
            boolean equal,

            @Schema(description = "De hash van het verslag zoals het bewaard is, opnieuw gemaakt")
            String hashOfPublished,

            @Schema(description = "De hash van de nagerekende kengetallen")
            String hashOfReproduced,

            @Schema(description = "Met welke versie van de definities is nagerekend", example = "1")
            int reproducedWith,

            @Schema(description = Described.POSITION) long position,
            @Schema(description = "Ieder getal") List<Reproduced> figures) {}

    /** One number as it was published, and worked out again. */
    @Schema(name = "ReproducedFigure")
    record Reproduced(
            @Schema(example = "inProgress.bySector.LOG") String name,
            @Schema(example = "19", nullable = true) BigDecimal published,
            @Schema(example = "19", nullable = true) BigDecimal reproduced,
            boolean equal) {}

    /** What became of the figures of a report. */
    @Schema(
            name = "SnapshotDifferences",
            description = "Wat de kengetallen van een verslag nu zijn, en welke gebeurtenissen dat maakten")
    record Differences(
            @JsonUnwrapped SnapshotView snapshot,
            @Schema(description = Described.POSITION) long position,

            @Schema(
                    description = "Ieder getal dat nu anders is. Alle te late invoer, met wie het op wiens gezag deed,"
                            + " staat in `/audit/late-entries?behind=` met de id van dit verslag")
            List<Revised> differences) {}

    /** One number that is another now. */
    @Schema(name = "RevisedFigure")
    record Revised(
            @Schema(example = "inProgress.total") String name,
            @Schema(example = "54", nullable = true) BigDecimal published,
            @Schema(example = "53", nullable = true) BigDecimal now,

            @Schema(description = "Null als een van beide er niet is", example = "-1", nullable = true)
            BigDecimal difference,

            @Schema(
                    description = "Wat er anders telt, met de gebeurtenis die daarover besliste; leeg van een"
                            + " gemiddelde, een mediaan en een aandeel")
            List<Change> changes) {}

    private final SnapshotRows rows;
    private final ReportedFigures figures;
    private final Drafts drafts;
    private final CaughtUp caughtUp;

    ChecksApi(SnapshotRows rows, ReportedFigures figures, Drafts drafts, CaughtUp caughtUp) {
        this.rows = rows;
        this.figures = figures;
        this.drafts = drafts;
        this.caughtUp = caughtUp;
    }

    @GetMapping("/v1/snapshots/{snapshotId}/reproduction")
    @Operation(
            operationId = "getSnapshotReproduction",
            summary = "Reken een gepubliceerd verslag na, voor dezelfde peildatum en kennisdatum")
    ResponseEntity<Reproduction> reproduction(
            Scope scope, @PathVariable UUID snapshotId, @ParameterObject OneAsked asked, ServletWebRequest request) {
        var found = rows.find(scope, snapshotId, asked.position());
        long position =
                Math.max(drafts.whole(found.snapshot().region()), caughtUp.position(Views.COUNTED, asked.position()));
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, caughtUp.versions(Views.COUNTED), snapshotId, found.position()),
                HttpHeaders.EMPTY,
                () -> reproduction(found, position));
    }

    private Reproduction reproduction(SnapshotRows.Found found, long position) {
        SnapshotView snapshot = found.snapshot();
        List<ReportedFigure> again = figures.of(
                snapshot.region(),
                snapshot.validOn(),
                Optional.of(new Known(snapshot.knownAt().toString(), snapshot.knownAt())));
        Report reproduced = new Report(
                snapshot.region(),
                snapshot.validOn(),
                snapshot.knownOn(),
                snapshot.knownAt(),
                ReportedFigures.DEFINITION_VERSION,
                again);
        Map<String, BigDecimal> published = found.numbers();
        Map<String, BigDecimal> now = SnapshotRows.byName(again);
        String hash = found.report().hash();
        return new Reproduction(
                snapshot,
                hash.equals(snapshot.hash()) && reproduced.hash().equals(snapshot.hash()),
                hash,
                reproduced.hash(),
                ReportedFigures.DEFINITION_VERSION,
                position,
                names(published, now)
                        .map(name ->
                                new Reproduced(name, published.get(name), now.get(name), isSame(name, published, now)))
                        .toList());
    }

    @GetMapping("/v1/snapshots/{snapshotId}/differences")
    @Operation(
            operationId = "getSnapshotDifferences",
            summary = "Wat de kengetallen van een gepubliceerd verslag nu zijn, en waarom",
            description = "De peildatum blijft; alles telt wat sindsdien is ingevoerd.")
    ResponseEntity<Differences> differences(
            Scope scope, @PathVariable UUID snapshotId, @ParameterObject OneAsked asked, ServletWebRequest request) {
        var found = rows.find(scope, snapshotId, asked.position());
        long position =
                Math.max(drafts.whole(found.snapshot().region()), caughtUp.position(Views.COUNTED, asked.position()));
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, caughtUp.versions(Views.COUNTED), snapshotId, found.position()),
                HttpHeaders.EMPTY,
                () -> differences(found, position));
    }

    private Differences differences(SnapshotRows.Found found, long position) {
        SnapshotView snapshot = found.snapshot();
        Map<String, BigDecimal> published = found.numbers();
        Map<String, BigDecimal> now =
                SnapshotRows.byName(figures.of(snapshot.region(), snapshot.validOn(), Optional.empty()));
        Map<String, List<Change>> changes = figures.changes(snapshot.region(), snapshot.validOn(), snapshot.knownAt());
        return new Differences(
                snapshot,
                position,
                names(published, now)
                        .filter(name -> !isSame(name, published, now))
                        .map(name -> new Revised(
                                name,
                                published.get(name),
                                now.get(name),
                                difference(published.get(name), now.get(name)),
                                changes.getOrDefault(name, List.of())))
                        .toList());
    }

    private static Stream<String> names(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream();
    }

    private static boolean isSame(String name, Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        return one.containsKey(name) == other.containsKey(name) && Objects.equals(one.get(name), other.get(name));
    }

    /** Parts of a split that nothing falls into are left out, and are none. */
    private static BigDecimal difference(BigDecimal published, BigDecimal now) {
        return published == null || now == null ? null : now.subtract(published);
    }
}
