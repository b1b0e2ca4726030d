package nl.leerspoor.query.processing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Filter;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.ListQuestion;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.Sort;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at whose data, over HTTP. */
@RestController
@Tag(name = "audit")
class ProcessingLogApi {

    /** A line of the log. */
    @Schema(name = "ProcessingLogLine", description = "Een regel van het logboek van dataverwerkingen")
    record Line(
            UUID id,
            @Schema(example = "AM05") String region,

            @Schema(description = "Van wie er gegevens gelezen zijn")
            UUID personId,

            @Schema(example = "testwerkcoach-zorg") String readBy,
            List<String> roles,
            @Schema(example = "SWB") String organisation,
            @Schema(example = "READ_CANDIDATE_DETAILS") String name,

            @Schema(example = "urn:leerspoor:processing-activity:read-candidate-details")
            String processingActivityId,

            @Schema(description = "Wat er gevraagd is") String resource,
            Instant startTime,
            Instant endTime,
            String traceId,
            String operationId) {

        private static Line of(Columns row, TwoClocks clocks) {
            return new Line(
                    row.id("log_id"),
                    row.text("region"),
                    row.id("data_subject_id"),
                    row.text("read_by"),
                    row.texts("roles"),
                    row.text("organisation"),
                    row.text("name"),
                    row.text("processing_activity_id"),
                    row.text("resource"),
                    row.moment("start_time"),
                    row.moment("end_time"),
                    row.text("trace_id"),
                    row.text("operation_id"));
        }
    }

    private static final ListQuestion<Line> QUESTION = ListQuestion.undated(
            "processing-log",
            "select l.* from query.processing_log l",
            "select page.* from page",
            "log_id",
            List.of(
                    Filter.id("person", "Van deze persoon", "data_subject_id = :person"),
                    Filter.id(
                            "candidate",
                            "Van de persoon die deze kandidaat is",
                            "data_subject_id in (select c.person_id from query.candidate_details_period c"
                                    + " where c.candidate_id = :candidate)"),
                    Filter.text("by", "Door deze gebruiker", "read_by = :by"),
                    Filter.someOf(
                            "activity",
                            "Waarvoor",
                            Arrays.stream(Activity.values()).map(Enum::name).toList(),
                            "name = any(:activity)")),
            List.of(Sort.number("position", "row_id").always(), Sort.text("by", "read_by")),
            Line.class,
            Line::of);

    private final Listing<Line> list;
    private final ScopedViews views;

    ProcessingLogApi(Lists lists, ScopedViews views) {
        this.list = lists.declare(QUESTION);
        this.views = views;
    }

    @ListMapping("/v1/processing-log")
    @Operation(operationId = "listProcessingLog", summary = "Wie van wie gegevens heeft gelezen, op volgorde van tijd")
    ResponseEntity<ListOf<Line>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response, least -> newest(scope));
    }

    /** The log grows on its own, beside the events. */
    private long newest(Scope scope) {
        return views.read(
                scope,
                jdbc -> jdbc.sql("select coalesce(max(row_id), 0) from query.processing_log")
                        .query(Long.class)
                        .single());
    }
}
