package nl.leerspoor.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.projection.EventLog.Entry;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The history of any stream over HTTP: of a trajectory, and of whatever else has an id. */
@RestController
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

    /** The history of a trajectory. */
    @Schema(name = "TrajectoryHistory")
    record OfTrajectory(
            UUID trajectoryId,
            @Schema(example = "effective") String order,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position,
            List<HistoryEntry> events) {}

    /** The history of anything that has an id. */
    @Schema(name = "History", description = "Alles wat over één ding is ingevoerd")
    record OfAny(
            UUID id,

            @Schema(
                    description = "Wat het is: het eerste deel van de namen van zijn gebeurtenissen",
                    example = "cohort")
            String kind,

            @Schema(example = "effective") String order,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position,
            List<HistoryEntry> events) {}

    /** What was asked, and found. */
    private record Found(
            String kind, History.Order order, Optional<Known> known, long position, List<HistoryEntry> events) {

        private String tag() {
            return Revalidation.weakTag(
                    events.size(),
                    order.name(),
                    known,
                    events.stream().filter(event -> event.sealedAt() != null).count());
        }

        private String orderAsked() {
            return order.name().toLowerCase(Locale.ROOT);
        }

        private String knownOn() {
            return known.map(Known::text).orElse(null);
        }
    }

    private final EventLog log;
    private final OwnStreams streams;
    private final Entries entries;

    HistoryApi(EventLog log, OwnStreams streams, Entries entries) {
        this.log = log;
        this.streams = streams;
        this.entries = entries;
    }

    @GetMapping("/v1/trajectories/{trajectoryId}/history")
    @Tag(name = "trajectories")
    @Operation(
            operationId = "getTrajectoryHistory",
            summary = "Alles wat over een traject is ingevoerd, herroepen gebeurtenissen ook")
    ResponseEntity<OfTrajectory> ofTrajectory(
            Scope scope, @PathVariable UUID trajectoryId, @ParameterObject Asked asked, ServletWebRequest request) {
        Found found = find(scope, trajectoryId, asked);
        if (!found.kind().equals("trajectory")) {
            throw notFound("Dit traject is er niet op deze datums.", "There is no such trajectory on these dates.");
        }
        return Revalidation.answer(
                request,
                found.tag(),
                HttpHeaders.EMPTY,
                () -> new OfTrajectory(
                        trajectoryId, found.orderAsked(), found.knownOn(), found.position(), found.events()));
    }

    @GetMapping("/v1/history/{id}")
    @Tag(name = "audit")
    @Operation(
            operationId = "getHistory",
            summary =
                    "Alles wat over een kandidaat, traject, cohort, leerbedrijf of ander ding met dit id is ingevoerd")
    ResponseEntity<OfAny> ofAny(
            Scope scope, @PathVariable UUID id, @ParameterObject Asked asked, ServletWebRequest request) {
        Found found = find(scope, id, asked);
        if (found.events().isEmpty()) {
            throw notFound("Over dit id is dan niets ingevoerd.", "Nothing was entered about this id by then.");
        }
        return Revalidation.answer(
                request,
                found.tag(),
                HttpHeaders.EMPTY,
                () -> new OfAny(
                        id, found.kind(), found.orderAsked(), found.knownOn(), found.position(), found.events()));
    }

    private Found find(Scope scope, UUID id, Asked asked) {
        var reading = new Reading();
        History.Order order = order(reading, asked);
        Optional<Known> known = reading.known(asked.knownOn());
        long minPosition = reading.minPosition(asked.minPosition());
        reading.check();
        long position = entries.position(minPosition);
        List<HistoryEntry> events =
                streams.reaches(scope, id, minPosition) ? history(log.ofStream(id), known, order) : List.of();
        String kind = events.isEmpty() ? "" : events.getFirst().name().replaceFirst("\\..*", "");
        return new Found(kind, order, known, position, events);
    }

    private List<HistoryEntry> history(List<Entry> stream, Optional<Known> known, History.Order order) {
        return History.of(stream, known, order, log.sealedAt(stream));
    }

    private static ProblemException notFound(String dutch, String english) {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(dutch, english));
    }

    private static History.Order order(Reading reading, Asked asked) {
        return reading.oneOf("order", asked.order(), List.of("effective", "recorded"))
                .map(order -> History.Order.valueOf(order.toUpperCase(Locale.ROOT)))
                .orElse(History.Order.EFFECTIVE);
    }
}
