package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.platform.identity.IdentityParameter;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Figures for charts over HTTP: one day, week or month after the other. */
@RestController
@Tag(name = "figures")
class SeriesApi {

    /** A day of every day of a year, and some more. */
    static final int MOST_POINTS = 400;

    private static final Text TOO_MANY = new Text(
            "Dit zijn meer dan " + MOST_POINTS + " punten: vraag een kortere tijd, of weken of maanden.",
            "These are more than " + MOST_POINTS + " points: ask for a shorter time, or for weeks or months.");

    private static final Text BACKWARDS =
            new Text("Dit ligt vóór het begin van de reeks.", "This lies before the start of the series.");

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.REGION + " Ieder mens telt dan één keer.", example = "AM05")
            String region,

            @Parameter(description = Parameters.FIGURE, example = "inProgress,onHold")
            String figure,

            @Parameter(
                    description = "Eerste dag van de reeks",
                    required = true,
                    example = "2020-01-01",
                    schema = @Schema(format = "date"))
            String from,

            @Parameter(
                    description = "Laatste dag van de reeks. Vandaag als zij ontbreekt.",
                    example = "2020-12-31",
                    schema = @Schema(format = "date"))
            String until,

            @Parameter(
                    description = "Dagen, weken volgens ISO 8601 of kalendermaanden; hoogstens " + MOST_POINTS
                            + ". Een punt gaat over de laatste dag ervan, en wat `inPeriod` heet over de hele week of"
                            + " maand, voor zover die tussen `from` en `until` ligt.",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"DAY", "WEEK", "MONTH"},
                                    defaultValue = "WEEK"))
            String step,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(
                    description = "Uitsplitsingen, met komma's ertussen. Geen als zij ontbreekt.",
                    example = "sector")
            String by,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    private final Figures figures;
    private final CaughtUp caughtUp;
    private final Lists lists;
    private final Clock clock;

    SeriesApi(Figures figures, CaughtUp caughtUp, Lists lists, Clock clock) {
        this.figures = figures;
        this.caughtUp = caughtUp;
        this.lists = lists;
        this.clock = clock;
    }

    @ListMapping("/v1/figures/series")
    @Operation(
            operationId = "getFiguresSeries",
            summary = "Kengetallen per dag, week of maand, voor grafieken",
            description = "Een bestand heeft voor ieder getal een regel. " + Months.DESCRIPTION)
    ResponseEntity<SeriesAnswer> series(Scope scope, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        var region = reading.code("region", asked.region(), CodeList.REGIONS);
        var wanted = Parameters.wantedInSeries(reading, asked.figure(), asked.by())
                .within(scope, IdentityParameter.of(request.getRequest()));
        var first = reading.requiredDay("from", asked.from());
        var months = Months.of(scope, clock);
        var last = reading.day("until", months.orLast(asked.until()))
                .orElseGet(() -> LocalDate.now(clock.withZone(TwoClocks.ZONE)));
        var step = months.step(
                reading, reading.oneOf("step", asked.step(), steps()).map(Step::valueOf));
        var known = reading.known(months.orLast(asked.knownOn()));
        months.first(reading, "from", first);
        months.end(reading, "until", last);
        months.known(reading, "knownOn", known);
        long minPosition = reading.minPosition(asked.minPosition());
        first.ifPresent(day -> limit(reading, day, last, step));
        reading.check();
        LocalDate from = first.orElseThrow();
        long position = caughtUp.position(Views.COUNTED, minPosition);
        Supplier<List<SeriesAnswer.Point>> points =
                () -> figures.series(scope, region, step.points(from, last), known, wanted);
        if (lists.isFile(request)) {
            lists.send(request, "figures-series", last, SeriesAnswer.Line.class, SeriesAnswer.lines(points.get()));
            return null;
        }
        return Revalidation.answer(
                request,
                Revalidation.weakTag(
                        position,
                        caughtUp.versions(Views.COUNTED),
                        scope,
                        Figure.VERSION,
                        region,
                        from,
                        last,
                        step.name(),
                        known,
                        wanted),
                HttpHeaders.EMPTY,
                () -> new SeriesAnswer(
                        region.orElse(null),
                        from,
                        last,
                        step,
                        known.map(Known::text).orElse(null),
                        Figure.VERSION,
                        position,
                        points.get()));
    }

    private static void limit(Reading reading, LocalDate from, LocalDate until, Step step) {
        Optional<Text> fault = until.isBefore(from)
                ? Optional.of(BACKWARDS)
                : Optional.of(TOO_MANY).filter(text -> step.count(from, until) > MOST_POINTS);
        fault.ifPresent(text -> reading.refuse(InputFault.OUT_OF_RANGE.in("until", text)));
    }

    private static List<String> steps() {
        return Arrays.stream(Step.values()).map(Step::name).toList();
    }
}
