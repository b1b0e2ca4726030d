package nl.leerspoor.query.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Feed.Item;
import nl.leerspoor.query.stream.Feed.Reader;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was published, day by day in numbers and a hash, so that who keeps a copy can check it. */
@RestController
@Tag(name = "events")
class SummaryApi {

    private static final int AT_ONCE = 1_000;

    /** Another node may have told of an event that this one has not read yet. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** The parameters, as they come. */
    record Asked(
            @Parameter(
                    description = "Positie vanaf waar: wat erboven ligt, telt mee. Van het begin af als zij ontbreekt.",
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String after,

            @Parameter(
                    description =
                            "Positie tot en met waar, zoals die van het laatste in een kopie; tot nu als zij ontbreekt",
                    example = "1481",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0"))
            String until,

            @Parameter(description = StreamAsked.TYPES, example = StreamAsked.A_TYPE)
            String types,

            @Parameter(description = StreamAsked.REGION, example = "AM05")
            String region,

            @Parameter(description = StreamAsked.SUBJECT) String subject) {}

    /** A day. */
    @Schema(name = "EventSummaryDay", description = "Wat er op een dag in Nederland is vastgelegd")
    record Day(
            @Schema(example = "2020-03-26") LocalDate day,

            @Schema(example = "28") long count,

            @Schema(
                    description = "Aantallen per type",
                    example = "{\"nl.leerspoor.trajectories.candidate-on-hold.v1\":25}")
            Map<String, Long> types,

            @Schema(
                    description =
                            "SHA-256 over de id's van de dag in volgorde van positie, elk gevolgd door een regeleinde (LF)",
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256) {}

    /** All days that have any. */
    @Schema(name = "EventSummary", description = "Gepubliceerde gebeurtenissen per dag van vastlegging")
    record Answer(
            @Schema(example = "0") long after,

            @Schema(description = "Tot en met welke positie alles is meegeteld", example = "1481")
            long until,

            List<Day> days) {}

    private final Feed feed;

    SummaryApi(Feed feed) {
        this.feed = feed;
    }

    @GetMapping("/v1/events/summary")
    @Operation(
            operationId = "summariseEvents",
            summary = "Hoeveel er per dag en type is gepubliceerd, met een hash om een kopie mee na te gaan",
            description =
                    "Met dezelfde selectie als de kopie. Een dag die gelijk is, is in de kopie volledig en in volgorde.")
    Answer summary(Scope scope, @ParameterObject Asked asked) throws InterruptedException {
        var reading = new Reading();
        Selection selection = StreamAsked.selection(reading, scope, asked.types(), asked.region(), asked.subject());
        long after = reading.size("after", asked.after()).orElse(0L);
        long until = reading.size("until", asked.until()).orElseGet(feed::now);
        StreamAsked.refuseAhead(reading, "after", feed, after);
        StreamAsked.refuseAhead(reading, "until", feed, until);
        if (until < after) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("until"));
        }
        reading.check();
        return new Answer(after, until, days(feed.reader(after, selection), until));
    }

    private static List<Day> days(Reader reader, long until) throws InterruptedException {
        var summary = new Summary();
        while (reader.position() < until) {
            for (Item item : reader.next(AT_ONCE, A_MOMENT)) {
                if (item.message().position() <= until) {
                    summary.add(item.message());
                }
            }
        }
        return summary.days();
    }
}
