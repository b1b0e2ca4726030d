package nl.leerspoor.command.trajectory.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PostponeTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.TakeOffWaitlist;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.WaitlistCandidate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on planned starts and on the waiting list over HTTP. */
@RestController
@RequestMapping("/v1/trajectories/{trajectoryId}")
@Tag(name = "trajectories")
class PlanningApi {

    @PostMapping("/planned-starts")
    @Operation(summary = "Plan de start")
    ResponseEntity<String> planTrajectoryStart(Posted<PlanTrajectoryStart> command) {
        return command.decide();
    }

    @PostMapping("/postponements")
    @Operation(summary = "Stel de geplande start uit")
    ResponseEntity<String> postponeTrajectoryStart(Posted<PostponeTrajectoryStart> command) {
        return command.decide();
    }

    @PostMapping("/waitlistings")
    @Operation(summary = "Zet op de wachtlijst")
    ResponseEntity<String> waitlistCandidate(Posted<WaitlistCandidate> command) {
        return command.decide();
    }

    @PostMapping("/waitlist-removals")
    @Operation(summary = "Haal van de wachtlijst")
    ResponseEntity<String> takeOffWaitlist(Posted<TakeOffWaitlist> command) {
        return command.decide();
    }
}
