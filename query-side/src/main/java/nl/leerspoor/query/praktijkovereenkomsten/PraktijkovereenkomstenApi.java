package nl.leerspoor.query.praktijkovereenkomsten;

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
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.access.Identity;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Phase;
import nl.leerspoor.query.praktijkovereenkomsten.PraktijkovereenkomstState.Signature;
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

/** Praktijkovereenkomsten over HTTP: who has yet to sign, and which end soon. */
@RestController
@Tag(name = "praktijkovereenkomsten")
class PraktijkovereenkomstenApi {

    /** An agreement, with the name of whom it is about where who asks may know it. */
    @Schema(name = "Praktijkovereenkomst", description = "Een praktijkovereenkomst op een peildatum")
    record Entry(
            @JsonUnwrapped Agreement about,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Alleen op bladzijden, voor wie met de kandidaat werkt")
            CandidateNames.Name candidate) {

        private static Entry of(Columns row, TwoClocks clocks) {
            return new Entry(Agreement.of(row, clocks), null);
        }

        private UUID candidateId() {
            return about.candidateId();
        }

        private Entry named(CandidateNames.Name name) {
            return new Entry(about, name);
        }
    }

    /** What is told of a praktijkovereenkomst. */
    @Schema(name = "PraktijkovereenkomstOfCandidate", description = "Een praktijkovereenkomst op een peildatum")
    record Agreement(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(nullable = true) String reference,
            UUID trajectoryId,

            @Schema(description = "Aanduiding van het traject", example = "K009", nullable = true)
            String trajectory,

            UUID candidateId,
            UUID leerbedrijfId,
            @Schema(nullable = true) UUID supervisorId,
            @Schema(example = "ROC") String schoolId,
            @Schema(example = "25251") String crebo,
            String leerweg,
            @Schema(example = "ACTIVE") Phase state,
            LocalDate startsOn,
            LocalDate endsOn,
            int hoursPerWeek,

            @Schema(description = "Handtekeningen onder de tekst zoals die nu is")
            List<Signature> signatures,

            @Schema(description = "Wie nog moet tekenen") List<String> missingSignatures,
            @Schema(nullable = true) LocalDate activatedOn,
            @Schema(nullable = true) LocalDate endedOn,
            @Schema(nullable = true) String endGround) {

        private static Agreement of(Columns row, TwoClocks clocks) {
            return new Agreement(
                    row.id("praktijkovereenkomst_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("trajectory_id"),
                    row.text("trajectory"),
                    row.id("candidate_id"),
                    row.id("leerbedrijf_id"),
                    row.id("supervisor_id"),
                    row.text("school_id"),
                    row.text("crebo"),
                    row.text("leerweg"),
                    Phase.valueOf(row.text("state")),
                    row.day("starts_on"),
                    row.day("ends_on"),
                    row.number("hours_per_week"),
                    row.parts("signatures", Signature.class),
                    row.texts("missing_signatures"),
                    row.day("activated_on"),
                    row.day("ended_on"),
                    row.text("end_ground"));
        }
    }

    private static final String TRAJECTORY = """
            left join (select t.trajectory_id as of_trajectory, t.reference as trajectory from query.trajectory_period t
                        where hold(t)) t on t.of_trajectory = page.trajectory_id""";

    private static final ListQuestion<Entry> QUESTION = new ListQuestion<>(
                    "praktijkovereenkomsten",
                    List.of(Views.PRAKTIJKOVEREENKOMSTEN, Views.TRAJECTORIES),
                    "select p.* from query.praktijkovereenkomst_period p where hold(p)",
                    "select page.*, t.trajectory from page " + TRAJECTORY,
                    "praktijkovereenkomst_id",
                    List.of(
                            Filter.id("id", "Deze praktijkovereenkomst", "praktijkovereenkomst_id = :id"),
                            Filter.someOf("state", "Stand", Phase.values(), "state = any(:state)"),
                            Filter.someOf(
                                    "missing",
                                    "Wie nog moet tekenen",
                                    List.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL", "LEGAL_REPRESENTATIVE"),
                                    "missing_signatures && cast(:missing as text[])"),
                            Filter.number(
                                    "endsWithinDays",
                                    "Eindigt volgens de tekst binnen zoveel dagen na de peildatum, en is nog niet beëindigd",
                                    "ended_on is null and ends_on between cast(:validOn as date)"
                                            + " and cast(:validOn as date) + cast(:endsWithinDays as int)"),
                            Filter.codes("school", "School", CodeList.SCHOOLS, "school_id = any(:school)"),
                            Filter.id("leerbedrijf", "Leerbedrijf", "leerbedrijf_id = :leerbedrijf"),
                            Filter.id("trajectory", "Traject", "trajectory_id = :trajectory"),
                            Filter.search(
                                            "q",
                                            "Een deel van een aanduiding",
                                            "reference ilike :q or trajectory ilike :q")
                                    .joining(TRAJECTORY)),
                    List.of(
                            Sort.day("endsOn", "ends_on").always(),
                            Sort.day("startsOn", "starts_on"),
                            Sort.day("activatedOn", "activated_on"),
                            Sort.text("reference", "reference"),
                            Sort.text("trajectory", "trajectory").joining(TRAJECTORY),
                            Sort.text("state", "state")),
                    Entry.class,
                    Entry::of)
            .with(new Own("school_id = :scopeOrganisation", Own.ofTrajectories().werkcoach()));

    private final Listing<Entry> list;
    private final CandidateNames names;

    PraktijkovereenkomstenApi(Lists lists, CandidateNames names) {
        this.list = lists.declare(QUESTION);
        this.names = names;
    }

    @ListMapping("/v1/praktijkovereenkomsten")
    @Operation(
            operationId = "listPraktijkovereenkomsten",
            summary = "Praktijkovereenkomsten, op volgorde van einddatum")
    ResponseEntity<ListOf<Entry>> list(
            Scope scope, Identity who, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(
                scope,
                request,
                response,
                names.beside(who, "/v1/praktijkovereenkomsten", Entry::candidateId, Entry::named));
    }
}
