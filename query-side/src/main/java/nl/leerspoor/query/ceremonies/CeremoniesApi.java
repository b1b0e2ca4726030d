package nl.leerspoor.query.ceremonies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.ceremonies.CeremonyState.Move;
import nl.leerspoor.query.ceremonies.CeremonyState.Phase;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Ceremonies over HTTP: who gets which paper where, and who was not there. */
@RestController
@Tag(name = "ceremonies")
class CeremoniesApi {

    /** A verklaring that is to be handed over, or was. */
    @Schema(name = "CeremonyPaper")
    record Paper(
            UUID verklaringId,
            @Schema(nullable = true) String reference,
            @Schema(nullable = true) UUID trajectoryId,

            @Schema(description = "Stand van de verklaring", example = "APPROVED", nullable = true)
            String state,

            @Schema(description = "Of men er was; leeg zolang de uitreiking niet is geweest", nullable = true)
            Boolean present) {}

    /** What is told of a ceremony. */
    @Schema(name = "Ceremony", description = "Een uitreiking op een peildatum")
    record Ceremony(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "U-1", nullable = true) String reference,
            String place,
            @Schema(example = "PLANNED") Phase state,
            @Schema(description = "Wanneer zij is of was") LocalDate on,

            @Schema(description = "Elke keer dat zij is verplaatst")
            List<Move> moves,

            List<Paper> papers) {

        private static Ceremony of(Columns row, TwoClocks clocks) {
            return new Ceremony(
                    row.id("ceremony_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("place"),
                    Phase.valueOf(row.text("state")),
                    row.day("on_day"),
                    row.parts("moves", Move.class),
                    row.parts("papers", Paper.class));
        }
    }

    private static final ListQuestion<Ceremony> QUESTION = new ListQuestion<>(
                    "ceremonies",
                    List.of(Views.CEREMONIES, Views.VERKLARINGEN),
                    "select c.* from query.ceremony_period c where hold(c)",
                    """
            select page.*, nominees.papers
              from page
              left join lateral (
                    select jsonb_agg(jsonb_build_object(
                               'verklaringId', n.id, 'reference', v.reference, 'trajectoryId', v.trajectory_id,
                               'state', v.state, 'present', case when n.id = any(page.present) then true
                                                                 when n.id = any(page.absent) then false end)
                               order by v.reference, n.id) as papers
                      from unnest(page.nominated) n (id)
                      left join query.verklaring_period v on v.verklaring_id = n.id and hold(v)
                     where own(v.school_id)) nominees on true""",
                    "ceremony_id",
                    List.of(
                            Filter.id("id", "Deze uitreiking", "ceremony_id = :id"),
                            Filter.someOf("state", "Stand", Phase.values(), "state = any(:state)"),
                            Filter.day("from", "Op of na deze dag", "on_day >= :from"),
                            Filter.day("until", "Op of voor deze dag", "on_day <= :until"),
                            Filter.yesOrNo("moved", "Of zij is verplaatst", "(jsonb_array_length(moves) > 0) = :moved"),
                            Filter.search(
                                    "q",
                                    "Een deel van de aanduiding of plaats",
                                    "reference ilike :q or place ilike :q")),
                    List.of(Sort.day("on", "on_day"), Sort.text("reference", "reference"), Sort.text("state", "state")),
                    Ceremony.class,
                    Ceremony::of)
            .with(new Own("""
                    exists (select from unnest(nominated) n (id)
                              join query.verklaring_period v on v.verklaring_id = n.id and hold(v)
                             where v.school_id = :scopeOrganisation)""", null));

    private final Listing<Ceremony> list;

    CeremoniesApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/ceremonies")
    @Operation(operationId = "listCeremonies", summary = "Uitreikingen, op volgorde van datum")
    ResponseEntity<ListOf<Ceremony>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
