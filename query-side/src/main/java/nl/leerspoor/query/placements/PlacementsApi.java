package nl.leerspoor.query.placements;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CandidateNames;
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

/**
 * The candidates of leerbedrijven over HTTP: who starts when, what is to be signed and judged, and what moved. Of a
 * candidate a leerbedrijf hears no more than its own work asks for (rule B35): no target group, income or confidence.
 */
@RestController
@Tag(name = "placements")
class PlacementsApi {

    /** A placement, with the name of whom it is about where who asks may know it. */
    @Schema(name = "Placement", description = "Een kandidaat van een leerbedrijf op een peildatum")
    record Entry(
            @JsonUnwrapped Placement about,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Alleen op bladzijden, voor wie met de kandidaat werkt")
            CandidateNames.Name candidate) {

        private static Entry of(Columns row, TwoClocks clocks) {
            return new Entry(Placement.of(row, clocks), null);
        }

        private UUID candidateId() {
            return about.candidateId();
        }

        private Entry named(CandidateNames.Name name) {
            return new Entry(about, name);
        }
    }

    /** What a leerbedrijf wants to know of a candidate. */
    @Schema(name = "PlacementOfCandidate", description = "Een kandidaat van een leerbedrijf op een peildatum")
    record Placement(
            UUID trajectoryId,
            UUID candidateId,
            @Schema(example = "AM05") String region,
            @Schema(example = "K005", nullable = true) String reference,
            UUID leerbedrijfId,

            @Schema(example = "Voorbeeld Logistiek Noord", nullable = true)
            String leerbedrijf,

            @Schema(description = "Gekoppeld aan dit leerbedrijf; anders wacht men daar op een plaats")
            boolean placed,

            @Schema(example = "IN_PROGRESS") String status,
            Start start,
            @Schema(nullable = true) Guide supervisor,
            @Schema(example = "ROC", nullable = true) String schoolId,
            @Schema(example = "25254", nullable = true) String crebo,

            @Schema(description = "Of het leerbedrijf erkenning heeft voor deze crebo", nullable = true)
            Boolean erkend,

            @Schema(nullable = true) Agreement agreement,
            Werkprocessen werkprocessen,
            @Schema(nullable = true) Hold hold,
            @Schema(nullable = true) HandingOver handingOver) {

        private static Placement of(Columns row, TwoClocks clocks) {
            Agreement agreement =
                    row.parts("agreement", Agreement.class).stream().findFirst().orElse(null);
            return new Placement(
                    row.id("trajectory_id"),
                    row.id("candidate_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("place_id"),
                    row.text("leerbedrijf"),
                    row.yesOrNo("placed"),
                    row.text("status"),
                    Start.of(row),
                    Guide.of(row),
                    row.text("school_id"),
                    row.text("crebo"),
                    row.yesOrNo("erkend"),
                    agreement,
                    Werkprocessen.of(row, agreement),
                    Hold.of(row),
                    row.parts("handing_over", HandingOver.class).stream()
                            .findFirst()
                            .orElse(null));
        }
    }

    /** When learning starts, started and ended, and each time that the start was put off. */
    @Schema(name = "PlacementStart")
    record Start(
            @Schema(nullable = true) LocalDate plannedOn,
            @Schema(nullable = true) LocalDate startedOn,
            @Schema(nullable = true) LocalDate endedOn,

            @Schema(description = "Elke keer dat de start is verschoven, en waarom")
            List<Move> moves) {

        private static Start of(Columns row) {
            List<String> causes = row.texts("postponement_causes");
            List<Integer> days = row.numbers("postponement_days");
            return new Start(
                    row.day("planned_start"),
                    row.day("started_on"),
                    row.day("ended_on"),
                    IntStream.range(0, causes.size())
                            .mapToObj(i -> new Move(causes.get(i), days.get(i)))
                            .toList());
        }
    }

    /** A start that was put off. */
    @Schema(name = "PlacementMove")
    record Move(
            @Schema(example = "CORONA") String cause,
            @Schema(description = "Met zoveel dagen") int days) {}

    /** The supervisor of the match. */
    @Schema(name = "PlacementSupervisor")
    record Guide(
            UUID id,
            @Schema(example = "L01", nullable = true) String reference,

            @Schema(description = "Sinds wanneer afwezig", nullable = true)
            LocalDate unavailableSince) {

        private static Guide of(Columns row) {
            UUID id = row.id("supervisor_id");
            return id == null
                    ? null
                    : new Guide(id, row.text("supervisor_reference"), row.day("supervisor_unavailable_since"));
        }
    }

    /** The praktijkovereenkomst of the place. */
    @Schema(name = "PlacementAgreement")
    record Agreement(
            UUID id,
            @Schema(example = "ACTIVE") String state,
            LocalDate startsOn,
            LocalDate endsOn,
            int hoursPerWeek,
            @Schema(description = "Wie nog moet tekenen") List<String> missingSignatures) {}

    /** Codes of werkprocessen. */
    @Schema(name = "PlacementWerkprocessen", description = "Codes van werkprocessen")
    record Werkprocessen(
            List<String> agreed,
            List<String> mastered,
            List<String> confirmed,

            @Schema(description = "Afgesproken, en door het leerbedrijf nog niet als beheerst beoordeeld")
            List<String> toJudge,

            @Schema(description = "Te beoordelen voor de praktijkovereenkomst eindigt, op", nullable = true)
            LocalDate judgeBy) {

        private static Werkprocessen of(Columns row, Agreement agreement) {
            List<String> toJudge = row.texts("to_judge");
            return new Werkprocessen(
                    row.texts("werkprocessen_agreed"),
                    row.texts("werkprocessen_mastered"),
                    row.texts("werkprocessen_confirmed"),
                    toJudge,
                    toJudge.isEmpty() || agreement == null ? null : agreement.endsOn());
        }
    }

    /** A hold. */
    @Schema(name = "PlacementHold")
    record Hold(
            LocalDate since,
            @Schema(example = "CORONA") String cause,
            @Schema(nullable = true) LocalDate expectedResumeOn) {

        private static Hold of(Columns row) {
            LocalDate since = row.day("hold_since");
            return since == null ? null : new Hold(since, row.text("hold_cause"), row.day("hold_expected_resume_on"));
        }
    }

    /** The ceremony at which the verklaring is or was handed over. */
    @Schema(name = "PlacementHandingOver", description = "De uitreiking van de verklaring")
    record HandingOver(
            UUID ceremonyId,
            @Schema(example = "U-1", nullable = true) String reference,
            LocalDate on,
            String place,

            @Schema(description = "PLANNED of HELD", example = "PLANNED")
            String state) {}

    private static final String LEERBEDRIJF = """
            left join (select l.leerbedrijf_id as of_place, l.name as leerbedrijf, l.erkende_crebos
                         from query.leerbedrijf_period l where hold(l)) l on l.of_place = page.place_id""";

    /**
     * Who has a place there, and a praktijkovereenkomst that the leerbedrijf is still to sign: the one that is told. Those
     * are few: {@code offset 0} has each of them looked up, instead of all agreements joined to all.
     */
    private static final String TO_SIGN = """
            leerbedrijf_id is not null and (trajectory_id, leerbedrijf_id) in (
                select p.trajectory_id, p.leerbedrijf_id from query.praktijkovereenkomst_period p
                 where p.missing_signatures <> '{}' and 'LEERBEDRIJF' = any(p.missing_signatures) and hold(p)
                   and not exists (
                       select from query.praktijkovereenkomst_period rather
                        where rather.trajectory_id = p.trajectory_id and rather.leerbedrijf_id = p.leerbedrijf_id
                          and hold(rather)
                          and (rather.ended_on is not null, p.starts_on, rather.praktijkovereenkomst_id)
                              < (p.ended_on is not null, rather.starts_on, p.praktijkovereenkomst_id)
                        offset 0))""";

    private static final String HANDING_OVER = """
            trajectory_id in (
                select v.trajectory_id from query.ceremony_period c
                 cross join lateral unnest(c.nominated) n (id)
                  join query.verklaring_period v on v.verklaring_id = n.id and v.region = c.region and hold(v)
                 where c.state <> 'CANCELLED' and hold(c))""";

    private static final ListQuestion<Entry> QUESTION = new ListQuestion<>(
                    "placements",
                    List.of(
                            Views.TRAJECTORIES,
                            Views.LEERBEDRIJVEN,
                            Views.SUPERVISORS,
                            Views.PRAKTIJKOVEREENKOMSTEN,
                            Views.VERKLARINGEN,
                            Views.CEREMONIES),
                    """
            select t.*, coalesce(t.leerbedrijf_id, t.waiting_leerbedrijf_id) as place_id,
                   t.leerbedrijf_id is not null as placed
              from query.trajectory_period t
             where hold(t) and (t.leerbedrijf_id is not null or t.waiting_leerbedrijf_id is not null)""",
                    """
            select page.*, l.leerbedrijf, page.crebo = any(l.erkende_crebos) as erkend,
                   case when page.waits_for_judgement then
                       (select array_agg(code order by n)
                          from unnest(page.werkprocessen_agreed) with ordinality agreed (code, n)
                         where not (code = any(page.werkprocessen_mastered || page.werkprocessen_confirmed)))
                   end as to_judge,
                   s.reference as supervisor_reference, s.unavailable_since as supervisor_unavailable_since,
                   (select jsonb_build_array(jsonb_build_object(
                               'id', p.praktijkovereenkomst_id, 'state', p.state, 'startsOn', p.starts_on,
                               'endsOn', p.ends_on, 'hoursPerWeek', p.hours_per_week,
                               'missingSignatures', p.missing_signatures))
                      from query.praktijkovereenkomst_period p
                     where p.trajectory_id = page.trajectory_id and p.leerbedrijf_id = page.leerbedrijf_id and hold(p)
                     order by p.ended_on is not null, p.starts_on desc, p.praktijkovereenkomst_id
                     limit 1) as agreement,
                   (select jsonb_build_array(jsonb_build_object(
                               'ceremonyId', c.ceremony_id, 'reference', c.reference, 'on', c.on_day,
                               'place', c.place, 'state', c.state))
                      from query.verklaring_period v
                      join query.ceremony_period c
                        on c.region = v.region and v.verklaring_id = any(c.nominated) and c.state <> 'CANCELLED'
                       and hold(c)
                     where v.trajectory_id = page.trajectory_id and hold(v)
                     order by c.on_day desc, c.ceremony_id
                     limit 1) as handing_over
              from page
              left join query.supervisor_period s on s.supervisor_id = page.supervisor_id and hold(s)
            """ + LEERBEDRIJF,
                    "trajectory_id",
                    List.of(
                            Filter.id("leerbedrijf", "Leerbedrijf waar men geplaatst is of wacht", """
                            leerbedrijf_id = :leerbedrijf
                            or leerbedrijf_id is null and waiting_leerbedrijf_id = :leerbedrijf"""),
                            Filter.id(
                                    "supervisor", "Praktijkbegeleider van de koppeling", "supervisor_id = :supervisor"),
                            Filter.yesOrNo(
                                    "placed", "Of men gekoppeld is, of nog op een plaats wacht", "placed = :placed"),
                            Filter.yesOrNo(
                                    "open",
                                    "Of het traject nog loopt",
                                    "(status not in ('COMPLETED', 'STOPPED', 'REFERRED', 'TRANSFERRED_OUT')) = :open"),
                            Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                            Filter.yesOrNo("onHold", "Of er een hold op ligt", "(hold_since is not null) = :onHold"),
                            Filter.day(
                                    "startsFrom",
                                    "Begint of begon op of na",
                                    "coalesce(started_on, planned_start) >= :startsFrom"),
                            Filter.day(
                                    "startsUntil",
                                    "Begint of begon op of voor",
                                    "coalesce(started_on, planned_start) <= :startsUntil"),
                            Filter.yesOrNo("moved", "Of de start is verschoven", "start_moved = :moved"),
                            Filter.yesOrNo(
                                            "erkend",
                                            "Of het leerbedrijf erkenning heeft voor de crebo",
                                            "(crebo = any(erkende_crebos)) = :erkend")
                                    .joining(LEERBEDRIJF),
                            Filter.yesOrNo(
                                    "toSign",
                                    "Of het leerbedrijf de praktijkovereenkomst nog moet tekenen",
                                    "(" + TO_SIGN + ") = :toSign"),
                            Filter.yesOrNo(
                                    "toJudge",
                                    "Of er een werkproces te beoordelen is",
                                    "waits_for_judgement = :toJudge"),
                            Filter.yesOrNo(
                                    "handingOver",
                                    "Of er een uitreiking is of was",
                                    "(" + HANDING_OVER + ") = :handingOver"),
                            Filter.search("q", "Een deel van de aanduiding of van de naam van het leerbedrijf", """
                            reference ilike :q or leerbedrijf ilike :q""")
                                    .joining(LEERBEDRIJF)),
                    List.of(
                            Sort.text("reference", "reference"),
                            Sort.text("leerbedrijf", "leerbedrijf").joining(LEERBEDRIJF),
                            Sort.day("starts", "coalesce(started_on, planned_start)"),
                            Sort.text("status", "status"),
                            Sort.day("holdSince", "hold_since")),
                    Entry.class,
                    Entry::of)
            .with(new Own("cast(place_id as text) = :scopeOrganisation", null));

    private final Listing<Entry> list;
    private final CandidateNames names;

    PlacementsApi(Lists lists, CandidateNames names) {
        this.list = lists.declare(QUESTION);
        this.names = names;
    }

    @ListMapping("/v1/placements")
    @Operation(
            operationId = "listPlacements",
            summary = "De kandidaten van leerbedrijven: wie wanneer begint, en wat er te tekenen en te beoordelen is")
    ResponseEntity<ListOf<Entry>> list(
            Scope scope, Identity who, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(
                scope, request, response, names.beside(who, "/v1/placements", Entry::candidateId, Entry::named));
    }
}
