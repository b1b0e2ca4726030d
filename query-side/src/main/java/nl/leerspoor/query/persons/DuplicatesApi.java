package nl.leerspoor.query.persons;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Candidates who may be one person, over HTTP. They are found by a keyed hash, so no name is read or told. */
@RestController
@Tag(name = "candidates")
class DuplicatesApi {

    /** A candidate with others of the same name and birthday. */
    @Schema(
            name = "PossibleDuplicate",
            description = "Een kandidaat, en wie in dezelfde regio dezelfde naam en geboortedatum heeft")
    record Possible(
            UUID candidateId,
            @Schema(example = "AM05") String region,
            @Schema(example = "K009", nullable = true) String reference,
            UUID personId,
            List<UUID> others) {

        private static Possible of(Columns row, TwoClocks clocks) {
            return new Possible(
                    row.id("candidate_id"),
                    row.text("region"),
                    row.text("reference"),
                    row.id("person_id"),
                    row.ids("others"));
        }
    }

    private static final ListQuestion<Possible> QUESTION = new ListQuestion<>(
            "possible-duplicates",
            List.of(Views.CANDIDATE_DETAILS),
            """
            select c.*, array(select o.candidate_id from query.candidate_details_period o
                               where o.duplicate_key = c.duplicate_key and o.region = c.region
                                 and o.person_id <> c.person_id and hold(o) order by 1) as others
              from query.candidate_details_period c
             where hold(c) and c.duplicate_key is not null
               and exists (select from query.candidate_details_period o
                            where o.duplicate_key = c.duplicate_key and o.region = c.region
                              and o.person_id <> c.person_id and hold(o))""",
            "candidate_id",
            List.of(Filter.id("candidate", "Van deze kandidaat", "candidate_id = :candidate")),
            List.of(Sort.text("reference", "reference")),
            Possible.class,
            Possible::of);

    private final Listing<Possible> list;

    DuplicatesApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/possible-duplicates")
    @Operation(operationId = "listPossibleDuplicates", summary = "Kandidaten die dezelfde persoon kunnen zijn")
    ResponseEntity<ListOf<Possible>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
