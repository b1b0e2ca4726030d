package nl.leerspoor.command.trajectory.correction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectCandidateSector;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectTrajectoryStart;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractCompletion;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractHold;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractStop;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractWerkprocesConfirmation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of a trajectory over HTTP. */
@RestController
@RequestMapping("/v1/trajectories/{trajectoryId}")
@Tag(name = "trajectories")
class CorrectionApi {

    @PostMapping("/sector-corrections")
    @Operation(summary = "Corrigeer de sector")
    ResponseEntity<String> correctCandidateSector(Posted<CorrectCandidateSector> command) {
        return command.decide();
    }

    @PostMapping("/start-corrections")
    @Operation(summary = "Corrigeer de startdatum")
    ResponseEntity<String> correctTrajectoryStart(Posted<CorrectTrajectoryStart> command) {
        return command.decide();
    }

    @PostMapping("/hold-retractions")
    @Operation(summary = "Herroep een hold")
    ResponseEntity<String> retractHold(Posted<RetractHold> command) {
        return command.decide();
    }

    @PostMapping("/completion-retractions")
    @Operation(summary = "Herroep de afronding")
    ResponseEntity<String> retractCompletion(Posted<RetractCompletion> command) {
        return command.decide();
    }

    @PostMapping("/stop-retractions")
    @Operation(summary = "Herroep het stoppen")
    ResponseEntity<String> retractStop(Posted<RetractStop> command) {
        return command.decide();
    }

    @PostMapping("/werkproces-confirmation-retractions")
    @Operation(summary = "Herroep de bevestiging van een werkproces")
    ResponseEntity<String> retractWerkprocesConfirmation(Posted<RetractWerkprocesConfirmation> command) {
        return command.decide();
    }
}
