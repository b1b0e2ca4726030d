package nl.leerspoor.query.figures.snapshot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Published reports over HTTP, and what would be published. */
@RestController
@Tag(name = "snapshots")
class SnapshotsApi {

    static final String FIGURES = "Alle getallen op naam, met punten: `inProgress.bySector.LOG`. Null is een gemiddelde"
            + " of mediaan van niets";

    private static final Text TOO_SOON = new Text(
            "Tot dan kan er nog iets bij komen: vraag een dag tot en met vandaag, of een tijdstip van ten minste 30"
                    + " seconden geleden.",
            "Until then something may still be added: ask for a day up to today, or for a moment at least 30 seconds"
                    + " ago.");

    private static final Text NOT_OVER =
            new Text("Deze dag was op de kennisdatum nog niet om.", "This day was not over yet on the knowledge date.");

    /** The parameters of a draft, as they come. */
    record DraftAsked(
            @Parameter(description = "Arbeidsmarktregio", required = true, example = "AM05")
            String region,

            @Parameter(
                    description = "Peildatum: de dag waarover de kengetallen gaan",
                    required = true,
                    example = "2020-11-01",
                    schema = @Schema(format = "date"))
            String validOn,

            @Parameter(
                    description = "Kennisdatum: wat toen was ingevoerd, tot het einde van die dag in Nederland (van"
                            + " vandaag tot 30 seconden geleden), of tot een tijdstip.",
                    required = true,
                    example = "2020-11-02")
            String knownOn) {}

    /** What would be published. */
    @Schema(
            name = "SnapshotDraft",
            description = "Kengetallen zoals ze met deze `hash` een week lang gepubliceerd kunnen worden")
    record Draft(
            @Schema(example = "AM05") String region,
            LocalDate validOn,
            LocalDate knownOn,

            @Schema(description = "Tot welk tijdstip invoer telt")
            Instant knownAt,

            @Schema(description = "Versie van de definities van de kengetallen", example = "1")
            int definitionVersion,

            @Schema(description = Described.POSITION) long position,
            @Schema(description = "Om mee te publiceren") String hash,
            @Schema(description = FIGURES) Map<String, BigDecimal> figures) {}

    /** The parameters of one report, as they come. */
    record OneAsked(
            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {

        long position() {
            var reading = new Reading();
            long position = reading.minPosition(minPosition);
            reading.check();
            return position;
        }
    }

    /** A report as it was published. */
    @Schema(name = "SnapshotWithFigures")
    record Published(
            @JsonUnwrapped SnapshotView snapshot,
            @Schema(description = FIGURES) Map<String, BigDecimal> figures) {}

    private static final ListQuestion<SnapshotView> QUESTION = new ListQuestion<>(
            "snapshots",
            List.of(Views.SNAPSHOTS),
            false,
            SnapshotRows.SNAPSHOTS,
            "select page.* from page",
            "snapshot_id",
            Own.NOTHING,
            List.of(
                    Filter.day("validFrom", "Peildatum op of na die dag", "valid_on >= :validFrom"),
                    Filter.day("validUntil", "Peildatum op of voor die dag", "valid_on <= :validUntil"),
                    Filter.day("publishedFrom", "Gepubliceerd op of na die dag", "published_on >= :publishedFrom"),
                    Filter.day("publishedUntil", "Gepubliceerd op of voor die dag", "published_on <= :publishedUntil"),
                    Filter.someOf(
                            "state",
                            "Of een ander verslag het vervangt",
                            List.of("PUBLISHED", "SUPERSEDED"),
                            "state = any(:state)"),
                    Filter.text("publishedBy", "Wie het publiceerde, onder pseudoniem", "published_by = :publishedBy")),
            List.of(
                    Sort.day("validOn", "valid_on").always(),
                    Sort.day("knownOn", "known_on").always(),
                    Sort.day("publishedOn", "published_on").always()),
            SnapshotView.class,
            SnapshotView::of);

    private final Listing<SnapshotView> list;
    private final SnapshotRows rows;
    private final Drafts drafts;

    SnapshotsApi(Lists lists, SnapshotRows rows, Drafts drafts) {
        this.list = lists.declare(QUESTION);
        this.rows = rows;
        this.drafts = drafts;
    }

    @ListMapping("/v1/snapshots")
    @Operation(operationId = "listSnapshots", summary = "Gepubliceerde verslagen, op volgorde van peildatum")
    ResponseEntity<ListOf<SnapshotView>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }

    @GetMapping("/v1/snapshots/{snapshotId}")
    @Operation(operationId = "getSnapshot", summary = "Een gepubliceerd verslag, met alle kengetallen zoals ze waren")
    ResponseEntity<Published> one(
            Scope scope, @PathVariable UUID snapshotId, @ParameterObject OneAsked asked, ServletWebRequest request) {
        var found = rows.find(scope, snapshotId, asked.position());
        return Revalidation.answer(
                request,
                Revalidation.weakTag(found.position(), snapshotId),
                HttpHeaders.EMPTY,
                () -> new Published(found.snapshot(), found.numbers()));
    }

    @GetMapping("/v1/snapshots/draft")
    @Operation(
            operationId = "getSnapshotDraft",
            summary = "Het concept van een verslag: wat met de `hash` gepubliceerd kan worden",
            description = "Alles wat tot nu toe is ingevoerd, telt zo ver de datums het toelaten. Vraag het concept"
                    + " opnieuw als er een week voorbij is.")
    Draft draft(Scope scope, @ParameterObject DraftAsked asked) {
        var reading = new Reading();
        var region = reading.requiredCode("region", asked.region(), CodeList.REGIONS);
        var day = reading.requiredDay("validOn", asked.validOn());
        var known = reading.requiredKnown("knownOn", asked.knownOn());
        known.filter(moment -> !drafts.isOver(moment))
                .ifPresent(moment -> reading.refuse(InputFault.OUT_OF_RANGE.in("knownOn", TOO_SOON)));
        if (day.isPresent() && known.isPresent() && !isOverAt(drafts.upTo(known.get()), day.get())) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("validOn", NOT_OVER));
        }
        reading.check();
        if (!scope.regions().contains(region.orElseThrow())) {
            throw new ProblemException(
                    HttpProblem.FORBIDDEN.saying("Dit mag niet in deze regio.", "You may not do this in this region."));
        }
        var told = drafts.tell(region.get(), day.orElseThrow(), known.orElseThrow());
        var report = told.report();
        return new Draft(
                report.region(),
                report.validOn(),
                report.knownOn(),
                report.knownAt(),
                report.definitionVersion(),
                told.position(),
                report.hash(),
                SnapshotRows.byName(report.figures()));
    }

    private static boolean isOverAt(Instant moment, LocalDate day) {
        return LocalDate.ofInstant(moment.plus(1, ChronoUnit.MICROS), TwoClocks.ZONE)
                .isAfter(day);
    }
}
