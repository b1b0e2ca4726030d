package nl.leerspoor.command.trajectory.placement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.MatchCandidate;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.ReplacePlace;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.StartTrajectory;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.Unmatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on the place where a candidate learns over HTTP. */
@RestController
@RequestMapping("/v1/trajectories/{trajectoryId}")
@Tag(name = "trajectories")
class PlacementApi {

    @PostMapping("/matches")
    @Operation(summary = "Koppel aan leerbedrijf en praktijkbegeleider")
    ResponseEntity<String> matchCandidate(Posted<MatchCandidate> command) {
        return command.decide();
    }

    @PostMapping("/unmatchings")
    @Operation(summary = "Maak de match ongedaan")
    ResponseEntity<String> unmatch(Posted<Unmatch> command) {
        return command.decide();
    }

    @PostMapping("/starts")
    @Operation(summary = "Start het leren")
    ResponseEntity<String> startTrajectory(Posted<StartTrajectory> command) {
        return command.decide();
    }

    @PostMapping("/place-replacements")
    @Operation(summary = "Vervang de plek")
    ResponseEntity<String> replacePlace(Posted<ReplacePlace> command) {
        return command.decide();
    }
}
