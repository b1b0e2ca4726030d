package nl.leerspoor.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
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

/**
 * The starts of learning over HTTP, each with what it had to rest on that day: a praktijkovereenkomst in force (WEB 7.2.8)
 * at a leerbedrijf with erkenning for the crebo (WEB 7.2.10).
 */
@RestController
@Tag(name = "audit")
class StartsApi {

    /** A start, and whether it was founded. */
    @Schema(name = "AuditedStart", description = "Een start van het leren, en waarop die rustte")
    record Start(
            UUID trajectoryId,
            @Schema(example = "AM05") String region,
            @Schema(example = "K005", nullable = true) String reference,
            LocalDate startedOn,
            @Schema(nullable = true) UUID leerbedrijfId,

            @Schema(example = "LB01", nullable = true) String leerbedrijf,

            @Schema(example = "25254", nullable = true) String crebo,

            @Schema(description = "Praktijkovereenkomst die op de dag van de start van kracht was", nullable = true)
            UUID praktijkovereenkomstId,

            @Schema(description = "Of er op die dag een praktijkovereenkomst van kracht was")
            boolean agreed,

            @Schema(description = "Of het leerbedrijf die overeenkomst sloot met erkenning voor deze crebo op die dag")
            boolean erkend) {

        private static Start of(Columns row, TwoClocks clocks) {
            return new Start(
                    row.id("trajectory_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.day("started_on"),
                    row.id("leerbedrijf_id"),
                    row.text("leerbedrijf"),
                    row.text("crebo"),
                    row.id("praktijkovereenkomst_id"),
                    row.yesOrNo("agreed"),
                    row.yesOrNo("erkend"));
        }
    }

    /** The praktijkovereenkomst that was in force on the day of a start, if there was one. */
    private static final String AGREEMENT = """
            left join lateral (
                  select p.praktijkovereenkomst_id, p.leerbedrijf_id, p.crebo
                    from query.praktijkovereenkomst_period p
                   where p.trajectory_id = page.trajectory_id and p.state = 'ACTIVE' and known(p)
                     and p.holds_from <= page.started_on and p.holds_until > page.started_on
                     and page.started_on between p.starts_on and p.ends_on
                   order by p.starts_on, p.praktijkovereenkomst_id limit 1) p on true""";

    private static final String AGREED = "praktijkovereenkomst_id is not null";

    /** What its leerbedrijf was on that day. */
    private static final String LEERBEDRIJF = """
            left join (select l.leerbedrijf_id as agreed_with, l.reference as leerbedrijf, l.erkende_crebos,
                              l.holds_from, l.holds_until
                         from query.leerbedrijf_period l where known(l)) l
              on l.agreed_with = p.leerbedrijf_id and l.holds_from <= page.started_on and l.holds_until > page.started_on""";

    private static final String ERKEND = "coalesce(crebo = any(erkende_crebos), false)";

    private static final ListQuestion<Start> QUESTION = new ListQuestion<>(
            "audit/starts",
            List.of(Views.TRAJECTORIES, Views.PRAKTIJKOVEREENKOMSTEN, Views.LEERBEDRIJVEN),
            """
            select t.row_id, t.trajectory_id, t.region, t.reference, t.sector, t.werkcoach_id, t.started_on
              from query.trajectory_period t
             where hold(t) and t.started_on is not null""",
            """
            select page.*, p.leerbedrijf_id, l.leerbedrijf, p.crebo, p.praktijkovereenkomst_id, %s as agreed, %s as erkend
              from page %s %s""".formatted(AGREED, ERKEND, AGREEMENT, LEERBEDRIJF),
            "trajectory_id",
            List.of(
                    Filter.yesOrNo(
                                    "agreed",
                                    "Of er een praktijkovereenkomst van kracht was",
                                    "(" + AGREED + ") = :agreed")
                            .joining(AGREEMENT),
                    Filter.yesOrNo("erkend", "Of het leerbedrijf er erkenning voor had", ERKEND + " = :erkend")
                            .joining(AGREEMENT, LEERBEDRIJF),
                    Filter.yesOrNo(
                                    "founded",
                                    "Of de start op beide rustte",
                                    "(" + AGREED + " and " + ERKEND + ") = :founded")
                            .joining(AGREEMENT, LEERBEDRIJF),
                    Filter.day("startedFrom", "Begonnen op of na", "started_on >= :startedFrom"),
                    Filter.day("startedUntil", "Begonnen op of voor", "started_on <= :startedUntil"),
                    Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                    Filter.id("leerbedrijf", "Leerbedrijf van die dag", "leerbedrijf_id = :leerbedrijf")
                            .joining(AGREEMENT),
                    Filter.text("werkcoach", "Werkcoach, onder pseudoniem", "werkcoach_id = :werkcoach"),
                    Filter.search("q", "Een deel van een aanduiding", "reference ilike :q or leerbedrijf ilike :q")
                            .joining(AGREEMENT, LEERBEDRIJF)),
            List.of(
                    Sort.day("startedOn", "started_on"),
                    Sort.text("reference", "reference"),
                    Sort.text("leerbedrijf", "leerbedrijf").joining(AGREEMENT, LEERBEDRIJF)),
            Start.class,
            Start::of);

    private final Listing<Start> list;

    StartsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/audit/starts")
    @Operation(
            operationId = "listAuditedStarts",
            summary = "Elke start van het leren, met de praktijkovereenkomst en de erkenning van die dag")
    ResponseEntity<ListOf<Start>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
