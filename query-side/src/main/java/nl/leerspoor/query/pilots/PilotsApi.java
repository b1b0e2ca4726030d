package nl.leerspoor.query.pilots;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.pilots.PilotState.Move;
import nl.leerspoor.query.pilots.PilotState.Partner;
import nl.leerspoor.query.pilots.PilotState.Phase;
import nl.leerspoor.query.pilots.PilotState.Target;
import nl.leerspoor.query.projection.Views;
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

/** Pilots over HTTP: their period, partners, targets and end. */
@RestController
@Tag(name = "pilots")
class PilotsApi {

    /** What is told of a pilot. */
    @Schema(name = "Pilot", description = "De pilot van een regio op een peildatum")
    record PilotItem(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(nullable = true) String reference,
            String programmeId,
            String name,
            List<String> sectors,
            @Schema(example = "RUNNING") Phase state,
            LocalDate startedOn,
            LocalDate plannedEnd,

            @Schema(description = "Elke keer dat het einde verschoof")
            List<Move> moves,

            @Schema(nullable = true) LocalDate completedOn,

            @Schema(description = "Trajecten die na het einde doorgaan")
            List<UUID> carriedOver,

            @Schema(description = "Hoeveel kandidaten de regio in beeld wil hebben", nullable = true)
            Integer targetInView,

            List<Target> targets,
            List<Partner> partners,

            @Schema(description = "Aantal vastgelegde lessen, tips en open vragen")
            int lessons) {

        private static PilotItem of(Columns row, TwoClocks clocks) {
            return new PilotItem(
                    row.id("pilot_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("programme_id"),
                    row.text("name"),
                    row.texts("sectors"),
                    Phase.valueOf(row.text("state")),
                    row.day("started_on"),
                    row.day("planned_end"),
                    row.parts("moves", Move.class),
                    row.day("completed_on"),
                    row.ids("carried_over"),
                    row.number("target_in_view"),
                    row.parts("targets", Target.class),
                    row.parts("partners", Partner.class),
                    row.number("lesson_count"));
        }
    }

    private static final ListQuestion<PilotItem> QUESTION = new ListQuestion<>(
            "pilots",
            List.of(Views.PILOTS),
            "select p.*, jsonb_array_length(p.lessons) as lesson_count from query.pilot_period p where hold(p)",
            "pilot_id",
            List.of(
                    Filter.id("id", "Deze pilot", "pilot_id = :id"),
                    Filter.someOf("state", "Stand", Phase.values(), "state = any(:state)"),
                    Filter.text("programme", "Landelijk programma", "programme_id = :programme"),
                    Filter.day("plannedEndBy", "Eindigt volgens plan uiterlijk dan", "planned_end <= :plannedEndBy"),
                    Filter.search("q", "Een deel van de aanduiding of naam", "reference ilike :q or name ilike :q")),
            List.of(
                    Sort.text("region", "region"),
                    Sort.text("reference", "reference"),
                    Sort.day("startedOn", "started_on"),
                    Sort.day("plannedEnd", "planned_end")),
            PilotItem.class,
            PilotItem::of);

    private final Listing<PilotItem> list;

    PilotsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/pilots")
    @Operation(operationId = "listPilots", summary = "Pilots van de regio's")
    ResponseEntity<ListOf<PilotItem>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
