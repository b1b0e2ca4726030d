package nl.leerspoor.command.trajectory.hold;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on holds over HTTP. */
@RestController
@RequestMapping("/v1/trajectories/{trajectoryId}")
@Tag(name = "trajectories")
class HoldApi {

    @PostMapping("/holds")
    @Operation(summary = "Zet on hold, voor of na de start")
    ResponseEntity<String> putCandidateOnHold(Posted<PutCandidateOnHold> command) {
        return command.decide();
    }

    @PostMapping("/resumptions")
    @Operation(summary = "Hervat; de start moet daarna opnieuw worden gepland")
    ResponseEntity<String> resumeCandidate(Posted<ResumeCandidate> command) {
        return command.decide();
    }
}
