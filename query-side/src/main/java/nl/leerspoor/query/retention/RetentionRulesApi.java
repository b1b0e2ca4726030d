package nl.leerspoor.query.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** For how long regions keep something of people over HTTP, with how many are due: on a day ahead it is a dry run. */
@RestController
@Tag(name = "privacy-cases")
class RetentionRulesApi {

    /** What is told of a rule. */
    @Schema(name = "RetentionRule", description = "Een bewaartermijn die op de peildatum in een regio geldt")
    record Rule(
            UUID id,
            @Schema(example = "AM05") String region,

            @Schema(description = "Code uit de lijst `retention-rules`", example = "CANDIDATE_DETAILS")
            String rule,

            @Schema(example = "60") int months,

            @Schema(
                    description = "Van hoeveel mensen de termijn op de peildatum voorbij is; `/v1/retention-proposals`"
                            + " noemt ze",
                    example = "3")
            int due) {

        private static Rule of(Columns row, TwoClocks clocks) {
            return new Rule(
                    row.id("retention_rule_id"),
                    row.text("region"),
                    row.text("rule"),
                    row.number("months"),
                    row.number("due"));
        }
    }

    private static final ListQuestion<Rule> QUESTION = new ListQuestion<>(
                    "retention-rules",
                    Overdue.VIEWS,
                    "select k.* from query.retention_rule_period k where hold(k) and k.in_force",
                    "select page.*, coalesce(o.due, 0) as due from page left join (select region as of_region, rule as of_rule,"
                            + " count(*)::int as due from (" + Overdue.PEOPLE + ") o group by region, rule) o"
                            + " on o.of_region = page.region and o.of_rule = page.rule",
                    "retention_rule_id",
                    List.of(Filter.codes(
                            "rule", "Wat er bewaard wordt", CodeList.RETENTION_RULES, "rule = any(:rule)")),
                    List.of(Sort.text("region", "region"), Sort.text("rule", "rule")),
                    Rule.class,
                    Rule::of)
            .readingEverywhere();

    private final Listing<Rule> list;

    RetentionRulesApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/retention-rules")
    @Operation(operationId = "listRetentionRules", summary = "Bewaartermijnen die gelden, en hoeveel er voorbij is")
    ResponseEntity<ListOf<Rule>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
