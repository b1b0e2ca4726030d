package nl.leerspoor.query.cohorts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.cohorts.CohortState.Action;
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

/** Cohorts over HTTP: their members, and what each decision did to whom. */
@RestController
@Tag(name = "cohorts")
class CohortsApi {

    /** What is told of a cohort. */
    @Schema(name = "Cohort", description = "Een cohort op een peildatum")
    record Cohort(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "C-2020-VJ", nullable = true) String reference,
            String name,
            LocalDate createdOn,
            @Schema(description = "Trajecten") List<UUID> members,

            @Schema(description = "Besluiten voor alle leden: bij wie het werd toegepast, en wie met welke reden niet")
            List<Action> actions) {

        private static Cohort of(Columns row, TwoClocks clocks) {
            return new Cohort(
                    row.id("cohort_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("name"),
                    row.day("created_on"),
                    row.ids("members"),
                    row.parts("actions", Action.class));
        }
    }

    private static final ListQuestion<Cohort> QUESTION = new ListQuestion<>(
            "cohorts",
            List.of(Views.COHORTS),
            "select c.*, cardinality(c.members) as size from query.cohort_period c where hold(c)",
            "cohort_id",
            List.of(
                    Filter.id("id", "Dit cohort", "cohort_id = :id"),
                    Filter.id("trajectory", "Cohorten met dit traject", ":trajectory = any(members)"),
                    Filter.yesOrNo(
                            "skipped",
                            "Of een besluit bij iemand niet werd toegepast",
                            "jsonb_path_exists(actions, '$[*].skipped[*]') = :skipped"),
                    Filter.search("q", "Een deel van de aanduiding of naam", "reference ilike :q or name ilike :q")),
            List.of(
                    Sort.text("reference", "reference"),
                    Sort.text("name", "name"),
                    Sort.day("createdOn", "created_on"),
                    Sort.number("size", "size")),
            Cohort.class,
            Cohort::of);

    private final Listing<Cohort> list;

    CohortsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/cohorts")
    @Operation(operationId = "listCohorts", summary = "Cohorten, met wat een besluit bij wie deed")
    ResponseEntity<ListOf<Cohort>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
