package nl.leerspoor.query.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** Requests of people about their own data over HTTP. */
@RestController
@Tag(name = "privacy-cases")
class PrivacyCasesApi {

    /** What is told of a request. */
    @Schema(name = "PrivacyCase", description = "Een verzoek van iemand over de eigen gegevens, op een peildatum")
    record PrivacyCase(
            UUID id,
            @Schema(example = "AM05") String region,
            @Schema(example = "ERASURE") String kind,
            UUID candidateId,
            UUID personId,
            @Schema(example = "PERSON") String requestedBy,
            LocalDate receivedOn,

            @Schema(description = "Laatste dag om te antwoorden (AVG art. 12 lid 3)")
            LocalDate dueOn,

            @Schema(description = "OPEN, GRANTED, REFUSED of EXECUTED, op de peildatum", example = "GRANTED")
            String state,

            @Schema(description = "Waarop de beslissing rust", example = "AVG_17_1_A", nullable = true)
            String ground,

            @Schema(nullable = true) LocalDate decidedOn,
            @Schema(nullable = true) LocalDate executedOn) {

        private static PrivacyCase of(Columns row, TwoClocks clocks) {
            return new PrivacyCase(
                    row.id("privacy_case_id"),
                    row.text("region"),
                    row.text("kind"),
                    row.id("candidate_id"),
                    row.id("person_id"),
                    row.text("requested_by"),
                    row.day("received_on"),
                    row.day("due_on"),
                    row.text("phase"),
                    row.text("ground"),
                    row.day("decided_on"),
                    row.day("erased_on"));
        }
    }

    private static final ListQuestion<PrivacyCase> QUESTION = new ListQuestion<>(
            "privacy-cases",
            List.of(Views.PRIVACY_CASES, Views.CANDIDATE_DETAILS),
            """
            select p.*, d.erased_on,
                   case when d.erased_on is not null and p.state = 'GRANTED' then 'EXECUTED' else p.state end as phase
              from query.privacy_case_period p
              left join (select d.candidate_id, d.erased_on from query.candidate_details_period d where hold(d)) d
                   on d.candidate_id = p.candidate_id
             where hold(p)""",
            "privacy_case_id",
            List.of(
                    Filter.id("id", "Dit verzoek", "privacy_case_id = :id"),
                    Filter.id("candidate", "Over deze kandidaat", "candidate_id = :candidate"),
                    Filter.someOf(
                            "state",
                            "Stand op de peildatum",
                            List.of("OPEN", "GRANTED", "REFUSED", "EXECUTED"),
                            "phase = any(:state)")),
            List.of(Sort.day("dueOn", "due_on"), Sort.day("receivedOn", "received_on"), Sort.text("state", "phase")),
            PrivacyCase.class,
            PrivacyCase::of);

    private final Listing<PrivacyCase> list;

    PrivacyCasesApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/privacy-cases")
    @Operation(
            operationId = "listPrivacyCases",
            summary = "Verzoeken over eigen gegevens, op volgorde van uiterste datum")
    ResponseEntity<ListOf<PrivacyCase>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
