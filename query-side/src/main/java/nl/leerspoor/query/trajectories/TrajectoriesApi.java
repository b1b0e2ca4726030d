package nl.leerspoor.query.trajectories;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.AskedOnTwoClocks;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.ListOf;
import nl.leerspoor.query.question.Listing;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.TwoClocks;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Trajectories over HTTP: the list, and one of them. */
@RestController
@Tag(name = "trajectories")
class TrajectoriesApi {

    private static final List<String> VIEWS = List.of(Views.TRAJECTORIES);

    /** One trajectory. */
    @Schema(name = "TrajectoryOnADay")
    record Answer(
            @JsonUnwrapped TrajectoryView trajectory,

            @Schema(description = "Versie van de stroom, zoals in `ETag`")
            long version,

            LocalDate validOn,
            @Schema(nullable = true) String knownOn,
            @Schema(description = Described.POSITION) long position) {}

    private final Listing<TrajectoryView> trajectories;
    private final TrajectoryRows rows;
    private final CaughtUp caughtUp;
    private final Clock clock;

    TrajectoriesApi(Lists lists, TrajectoryRows rows, CaughtUp caughtUp, Clock clock) {
        this.trajectories = lists.declare(TrajectoryList.QUESTION);
        this.rows = rows;
        this.caughtUp = caughtUp;
        this.clock = clock;
    }

    @ListMapping("/v1/trajectories")
    @Operation(operationId = "listTrajectories", summary = "Trajecten, op volgorde van aanduiding")
    ResponseEntity<ListOf<TrajectoryView>> list(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        return trajectories.answer(scope, request, response);
    }

    @GetMapping("/v1/trajectories/{trajectoryId}")
    @Operation(
            operationId = "getTrajectory",
            summary = "Een traject, op een peildatum en zoals bekend op een kennisdatum")
    ResponseEntity<Answer> one(
            Scope scope,
            @PathVariable UUID trajectoryId,
            @ParameterObject AskedOnTwoClocks asked,
            ServletWebRequest request) {
        AskedOnTwoClocks.Read read = asked.read(clock);
        TwoClocks clocks = read.clocks();
        long position = caughtUp.position(VIEWS, read.minPosition());
        Answer answer = rows.find(scope, trajectoryId, clocks)
                .map(found ->
                        new Answer(found.trajectory(), found.version(), clocks.validOn(), clocks.knownOn(), position))
                .orElseThrow(TrajectoriesApi::notFound);
        String tag = asked.isDated()
                ? Revalidation.weakTag(answer.version(), caughtUp.versions(VIEWS), clocks)
                : "\"" + answer.version() + "\"";
        return Revalidation.answer(request, tag, HttpHeaders.EMPTY, () -> answer);
    }

    static ProblemException notFound() {
        return new ProblemException(HttpProblem.NOT_FOUND.saying(
                "Dit traject is er niet op deze datums.", "There is no such trajectory on these dates."));
    }
}
