package nl.leerspoor.query.pilots;

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

/** Lessons over HTTP: what the pilots learned. */
@RestController
@Tag(name = "pilots")
class LessonsApi {

    /** What is told of a lesson. */
    @Schema(name = "Lesson", description = "Wat een pilot leerde")
    record LessonItem(
            UUID id,
            @Schema(example = "AM05") String region,
            UUID pilotId,
            LocalDate on,

            @Schema(description = "LESSON, TIP of OPEN_QUESTION", example = "TIP")
            String kind,

            @Schema(nullable = true) String code,
            @Schema(nullable = true) String text) {

        private static LessonItem of(Columns row, TwoClocks clocks) {
            return new LessonItem(
                    row.id("lesson_id"),
                    row.text("region"),
                    row.id("pilot_id"),
                    row.day("on_day"),
                    row.text("kind"),
                    row.text("code"),
                    row.text("text"));
        }
    }

    private static final ListQuestion<LessonItem> QUESTION = new ListQuestion<>(
            "lessons",
            List.of(Views.PILOTS),
            """
            select p.row_id, p.region, p.pilot_id, l.id as lesson_id, l."on" as on_day, l.kind, l.code, l.text
              from query.pilot_period p
             cross join lateral jsonb_to_recordset(p.lessons) l (id uuid, "on" date, kind text, code text, text text)
             where hold(p)""",
            "lesson_id",
            List.of(
                    Filter.someOf("kind", "Soort", List.of("LESSON", "TIP", "OPEN_QUESTION"), "kind = any(:kind)"),
                    Filter.id("pilot", "Pilot", "pilot_id = :pilot"),
                    Filter.search("q", "Een deel van de code of tekst", "code ilike :q or text ilike :q")),
            List.of(Sort.day("on", "on_day"), Sort.text("kind", "kind"), Sort.text("code", "code")),
            LessonItem.class,
            LessonItem::of);

    private final Listing<LessonItem> list;

    LessonsApi(Lists lists) {
        this.list = lists.declare(QUESTION);
    }

    @ListMapping("/v1/lessons")
    @Operation(operationId = "listLessons", summary = "Lessen, tips en open vragen van de pilots")
    ResponseEntity<ListOf<LessonItem>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return list.answer(scope, request, response);
    }
}
