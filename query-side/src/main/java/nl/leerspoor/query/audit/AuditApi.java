package nl.leerspoor.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What auditors look for among all entries: those that came late, and those that undo others. */
@RestController
@Tag(name = "audit")
class AuditApi {

    /** An entry that was made after the day from which it holds; what the program itself records is no entry. */
    @Schema(name = "LateEntry", description = "Een gebeurtenis die pas na haar ingangsdatum is ingevoerd")
    record LateEntry(
            UUID id,

            @Schema(description = "Plaats in de hele administratie")
            long position,

            @Schema(example = "trajectory.CandidateOnHold") String type,
            @Schema(description = "Waar het over gaat") UUID stream,
            @Schema(example = "AM05") String region,
            LocalDate effectiveOn,
            Instant recordedAt,

            @Schema(description = "Dagen van de ingangsdatum tot de dag van invoer in Nederland", example = "9")
            int daysLate,

            @Schema(description = "Of zij een eerdere gebeurtenis corrigeert of herroept, en daarom diens datum heeft")
            boolean undoing,

            @Schema(description = "Wie het invoerde, onder pseudoniem", example = "testwerkcoach-zorg")
            String author,

            @Schema(description = "Rol waarin dat gebeurde; leeg als onbekend")
            String role,

            @Schema(description = "Organisatie waarvoor; leeg als onbekend")
            String organisation,

            @Schema(description = "Langs welke weg: API of IMPORT", example = "API")
            String source,

            @Schema(description = "Verbindt alle gebeurtenissen van één besluit")
            String correlationId,

            @Schema(
                    description =
                            "Op wiens gezag gecorrigeerd of herroepen, onder pseudoniem; leeg waar dat niet gevraagd"
                                    + " wordt",
                    nullable = true)
            String authorisedBy,

            @Schema(description = "Waarom gecorrigeerd of herroepen", nullable = true)
            String reason,

            @Schema(
                    description =
                            "Gepubliceerde verslagen waarvoor zij te laat kwam: over haar ingangsdatum of later, en"
                                    + " al bekend toen zij werd ingevoerd (`/snapshots`)")
            List<UUID> behind) {

        private static LateEntry of(Columns row, TwoClocks clocks) {
            return new LateEntry(
                    row.id("event_id"),
                    row.bigNumber("position"),
                    row.text("name"),
                    row.id("stream_id"),
                    row.text("region"),
                    row.day("effective_on"),
                    row.moment("recorded_at"),
                    row.number("days_late"),
                    row.text("undoes") != null,
                    row.text("author"),
                    row.text("role"),
                    row.text("organisation"),
                    row.text("source"),
                    row.text("correlation_id"),
                    row.text("authorised_by"),
                    row.text("reason"),
                    row.ids("behind"));
        }
    }

    /** An entry which says that an earlier one was wrong. */
    @Schema(name = "Correction", description = "Een gebeurtenis die een eerdere corrigeert of herroept")
    record Correction(
            UUID id,

            @Schema(description = "Plaats in de hele administratie")
            long position,

            @Schema(description = "CORRECTION of RETRACTION", example = "RETRACTION")
            String kind,

            @Schema(example = "trajectory.CandidateHoldRetracted")
            String type,

            @Schema(description = "Waar het over gaat") UUID stream,
            @Schema(example = "AM05") String region,

            @Schema(description = "Ingangsdatum: die van wat ermee gecorrigeerd of herroepen is")
            LocalDate effectiveOn,

            Instant recordedAt,

            @Schema(description = "Wie het invoerde, onder pseudoniem", example = "testwerkcoach-zorg")
            String author,

            @Schema(description = "Rol waarin dat gebeurde; leeg als onbekend")
            String role,

            @Schema(description = "Organisatie waarvoor; leeg als onbekend")
            String organisation,

            @Schema(
                    description = "Op wiens gezag, onder pseudoniem; leeg waar dat niet gevraagd wordt",
                    nullable = true)
            String authorisedBy,

            @Schema(nullable = true) String reason,

            @Schema(description = "Verbindt alle gebeurtenissen van één besluit")
            String correlationId,

            @Schema(description = "Wat ermee gecorrigeerd of herroepen is")
            List<Undone> undone) {

        private static Correction of(Columns row, TwoClocks clocks) {
            return new Correction(
                    row.id("event_id"),
                    row.bigNumber("position"),
                    row.text("undoes"),
                    row.text("name"),
                    row.id("stream_id"),
                    row.text("region"),
                    row.day("effective_on"),
                    row.moment("recorded_at"),
                    row.text("author"),
                    row.text("role"),
                    row.text("organisation"),
                    row.text("authorised_by"),
                    row.text("reason"),
                    row.text("correlation_id"),
                    row.parts("undone_entries", Undone.class));
        }
    }

    /** An entry that was corrected or retracted. */
    @Schema(name = "UndoneEntry", description = "Een gebeurtenis die gecorrigeerd of herroepen is")
    record Undone(
            UUID id,
            @Schema(example = "trajectory.CandidateOnHold") String type,
            LocalDate effectiveOn,
            Instant recordedAt,
            String author) {}

    private static final Sort BY_POSITION = Sort.number("position", "position").always();
    private static final Sort BY_EFFECT = Sort.day("effectiveOn", "effective_on");
    private static final Sort BY_DELAY = Sort.number("daysLate", "days_late").always();

    private static final List<Filter> FILTERS = List.of(
            Filter.day("recordedFrom", "Ingevoerd op of na die dag", "recorded_on >= :recordedFrom"),
            Filter.day("recordedUntil", "Ingevoerd op of voor die dag", "recorded_on <= :recordedUntil"),
            Filter.day("effectiveFrom", "Ingangsdatum op of na die dag", "effective_on >= :effectiveFrom"),
            Filter.day("effectiveUntil", "Ingangsdatum op of voor die dag", "effective_on <= :effectiveUntil"),
            Filter.someOf("type", "Soort gebeurtenis", Catalogue.names(), "name = any(:type)"),
            Filter.text("author", "Wie het invoerde, onder pseudoniem", "author = :author"),
            Filter.text("role", "Rol waarin het werd ingevoerd", "role = :role"),
            Filter.id("stream", "Waar het over gaat", "stream_id = :stream"));

    /** Reports that were published of days that an entry tells of, without it (rule B29). */
    private static final String REPORTS = """
            select %s from query.report_snapshot_period s
             where s.known_until = 'infinity' and s.holds_until = 'infinity' and s.region = page.region
               and s.valid_on >= page.effective_on and s.known_at < page.recorded_at
               and page.name not like 'reportsnapshot.%%'""";

    private static final ListQuestion<LateEntry> LATE = ListQuestion.undated(
            "audit/late-entries",
            "select e.position as row_id, e.* from query.entry e where e.days_late > 0 and e.source <> 'SYSTEM'",
            "select page.*, array(" + REPORTS.formatted("s.snapshot_id")
                    + " order by s.published_at) as behind from page",
            "event_id",
            with(
                    Filter.id(
                            "behind",
                            "Te laat voor dit gepubliceerde verslag",
                            "exists (" + REPORTS.formatted("") + " and s.snapshot_id = :behind)"),
                    Filter.yesOrNo(
                            "afterPublication",
                            "Of zij te laat kwam voor een gepubliceerd verslag",
                            "exists (" + REPORTS.formatted("") + ") = :afterPublication"),
                    Filter.number("daysLateMin", "Ten minste zoveel dagen te laat", "days_late >= :daysLateMin"),
                    Filter.yesOrNo(
                            "undoing",
                            "Of zij een eerdere gebeurtenis corrigeert of herroept",
                            "(undoes is not null) = :undoing")),
            // what is late has a day from which it holds
            List.of(BY_POSITION, BY_EFFECT.always(), BY_DELAY),
            LateEntry.class,
            LateEntry::of);

    private static final ListQuestion<Correction> CORRECTIONS = ListQuestion.undated(
            "audit/corrections",
            "select e.position as row_id, e.* from query.entry e where e.undoes is not null",
            """
            select page.*, (select jsonb_agg(jsonb_build_object('id', u.event_id, 'type', u.name, 'effectiveOn', u.effective_on,
                                    'recordedAt', u.recorded_at, 'author', u.author) order by u.position)
                           from query.entry u where u.event_id = any(page.undone)) as undone_entries
              from page""",
            "event_id",
            with(
                    Filter.someOf(
                            "kind",
                            "Correctie of herroeping",
                            List.of("CORRECTION", "RETRACTION"),
                            "undoes = any(:kind)"),
                    Filter.text("authorisedBy", "Op wiens gezag, onder pseudoniem", "authorised_by = :authorisedBy"),
                    Filter.id("undone", "Gebeurtenis die gecorrigeerd of herroepen is", ":undone = any(undone)")),
            List.of(BY_POSITION, BY_EFFECT, BY_DELAY),
            Correction.class,
            Correction::of);

    private final Listing<LateEntry> late;
    private final Listing<Correction> corrections;
    private final Entries entries;
    private final CaughtUp caughtUp;

    AuditApi(Lists lists, Entries entries, CaughtUp caughtUp) {
        this.late = lists.declare(LATE);
        this.corrections = lists.declare(CORRECTIONS);
        this.entries = entries;
        this.caughtUp = caughtUp;
    }

    @ListMapping("/v1/audit/late-entries")
    @Operation(
            operationId = "listLateEntries",
            summary = "Gebeurtenissen die pas na hun ingangsdatum zijn ingevoerd, op volgorde van invoer")
    ResponseEntity<ListOf<LateEntry>> late(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return late.answer(scope, request, response, this::positionWithReports);
    }

    /** That up to which all events are entries, and all reports are known. */
    private long positionWithReports(long least) {
        return Math.min(entries.position(least), caughtUp.position(List.of(Views.SNAPSHOTS), least));
    }

    @ListMapping("/v1/audit/corrections")
    @Operation(
            operationId = "listCorrections",
            summary = "Correcties en herroepingen: van wat, door wie, op wiens gezag en waarom, op volgorde van invoer")
    ResponseEntity<ListOf<Correction>> corrections(
            Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return corrections.answer(scope, request, response, entries::position);
    }

    private static List<Filter> with(Filter... more) {
        return Stream.concat(FILTERS.stream(), Stream.of(more)).toList();
    }
}
