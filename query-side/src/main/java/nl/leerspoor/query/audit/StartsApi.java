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

    private static final ListQuestion<Start> QUESTION = new ListQuestion<>(
            "audit/starts",
            List.of(Views.TRAJECTORIES, Views.PRAKTIJKOVEREENKOMSTEN, Views.LEERBEDRIJVEN),
            """
            select t.trajectory_id, t.region, t.reference, t.sector, t.werkcoach_id, t.started_on
              from query.trajectory_period t
             where hold(t) and t.started_on is not null""",
            """
            select page.*, p.leerbedrijf_id, l.reference as leerbedrijf, p.crebo, p.praktijkovereenkomst_id,
                   p.praktijkovereenkomst_id is not null as agreed,
                   coalesce(p.crebo = any(l.erkende_crebos), false) as erkend
              from page
              left join lateral (
                    select p.praktijkovereenkomst_id, p.leerbedrijf_id, p.crebo
                      from query.praktijkovereenkomst_period p
                     where p.trajectory_id = page.trajectory_id and p.state = 'ACTIVE' and known(p)
                       and p.holds_from <= page.started_on and p.holds_until > page.started_on
                       and page.started_on between p.starts_on and p.ends_on
                     order by p.starts_on, p.praktijkovereenkomst_id limit 1) p on true
              left join query.leerbedrijf_period l
                on l.leerbedrijf_id = p.leerbedrijf_id and l.holds_from <= page.started_on and l.holds_until > page.started_on
               and known(l)""",
            "trajectory_id",
            List.of(
                    Filter.yesOrNo("agreed", "Of er een praktijkovereenkomst van kracht was", "agreed = :agreed")
                            .ofDetails(),
                    Filter.yesOrNo("erkend", "Of het leerbedrijf er erkenning voor had", "erkend = :erkend")
                            .ofDetails(),
                    Filter.yesOrNo("founded", "Of de start op beide rustte", "(agreed and erkend) = :founded")
                            .ofDetails(),
                    Filter.day("startedFrom", "Begonnen op of na", "started_on >= :startedFrom"),
                    Filter.day("startedUntil", "Begonnen op of voor", "started_on <= :startedUntil"),
                    Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                    Filter.id("leerbedrijf", "Leerbedrijf van die dag", "leerbedrijf_id = :leerbedrijf")
                            .ofDetails(),
                    Filter.text("werkcoach", "Werkcoach, onder pseudoniem", "werkcoach_id = :werkcoach"),
                    Filter.search("q", "Een deel van een aanduiding", "reference ilike :q or leerbedrijf ilike :q")
                            .ofDetails()),
            List.of(
                    Sort.day("startedOn", "started_on"),
                    Sort.text("reference", "reference"),
                    Sort.text("leerbedrijf", "leerbedrijf").ofDetails()),
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
    ResponseEntity<ListOf<Start>> list(HttpServletRequest request, HttpServletResponse response) {
        return list.answer(request, response);
    }
}
