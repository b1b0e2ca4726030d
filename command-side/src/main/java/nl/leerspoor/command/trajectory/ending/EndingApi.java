package nl.leerspoor.command.trajectory.ending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.ending.EndingCommand.AdviseProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.CompleteTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StartProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.TransferTrajectory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on the end of a trajectory over HTTP. */
@RestController
@RequestMapping("/v1/trajectories/{trajectoryId}")
@Tag(name = "trajectories")
class EndingApi {

    @PostMapping("/completions")
    @Operation(summary = "Rond het traject af")
    ResponseEntity<String> completeTrajectory(Posted<CompleteTrajectory> command) {
        return command.decide();
    }

    @PostMapping("/stops")
    @Operation(summary = "Stop het traject")
    ResponseEntity<String> stopTrajectory(Posted<StopTrajectory> command) {
        return command.decide();
    }

    @PostMapping("/transfers")
    @Operation(summary = "Draag het traject over aan een andere regio")
    ResponseEntity<String> transferTrajectory(Posted<TransferTrajectory> command) {
        return command.decide();
    }

    @PostMapping("/progression-advices")
    @Operation(summary = "Adviseer doorstroom")
    ResponseEntity<String> adviseProgression(Posted<AdviseProgression> command) {
        return command.decide();
    }

    @PostMapping("/progression-starts")
    @Operation(summary = "Leg het begin van doorstroom vast")
    ResponseEntity<String> startProgression(Posted<StartProgression> command) {
        return command.decide();
    }
}
