package nl.leerspoor.query.trajectories;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The history of a trajectory over HTTP. */
@RestController
@Tag(name = "trajectories")
class HistoryApi {

    /** The parameters of a history, as they come. */
    record Asked(
            @Parameter(
                    description = "`effective`: naar ingangsdatum; `recorded`: zoals ingevoerd",
                    schema =
                            @Schema(
                                    type = "string",
                                    allowableValues = {"effective", "recorded"},
                                    defaultValue = "effective"))
            String order,

            @Parameter(description = Described.KNOWN_ON, example = "2020-11-01")
            String knownOn,

            @Parameter(
                    description = Described.MIN_POSITION,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
            String minPosition) {}

    /** A history. */
    @Schema(name = "TrajectoryHistory")
    record Answer(
            UUID trajectoryId,
            @Schema(example = "effective") String order,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position,
            List<HistoryEntry> events) {}

    private final EventLog log;
    private final CaughtUp caughtUp;

    HistoryApi(EventLog log, CaughtUp caughtUp) {
        this.log = log;
        this.caughtUp = caughtUp;
    }

    @GetMapping("/v1/trajectories/{trajectoryId}/history")
    @Operation(
            operationId = "getTrajectoryHistory",
            summary = "Alles wat over een traject is ingevoerd, herroepen gebeurtenissen ook")
    ResponseEntity<Answer> history(
            @PathVariable UUID trajectoryId, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        History.Order order = order(reading, asked);
        Optional<Known> known = reading.known(asked.knownOn());
        long minPosition = reading.minPosition(asked.minPosition());
        reading.check();
        long position = caughtUp.position(List.of(Views.TRAJECTORIES), minPosition);
        List<HistoryEntry> events = History.of(log.ofStream(trajectoryId), known, order);
        if (events.isEmpty() || !events.getFirst().name().startsWith("trajectory.")) {
            throw TrajectoriesApi.notFound();
        }
        return Revalidation.answer(
                request,
                Revalidation.weakTag(events.size(), order.name(), known),
                HttpHeaders.EMPTY,
                () -> new Answer(
                        trajectoryId,
                        order.name().toLowerCase(Locale.ROOT),
                        known.map(Known::text).orElse(null),
                        position,
                        events));
    }

    private static History.Order order(Reading reading, Asked asked) {
        return reading.oneOf("order", asked.order(), List.of("effective", "recorded"))
                .map(order -> History.Order.valueOf(order.toUpperCase(Locale.ROOT)))
                .orElse(History.Order.EFFECTIVE);
    }
}
