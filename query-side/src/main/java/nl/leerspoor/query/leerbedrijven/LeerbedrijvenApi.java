package nl.leerspoor.query.leerbedrijven;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Decline;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Erkenning;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Offer;
import nl.leerspoor.query.leerbedrijven.LeerbedrijfState.Stage;
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

/** Leerbedrijven over HTTP: the pipeline of employers, what they may teach, and their places. */
@RestController
@Tag(name = "leerbedrijven")
class LeerbedrijvenApi {

    /** What is told of a leerbedrijf. */
    @Schema(name = "Leerbedrijf", description = "Een leerbedrijf op een peildatum")
    record Company(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "LB09", nullable = true) String reference,
            @Schema(example = "Voorbeeldgroen Zuid") String name,

            @Schema(description = "Nummer bij SBB", nullable = true)
            String companyNumber,

            @Schema(example = "GP", nullable = true) String sector,
            @Schema(example = "JOINED") Stage state,
            LocalDate approachedOn,
            @Schema(nullable = true) LocalDate interestedOn,
            @Schema(nullable = true) LocalDate joinedOn,
            @Schema(nullable = true) LocalDate suspendedSince,
            @Schema(nullable = true) String suspendedCause,
            @Schema(nullable = true) LocalDate leftOn,
            @Schema(nullable = true) String leftReason,
            List<Erkenning> erkenningen,

            @Schema(description = "Vanaf dan is een erkenning vier jaar oud en na te gaan", nullable = true)
            LocalDate reassessFrom,

            @Schema(description = "Elke keer dat het nee zei")
            List<Decline> declines,

            @Schema(description = "Wat het op andere gedachten brengt", example = "COMPENSATION", nullable = true)
            String wouldReconsiderIf,

            @Schema(description = "Plaatsen die het aanbiedt")
            List<Offer> offers,

            Guidance guidance,

            @Schema(description = "Wie er op een plaats wacht")
            int waiting,

            @Schema(description = "Plaatsen die ontbreken voor wie er wacht")
            int placesMissing,

            @Schema(description = "Trajecten die hier zijn gestopt")
            int stopped,

            @Schema(
                    description =
                            "Kandidaten die na een traject hier bij dit leerbedrijf werkten, voor zover dat is verteld")
            int kept) {

        private static Company of(Columns row, TwoClocks clocks) {
            return new Company(
                    row.id("leerbedrijf_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.text("name"),
                    row.text("company_number"),
                    row.text("sector"),
                    Stage.valueOf(row.text("state")),
                    row.day("approached_on"),
                    row.day("interested_on"),
                    row.day("joined_on"),
                    row.day("suspended_since"),
                    row.text("suspended_cause"),
                    row.day("left_on"),
                    row.text("left_reason"),
                    row.parts("erkenningen", Erkenning.class),
                    row.day("reassess_from"),
                    row.parts("declines", Decline.class),
                    row.text("would_reconsider_if"),
                    row.parts("offers", Offer.class),
                    new Guidance(row.number("supervisors"), row.number("guiding"), row.number("free")),
                    row.number("waiting"),
                    row.number("places_missing"),
                    row.number("stopped"),
                    row.number("kept"));
        }
    }

    /** Who guides there. */
    @Schema(name = "LeerbedrijfGuidance", description = "Begeleiding op de peildatum")
    record Guidance(
            @Schema(description = "Praktijkbegeleiders") int supervisors,

            @Schema(description = "Wie getraind en aanwezig is")
            int guiding,

            @Schema(description = "Plaatsen die zij vrij hebben")
            int freePlaces) {}

    private static final String GUIDANCE = """
            cross join lateral (
                  select cast(count(*) as int) as supervisors,
                         cast(count(*) filter (where s.guides_until >= cast(:validOn as date)) as int) as guiding,
                         cast(coalesce(sum(s.places_left) filter (where s.guides_until >= cast(:validOn as date)), 0)
                              as int) as free
                    from query.supervisor_period s
                   where s.leerbedrijf_id = page.leerbedrijf_id and hold(s)) guidance""";

    private static final String WAITING = """
            cross join lateral (
                  select cast(count(*) as int) as waiting
                    from query.trajectory_period t
                   where t.waiting_leerbedrijf_id = page.leerbedrijf_id and t.waiting_since is not null
                     and t.hold_since is null and hold(t)) waiting""";

    private static final String PLACES_MISSING = "greatest(0, waiting - free)";

    private static final String STOPPED = """
            cross join lateral (
                  select cast(count(*) as int) as stopped
                    from query.trajectory_period t
                   where t.leerbedrijf_id = page.leerbedrijf_id and t.status = 'STOPPED' and hold(t)) stopped""";

    private static final String KEPT = """
            cross join lateral (
                  select cast(count(distinct c.person_id) as int) as kept
                    from query.trajectory_period t
                    join query.candidate_period c on c.candidate_id = t.candidate_id and true = any(c.outcome_same_leerbedrijf)
                                                  and hold(c)
                    join lateral unnest(c.outcome_trajectories, c.outcome_same_leerbedrijf) o (trajectory_id, same)
                      on o.trajectory_id = t.trajectory_id and o.same
                   where t.leerbedrijf_id = page.leerbedrijf_id and t.status in ('COMPLETED', 'STOPPED')
                     and hold(t)) kept""";

    private static final ListQuestion<Company> QUESTION = new ListQuestion<>(
            "leerbedrijven",
            List.of(Views.LEERBEDRIJVEN, Views.SUPERVISORS, Views.TRAJECTORIES, Views.CANDIDATES),
            "select l.* from query.leerbedrijf_period l where hold(l)",
            "select page.*, supervisors, guiding, free, waiting, " + PLACES_MISSING
                    + " as places_missing, stopped, kept from page "
                    + String.join(" ", GUIDANCE, WAITING, STOPPED, KEPT),
            "leerbedrijf_id",
            List.of(
                    Filter.id("id", "Dit leerbedrijf", "leerbedrijf_id = :id"),
                    Filter.someOf("state", "Hoever het contact is", Stage.values(), "state = any(:state)"),
                    Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                    Filter.text("erkendVoor", "Heeft erkenning voor deze crebo", ":erkendVoor = any(erkende_crebos)"),
                    Filter.text(
                            "nietErkendVoor",
                            "Heeft geen erkenning voor deze crebo",
                            "not (:nietErkendVoor = any(erkende_crebos))"),
                    Filter.day(
                            "reassessBy", "Een erkenning is uiterlijk dan na te gaan", "reassess_from <= :reassessBy"),
                    Filter.codes(
                            "declineReason",
                            "Reden waarom het ooit nee zei",
                            CodeList.DECLINE_REASONS,
                            "decline_reasons && cast(:declineReason as text[])"),
                    Filter.text(
                            "wouldReconsiderIf",
                            "Wat het op andere gedachten brengt",
                            "would_reconsider_if = :wouldReconsiderIf"),
                    Filter.yesOrNo("free", "Of er nu een plaats met begeleiding vrij is", "(free > 0) = :free")
                            .joining(GUIDANCE),
                    Filter.number("waitingMin", "Ten minste zoveel wachtenden", "waiting >= :waitingMin")
                            .joining(WAITING),
                    Filter.number("stoppedMin", "Ten minste zoveel gestopte trajecten", "stopped >= :stoppedMin")
                            .joining(STOPPED),
                    Filter.number(
                                    "keptMin",
                                    "Ten minste zoveel kandidaten die er na hun traject werkten",
                                    "kept >= :keptMin")
                            .joining(KEPT),
                    Filter.search("q", "Een deel van de aanduiding of de naam", "reference ilike :q or name ilike :q")),
            List.of(
                    Sort.text("reference", "reference"),
                    Sort.text("name", "name"),
                    Sort.text("state", "state"),
                    Sort.day("approachedOn", "approached_on"),
                    Sort.day("joinedOn", "joined_on"),
                    Sort.day("reassessFrom", "reassess_from"),
                    Sort.number("freePlaces", "free").joining(GUIDANCE),
                    Sort.number("waiting", "waiting").joining(WAITING),
                    Sort.number("placesMissing", PLACES_MISSING).joining(GUIDANCE, WAITING),
                    Sort.number("stopped", "stopped").joining(STOPPED),
                    Sort.number("kept", "kept").joining(KEPT)),
            Company.class,
            Company::of);

    private final Listing<Company> list;

    LeerbedrijvenApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/leerbedrijven")
    @Operation(operationId = "listLeerbedrijven", summary = "Leerbedrijven, op volgorde van aanduiding")
    ResponseEntity<ListOf<Company>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
