package nl.leerspoor.query.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.Text;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What would be if trainings of supervisors were completed on assumed days, over HTTP. It has no tag: nobody should keep
 * it as if it were so.
 */
@RestController
@Tag(name = "figures")
class ForecastApi {

    static final int MOST_ASSUMPTIONS = 50;

    private static final Text SHAPE = new Text(
            "Dit is geen training met een datum: `<id>:2020-12-11`.",
            "This is no training with a date: `<id>:2020-12-11`.");

    private static final Text ONE_PARAMETER = new Text(
            "Noem alle trainingen in één parameter, met komma's ertussen.",
            "Name all trainings in one parameter, with commas between them.");

    private static final Text TWICE = new Text("Een training staat hier twee keer.", "A training stands here twice.");

    private static final Text TOO_MANY = new Text(
            "Neem van hoogstens " + MOST_ASSUMPTIONS + " trainingen iets aan.",
            "Assume something of at most " + MOST_ASSUMPTIONS + " trainings.");

    private static final Text UNKNOWN = new Text(
            "Een van de trainingen is er op de peildatum niet in deze regio.",
            "One of the trainings is not there on that day in this region.");

    private static final Text OVER = new Text(
            "Een van de trainingen is al afgerond of afgelast.",
            "One of the trainings is completed or cancelled already.");

    private static final Text TOO_EARLY = new Text(
            "Een training kan niet vóór de peildatum of vóór haar begin worden afgerond.",
            "A training can't be completed before that day or before it starts.");

    private static final Text BACKWARDS =
            new Text("Dit ligt vóór de peildatum.", "This lies before the day from which is looked ahead.");

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.REGION + " Ieder mens telt dan één keer.", example = "AM05")
            String region,

            @Parameter(
                    description = "Peildatum vanaf welke vooruit wordt gekeken. Vandaag als zij ontbreekt.",
                    example = "2020-11-01",
                    schema = @Schema(format = "date"))
            String validOn,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(
                    description = "De dag van de verwachting, niet vóór de peildatum",
                    required = true,
                    example = "2020-12-31",
                    schema = @Schema(format = "date"))
            String on,

            @Parameter(
                    description = "Aannames: het id van een geplande, lopende of onderbroken training, een dubbele punt"
                            + " en de dag waarop zij is afgerond; hoogstens " + MOST_ASSUMPTIONS
                            + ", met komma's ertussen.",
                    required = true,
                    example = "6f5c7b7e-3f0b-5a3e-9d4f-0f8f3f1f7a11:2020-12-11")
            String training,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    private final Forecasts forecasts;
    private final CaughtUp caughtUp;
    private final Clock clock;

    ForecastApi(Forecasts forecasts, CaughtUp caughtUp, Clock clock) {
        this.forecasts = forecasts;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @GetMapping("/v1/figures/forecast")
    @Operation(
            operationId = "getFiguresForecast",
            summary = "Begeleiders, vrije plaatsen en tekort als trainingen op aangenomen dagen zijn afgerond",
            description = "Een verwachting: verder verandert er niets, en er wordt niets opgeslagen.")
    ForecastAnswer forecast(Scope scope, @ParameterObject Asked asked, NativeWebRequest request) {
        var reading = new Reading();
        var region = reading.code("region", asked.region(), CodeList.REGIONS);
        TwoClocks clocks = reading.twoClocks(asked.validOn(), asked.knownOn(), clock);
        boolean certain = !reading.isFaulty();
        Optional<LocalDate> on = reading.requiredDay("on", asked.on());
        if (on.isPresent() && on.get().isBefore(clocks.validOn())) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("on", BACKWARDS));
        }
        Map<UUID, LocalDate> assumptions = assumptions(reading, request.getParameterValues("training"));
        long minPosition = reading.minPosition(asked.minPosition());
        if (!certain) {
            reading.check();
        }
        long position = caughtUp.position(Views.COUNTED, minPosition);
        Forecasts.Basis basis = forecasts.basis(scope, region, clocks);
        Map<UUID, Training.OnDay> trainings = basis.trainings();
        assumptions.forEach((id, day) -> check(reading, clocks.validOn(), Optional.ofNullable(trainings.get(id)), day));
        reading.check();
        var forecast = new Forecast(basis.present(), on.orElseThrow(), assumptions);
        return new ForecastAnswer(
                true,
                region.orElse(null),
                clocks.validOn(),
                clocks.knownOn(),
                forecast.on(),
                Figure.VERSION,
                position,
                forecasts.assumptions(forecast, trainings),
                Calculation.of(forecast.present(), Forecasts.WANTED),
                Calculation.of(forecast.expected(), Forecasts.WANTED),
                forecasts.leerbedrijven(scope, forecast));
    }

    private static Map<UUID, LocalDate> assumptions(Reading reading, String[] given) {
        Map<UUID, LocalDate> assumptions = new LinkedHashMap<>();
        if (given == null) {
            reading.refuse(InputFault.REQUIRED.in("training"));
        } else if (given.length > 1) {
            reading.refuse(InputFault.INVALID_VALUE.in("training", ONE_PARAMETER));
        } else {
            List<String> each = List.of(given[0].split(",", -1));
            if (each.size() > MOST_ASSUMPTIONS) {
                reading.refuse(InputFault.WRONG_SIZE.in("training", TOO_MANY));
            } else {
                each.forEach(one -> assume(reading, assumptions, one));
            }
        }
        return assumptions;
    }

    private static void assume(Reading reading, Map<UUID, LocalDate> assumptions, String given) {
        int colon = given.indexOf(':');
        if (colon < 0) {
            reading.refuse(InputFault.INVALID_VALUE.in("training", SHAPE));
            return;
        }
        Optional<UUID> id = reading.id("training", given.substring(0, colon));
        Optional<LocalDate> day = reading.day("training", given.substring(colon + 1));
        if (id.isPresent() && day.isPresent() && assumptions.put(id.get(), day.get()) != null) {
            reading.refuse(InputFault.INVALID_VALUE.in("training", TWICE));
        }
    }

    private static void check(Reading reading, LocalDate today, Optional<Training.OnDay> training, LocalDate day) {
        if (training.isEmpty()) {
            reading.refuse(InputFault.INVALID_VALUE.in("training", UNKNOWN));
        } else if (!Forecast.OPEN.contains(training.get().state())) {
            reading.refuse(InputFault.INVALID_VALUE.in("training", OVER));
        } else if (day.isBefore(today) || day.isBefore(training.get().training().startsOn())) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("training", TOO_EARLY));
        }
    }
}
