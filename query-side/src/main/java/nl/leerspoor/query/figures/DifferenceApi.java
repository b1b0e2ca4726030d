package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.figures.DifferenceAnswer.NumberDifference;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Why figures of a day changed since they were told, over HTTP. */
@RestController
@Tag(name = "figures")
class DifferenceApi {

    private static final Text BACKWARDS = new Text(
            "Dit ligt vóór de eerste kennisdatum: draai ze om.", "This lies before the first date: turn them round.");

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.REGION + " Ieder mens telt dan één keer.", example = "AM05")
            String region,

            @Parameter(description = Described.VALID_ON, example = "2020-03-25", schema = @Schema(format = "date"))
            String validOn,

            @Parameter(
                    description = "De eerste kennisdatum: wat toen was ingevoerd, tot het einde van die dag in"
                            + " Nederland, of tot een tijdstip.",
                    required = true,
                    example = "2020-03-25")
            String knownOn,

            @Parameter(
                    description = "De tweede kennisdatum, niet vóór de eerste. Alles als zij ontbreekt.",
                    example = "2020-03-27")
            String knownOnOther,

            @Parameter(
                    description = "Kengetallen, op naam of met hun code, met komma's ertussen: alleen die aantallen of"
                            + " sommen zijn. Alle als zij ontbreekt.",
                    example = "onHold")
            String figure,

            @Parameter(
                    description = "Uitsplitsingen, met komma's ertussen. Geen als zij ontbreekt.",
                    example = "sector")
            String by,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    private final Differences differences;
    private final CaughtUp caughtUp;
    private final Lists lists;
    private final Clock clock;

    DifferenceApi(Differences differences, CaughtUp caughtUp, Lists lists, Clock clock) {
        this.differences = differences;
        this.caughtUp = caughtUp;
        this.lists = lists;
        this.clock = clock;
    }

    @ListMapping("/v1/figures/difference")
    @Operation(
            operationId = "getFiguresDifference",
            summary = "Waarom kengetallen van een peildatum anders werden sinds een kennisdatum",
            description = "Iedere verandering met de gebeurtenis die erover besliste. Een bestand heeft voor iedere"
                    + " verandering een regel. " + Months.DESCRIPTION)
    ResponseEntity<DifferenceAnswer> difference(Scope scope, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        var region = reading.code("region", asked.region(), CodeList.REGIONS);
        var months = Months.of(scope, clock);
        var day = reading.twoClocks(months.orLast(asked.validOn()), null, clock).validOn();
        var then = reading.requiredKnown("knownOn", asked.knownOn());
        var later = reading.known("knownOnOther", months.orLast(asked.knownOnOther()));
        months.end(reading, "validOn", day);
        months.known(reading, "knownOn", then);
        months.known(reading, "knownOnOther", later);
        var wanted = Parameters.wantedOfSums(reading, asked.figure(), asked.by());
        long minPosition = reading.minPosition(asked.minPosition());
        if (then.isPresent()
                && later.isPresent()
                && later.get().at().isBefore(then.get().at())) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("knownOnOther", BACKWARDS));
        }
        reading.check();
        Known first = then.orElseThrow();
        long position = caughtUp.position(Views.COUNTED, minPosition);
        Supplier<List<NumberDifference>> numbers = () -> differences.explain(scope, region, day, first, later, wanted);
        if (lists.isFile(request)) {
            lists.send(
                    request,
                    "figures-difference",
                    day,
                    DifferenceAnswer.Line.class,
                    DifferenceAnswer.lines(numbers.get()));
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
                        day,
                        first,
                        later,
                        wanted),
                HttpHeaders.EMPTY,
                () -> new DifferenceAnswer(
                        region.orElse(null),
                        day,
                        first.text(),
                        later.map(Known::text).orElse(null),
                        Figure.VERSION,
                        position,
                        numbers.get()));
    }
}
