package nl.leerspoor.query.verklaringen;

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
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
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
import nl.leerspoor.query.verklaringen.VerklaringState.Phase;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Verklaringen over HTTP: what is to be approved or handed over, and the register by number. */
@RestController
@Tag(name = "verklaringen")
class VerklaringenApi {

    /** A verklaring, with the name of whom it is about where who asks may know it. */
    @Schema(name = "Verklaring", description = "Een praktijkverklaring op een peildatum")
    record Entry(
            @JsonUnwrapped Paper about,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Alleen op bladzijden, voor wie met de kandidaat werkt")
            CandidateNames.Name candidate) {

        private static Entry of(Columns row, TwoClocks clocks) {
            return new Entry(Paper.of(row, clocks), null);
        }

        private UUID candidateId() {
            return about.candidateId();
        }

        private Entry named(CandidateNames.Name name) {
            return new Entry(about, name);
        }
    }

    /** What is told of a verklaring. */
    @Schema(name = "VerklaringOfCandidate", description = "Een praktijkverklaring op een peildatum")
    record Paper(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "V1", nullable = true) String reference,
            UUID trajectoryId,

            @Schema(description = "Aanduiding van het traject", example = "K001", nullable = true)
            String trajectory,

            UUID candidateId,
            @Schema(example = "ROC") String schoolId,
            UUID leerbedrijfId,
            @Schema(example = "25251") String crebo,
            int level,
            String regime,
            @Schema(example = "ISSUED") Phase state,

            @Schema(description = "Werkprocessen, met de feiten waarop zij steunen")
            List<Line> lines,

            @Schema(description = "Of elk werkproces nog bevestigd is")
            boolean founded,

            LocalDate draftedOn,
            @Schema(nullable = true) LocalDate signedOn,
            @Schema(nullable = true) Decision approval,
            @Schema(nullable = true) Handing issue,
            @Schema(nullable = true) Closing ending) {

        private static Paper of(Columns row, TwoClocks clocks) {
            LocalDate approvedOn = row.day("approved_on");
            LocalDate issuedOn = row.day("issued_on");
            LocalDate endedOn = row.day("ended_on");
            return new Paper(
                    row.id("verklaring_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("trajectory_id"),
                    row.text("trajectory"),
                    row.id("candidate_id"),
                    row.text("school_id"),
                    row.id("leerbedrijf_id"),
                    row.text("crebo"),
                    row.number("level"),
                    row.text("regime"),
                    Phase.valueOf(row.text("state")),
                    row.parts("lines", Line.class),
                    row.yesOrNo("founded"),
                    row.day("drafted_on"),
                    row.day("signed_on"),
                    approvedOn == null
                            ? null
                            : new Decision(approvedOn, row.text("approved_by"), row.text("decision_ref")),
                    issuedOn == null
                            ? null
                            : new Handing(issuedOn, row.text("document_no"), row.text("manner"), row.id("ceremony_id")),
                    endedOn == null
                            ? null
                            : new Closing(
                                    endedOn,
                                    row.text("end_ground"),
                                    row.text("end_decided_by"),
                                    row.id("replaced_by")));
        }
    }

    /** The decision of the examencommissie. */
    @Schema(name = "VerklaringDecision", description = "Het besluit van de examencommissie")
    record Decision(
            LocalDate on,
            String by,
            @Schema(nullable = true) String decisionRef) {}

    /** The handing over. */
    @Schema(name = "VerklaringHanding", description = "De uitreiking")
    record Handing(
            LocalDate on,
            String documentNo,
            @Schema(example = "CEREMONY") String manner,
            @Schema(nullable = true) UUID ceremonyId) {}

    /** How it came to count no more. */
    @Schema(name = "VerklaringClosing", description = "Weigering, terugneming, intrekking of vervanging")
    record Closing(
            LocalDate on,
            @Schema(nullable = true) String ground,
            @Schema(nullable = true) String decidedBy,
            @Schema(nullable = true) UUID replacedBy) {}

    private static final String TRAJECTORY = """
            left join (select t.trajectory_id as of_trajectory, t.reference as trajectory,
                              t.werkprocessen_confirmed || t.werkprocessen_carried as confirmed
                         from query.trajectory_period t where hold(t)) t on t.of_trajectory = page.trajectory_id""";

    private static final String FOUNDED = "coalesce(werkprocessen <@ confirmed, false)";

    private static final ListQuestion<Entry> QUESTION = new ListQuestion<>(
                    "verklaringen",
                    List.of(Views.VERKLARINGEN, Views.TRAJECTORIES),
                    "select v.* from query.verklaring_period v where hold(v)",
                    "select page.*, t.trajectory, " + FOUNDED + " as founded from page " + TRAJECTORY,
                    "verklaring_id",
                    List.of(
                            Filter.id("id", "Deze verklaring", "verklaring_id = :id"),
                            Filter.someOf("state", "Stand", Phase.values(), "state = any(:state)"),
                            Filter.yesOrNo(
                                    "toApprove",
                                    "Ondertekend door het leerbedrijf, en nog vast te stellen",
                                    "(state = 'SIGNED') = :toApprove"),
                            Filter.yesOrNo(
                                    "toIssue", "Vastgesteld, en nog uit te reiken", "(state = 'APPROVED') = :toIssue"),
                            Filter.yesOrNo("founded", "Of elk werkproces nog bevestigd is", FOUNDED + " = :founded")
                                    .joining(TRAJECTORY),
                            Filter.yesOrNo(
                                    "approvedByConfirmer",
                                    "Of wie haar vaststelde zelf een werkproces ervan had bevestigd",
                                    "approved_by_confirmer = :approvedByConfirmer"),
                            Filter.text(
                                    "documentNo", "Nummer in het register van de school", "document_no = :documentNo"),
                            Filter.codes("school", "School", CodeList.SCHOOLS, "school_id = any(:school)"),
                            Filter.id("leerbedrijf", "Leerbedrijf", "leerbedrijf_id = :leerbedrijf"),
                            Filter.id("trajectory", "Traject", "trajectory_id = :trajectory"),
                            Filter.id("ceremony", "Uitgereikt bij deze uitreiking", "ceremony_id = :ceremony"),
                            Filter.day("issuedFrom", "Uitgereikt op of na", "issued_on >= :issuedFrom"),
                            Filter.day("issuedUntil", "Uitgereikt op of voor", "issued_on <= :issuedUntil"),
                            Filter.search("q", "Een deel van een aanduiding of nummer", """
                            reference ilike :q or trajectory ilike :q or document_no ilike :q""")
                                    .joining(TRAJECTORY)),
                    List.of(
                            Sort.day("draftedOn", "drafted_on").always(),
                            Sort.day("approvedOn", "approved_on"),
                            Sort.day("issuedOn", "issued_on"),
                            Sort.text("documentNo", "document_no"),
                            Sort.text("reference", "reference"),
                            Sort.text("state", "state")),
                    Entry.class,
                    Entry::of)
            .with(new Own("school_id = :scopeOrganisation", null));

    private final Listing<Entry> list;
    private final CandidateNames names;

    VerklaringenApi(Lists lists, CandidateNames names) {
        this.list = lists.declare(QUESTION);
        this.names = names;
    }

    @ListMapping("/v1/verklaringen")
    @Operation(
            operationId = "listVerklaringen",
            summary = "Verklaringen: vast te stellen, uit te reiken, en het register")
    ResponseEntity<ListOf<Entry>> list(
            Scope scope, Identity who, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(
                scope, request, response, names.beside(who, "/v1/verklaringen", Entry::candidateId, Entry::named));
    }
}
