package nl.leerspoor.query.trajectories;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.AskedOnTwoClocks;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.trajectories.GuidedWeeks.Standing;
import nl.leerspoor.query.trajectories.GuidedWeeks.Week;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The guided weeks of a trajectory over HTTP: how many count so far, and why not more. */
@RestController
@Tag(name = "trajectories")
class GuidedWeeksApi {

    private static final List<String> VIEWS = List.of(Views.TRAJECTORIES, Views.PRAKTIJKOVEREENKOMSTEN);

    /** The weeks, and their number by standing. */
    @Schema(name = "GuidedWeeks", description = "De begeleide weken van een traject tot en met een peildatum")
    record Answer(
            UUID trajectoryId,
            LocalDate validOn,
            @Schema(nullable = true) String knownOn,
            long position,

            @Schema(
                    description = "Begin van de eerste praktijkovereenkomst; leeg als die er nog niet is",
                    nullable = true)
            LocalDate from,

            @Schema(description = "Weken die meetellen") int counted,

            @Schema(description = "Ten hoogste zoveel weken tellen mee")
            int most,

            @Schema(description = "Weken die niet meetellen, naar de reden", example = "{\"NO_ATTENDANCE\":3}")
            Map<Standing, Integer> notCounted,

            List<Week> weeks) {

        private static Answer of(UUID id, TwoClocks clocks, long position, LocalDate from, List<Week> weeks) {
            Map<Standing, Integer> standings =
                    weeks.stream().collect(Collectors.toMap(Week::standing, week -> 1, Integer::sum, TreeMap::new));
            Integer counted = standings.remove(Standing.COUNTS);
            return new Answer(
                    id,
                    clocks.validOn(),
                    clocks.knownOn(),
                    position,
                    from,
                    counted == null ? 0 : counted,
                    GuidedWeeks.MOST,
                    standings,
                    weeks);
        }
    }

    private final TrajectoryRows rows;
    private final StreamReader reader;
    private final CaughtUp caughtUp;
    private final Clock clock;

    GuidedWeeksApi(TrajectoryRows rows, StreamReader reader, CaughtUp caughtUp, Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @GetMapping("/v1/trajectories/{trajectoryId}/guided-weeks")
    @Operation(
            operationId = "getGuidedWeeks",
            summary = "Begeleide weken van een traject, week voor week, met waarop zij steunen")
    ResponseEntity<Answer> guidedWeeks(
            Scope scope,
            @PathVariable UUID trajectoryId,
            @ParameterObject AskedOnTwoClocks asked,
            ServletWebRequest request) {
        AskedOnTwoClocks.Read read = asked.read(clock);
        TwoClocks clocks = read.clocks();
        long position = caughtUp.position(VIEWS, read.minPosition());
        rows.find(scope, trajectoryId, clocks).orElseThrow(TrajectoriesApi::notFound);
        LocalDate from = rows.firstAgreementFrom(scope, trajectoryId, clocks).orElse(null);
        List<Week> weeks = from == null
                ? List.of()
                : GuidedWeeks.of(entered(trajectoryId, clocks, position), from, clocks.validOn());
        return Revalidation.answer(
                request,
                Revalidation.weakTag(position, caughtUp.versions(VIEWS), clocks),
                HttpHeaders.EMPTY,
                () -> Answer.of(trajectoryId, clocks, position, from, weeks));
    }

    private List<Fact<TrajectoryEvent>> entered(UUID trajectoryId, TwoClocks clocks, long position) {
        return reader.readAsOf(trajectoryId, position, TrajectoryEvent.class).stream()
                .filter(fact -> clocks.known()
                        .map(known -> !fact.recordedAt().isAfter(known.at()))
                        .orElse(true))
                .toList();
    }
}
