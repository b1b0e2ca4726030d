package nl.leerspoor.command.trajectory.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReassignWerkcoach;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReferCandidate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands of the intake over HTTP. */
@RestController
@RequestMapping("/v1/trajectories")
@Tag(name = "trajectories")
class IntakeApi {

    @PostMapping
    @Operation(summary = "Open een traject voor een kandidaat")
    ResponseEntity<String> openTrajectory(Posted<OpenTrajectory> command) {
        return command.decide();
    }

    @PostMapping("/{trajectoryId}/assessments")
    @Operation(summary = "Leg de uitkomst van de intake vast: leerbaar, schoolbaar")
    ResponseEntity<String> assessSuitability(Posted<AssessSuitability> command) {
        return command.decide();
    }

    @PostMapping("/{trajectoryId}/referrals")
    @Operation(summary = "Verwijs door naar een betere route")
    ResponseEntity<String> referCandidate(Posted<ReferCandidate> command) {
        return command.decide();
    }

    @PostMapping("/{trajectoryId}/werkcoach-reassignments")
    @Operation(summary = "Geef het traject aan een andere werkcoach")
    ResponseEntity<String> reassignWerkcoach(Posted<ReassignWerkcoach> command) {
        return command.decide();
    }
}
