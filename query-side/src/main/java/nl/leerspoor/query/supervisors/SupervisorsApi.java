package nl.leerspoor.query.supervisors;

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
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Supervisors over HTTP: who can guide whom. */
@RestController
@Tag(name = "supervisors")
class SupervisorsApi {

    /** What is told of a supervisor. */
    @Schema(name = "Supervisor", description = "Een praktijkbegeleider op een peildatum")
    record Supervisor(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "D01", nullable = true) String reference,
            UUID leerbedrijfId,

            @Schema(example = "Voorbeeldzorg Oost", nullable = true)
            String leerbedrijf,

            @Schema(example = "DZ") String sector,

            @Schema(description = "REGISTERED, IN_TRAINING, TRAINED of EXPIRED, op de peildatum", example = "TRAINED")
            String state,

            @Schema(nullable = true) LocalDate trainedOn,

            @Schema(description = "Laatste dag waarop de training telt", nullable = true)
            LocalDate validUntil,

            @Schema(nullable = true) UUID trainingId,
            @Schema(nullable = true) LocalDate unavailableSince,
            @Schema(example = "CORONA", nullable = true) String unavailableCause,
            int maxCandidates,

            @Schema(description = "Plaatsen die vrij zijn; 0 zolang er niet begeleid kan worden")
            int freePlaces,

            @Schema(description = "Trajecten die een plaats bezetten")
            List<UUID> reservedFor) {

        private static Supervisor of(Columns row, TwoClocks clocks) {
            return new Supervisor(
                    row.id("supervisor_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("leerbedrijf_id"),
                    row.text("leerbedrijf"),
                    row.text("sector"),
                    row.text("competence"),
                    row.day("trained_on"),
                    row.day("valid_until"),
                    row.id("training_id"),
                    row.day("unavailable_since"),
                    row.text("unavailable_cause"),
                    row.number("max_candidates"),
                    row.number("free"),
                    row.ids("reserved_for"));
        }
    }

    private static final String LEERBEDRIJF = """
            left join (select l.leerbedrijf_id as of_leerbedrijf, l.name as leerbedrijf from query.leerbedrijf_period l
                        where hold(l)) l on l.of_leerbedrijf = page.leerbedrijf_id""";

    private static final ListQuestion<Supervisor> QUESTION = new ListQuestion<>(
                    "supervisors",
                    List.of(Views.SUPERVISORS, Views.LEERBEDRIJVEN),
                    """
            select s.*, case when s.guides_until >= cast(:validOn as date) then s.places_left else 0 end as free,
                   case when s.state = 'TRAINED' and s.valid_until < cast(:validOn as date) then 'EXPIRED'
                        else s.state end as competence
              from query.supervisor_period s
             where hold(s)""",
                    "select page.*, l.leerbedrijf from page " + LEERBEDRIJF,
                    "supervisor_id",
                    List.of(
                            Filter.id("id", "Deze praktijkbegeleider", "supervisor_id = :id"),
                            Filter.someOf(
                                    "state",
                                    "Stand op de peildatum",
                                    List.of("REGISTERED", "IN_TRAINING", "TRAINED", "EXPIRED"),
                                    "competence = any(:state)"),
                            Filter.codes("sector", "Sector", CodeList.SECTORS, "sector = any(:sector)"),
                            Filter.id("leerbedrijf", "Leerbedrijf", "leerbedrijf_id = :leerbedrijf"),
                            Filter.id("training", "Training waaraan men deelneemt", "training_id = :training"),
                            Filter.yesOrNo(
                                    "unavailable",
                                    "Of men afwezig is",
                                    "(unavailable_since is not null) = :unavailable"),
                            Filter.yesOrNo("free", "Of er nu een plaats vrij is", "(free > 0) = :free"),
                            Filter.id("trajectory", "Begeleidt dit traject", ":trajectory = any(reserved_for)"),
                            Filter.search(
                                            "q",
                                            "Een deel van de aanduiding of de naam van het leerbedrijf",
                                            "reference ilike :q or leerbedrijf ilike :q")
                                    .joining(LEERBEDRIJF)),
                    List.of(
                            Sort.text("reference", "reference"),
                            Sort.text("leerbedrijf", "leerbedrijf").joining(LEERBEDRIJF),
                            Sort.text("state", "competence"),
                            Sort.day("trainedOn", "trained_on"),
                            Sort.number("freePlaces", "free")),
                    Supervisor.class,
                    Supervisor::of)
            .with(new Own("cast(leerbedrijf_id as text) = :scopeOrganisation", null));

    private final Listing<Supervisor> list;

    SupervisorsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/supervisors")
    @Operation(operationId = "listSupervisors", summary = "Praktijkbegeleiders, op volgorde van aanduiding")
    ResponseEntity<ListOf<Supervisor>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
