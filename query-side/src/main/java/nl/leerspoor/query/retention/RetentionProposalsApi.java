package nl.leerspoor.query.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
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

/** Whom a region may erase since a retention period is over, over HTTP; on a day ahead it is a dry run. */
@RestController
@Tag(name = "privacy-cases")
class RetentionProposalsApi {

    /** Somebody whose period is over. */
    @Schema(
            name = "RetentionProposal",
            description = "Iemand van wie de bewaartermijn op de peildatum voorbij is en die nog niet gewist is")
    record Proposal(
            @Schema(example = "AM05") String region,
            @Schema(example = "CANDIDATE_DETAILS") String rule,

            @Schema(description = "CANDIDATE, SUPERVISOR of CONTACT_PERSON", example = "CANDIDATE")
            String subjectKind,

            @Schema(
                    description = "Waar het laatst iets van de persoon was: de kandidaat, de praktijkbegeleider, of het"
                            + " leerbedrijf van de contactpersoon")
            UUID subjectId,

            UUID personId,

            @Schema(
                    description = "Van de kandidaat, de praktijkbegeleider of het leerbedrijf",
                    example = "K072",
                    nullable = true)
            String reference,

            @Schema(description = "Begin van de termijn die het laatst voorbij is; zie `docs/privacy.md`")
            LocalDate since,

            @Schema(description = "Dag waarop alles van de persoon voorbij is, in welke regio ook")
            LocalDate dueOn,

            @Schema(
                    description =
                            "PROPOSED als er nog geen verzoek `RETENTION` over is; anders de stand van dat verzoek:"
                                    + " OPEN, GRANTED of REFUSED",
                    example = "PROPOSED")
            String state,

            @Schema(description = "Het verzoek, als dat er is", nullable = true)
            UUID privacyCaseId) {

        private static Proposal of(Columns row, TwoClocks clocks) {
            return new Proposal(
                    row.text("region"),
                    row.text("rule"),
                    row.text("subject_kind"),
                    row.id("subject_id"),
                    row.id("person_id"),
                    row.text("reference"),
                    row.day("since"),
                    row.day("due_on"),
                    row.text("state"),
                    row.id("privacy_case_id"));
        }
    }

    private static final ListQuestion<Proposal> QUESTION = new ListQuestion<>(
                    "retention-proposals",
                    Overdue.VIEWS,
                    Overdue.PROPOSALS,
                    "person_id",
                    List.of(
                            Filter.codes("rule", "Wat er bewaard wordt", CodeList.RETENTION_RULES, "rule = any(:rule)"),
                            Filter.someOf(
                                    "state",
                                    "Hoe ver het voorstel is",
                                    List.of("PROPOSED", "OPEN", "GRANTED", "REFUSED"),
                                    "state = any(:state)"),
                            Filter.someOf(
                                    "subjectKind",
                                    "Wat de persoon hier is",
                                    List.of("CANDIDATE", "SUPERVISOR", "CONTACT_PERSON"),
                                    "subject_kind = any(:subjectKind)"),
                            Filter.id("person", "Deze persoon", "person_id = :person"),
                            Filter.id(
                                    "candidate",
                                    "Deze kandidaat",
                                    "(subject_kind = 'CANDIDATE' and subject_id = :candidate)")),
                    List.of(Sort.day("dueOn", "due_on"), Sort.text("reference", "reference")),
                    Proposal.class,
                    Proposal::of)
            .readingEverywhere();

    private final Listing<Proposal> list;

    RetentionProposalsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/retention-proposals")
    @Operation(
            operationId = "listRetentionProposals",
            summary = "Van wie de bewaartermijn voorbij is, op volgorde van die dag; een dag vooruit is een proef")
    ResponseEntity<ListOf<Proposal>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
