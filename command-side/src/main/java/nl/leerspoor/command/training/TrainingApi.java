package nl.leerspoor.command.training;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.training.TrainingCommand.CancelTraining;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.command.training.TrainingCommand.ResumeTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.command.training.TrainingCommand.SuspendTraining;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on trainings of supervisors over HTTP. */
@RestController
@RequestMapping("/v1/supervisor-trainings")
@Tag(name = "supervisor-trainings")
class TrainingApi {

    @PostMapping
    @Operation(summary = "Plan een opleiding van praktijkbegeleiders")
    ResponseEntity<String> scheduleTraining(Posted<ScheduleTraining> command) {
        return command.decide();
    }

    @PostMapping("/{trainingId}/suspensions")
    @Operation(summary = "Leg de opleiding stil")
    ResponseEntity<String> suspendTraining(Posted<SuspendTraining> command) {
        return command.decide();
    }

    @PostMapping("/{trainingId}/resumptions")
    @Operation(summary = "Laat de opleiding doorgaan, met een nieuw einde")
    ResponseEntity<String> resumeTraining(Posted<ResumeTraining> command) {
        return command.decide();
    }

    @PostMapping("/{trainingId}/cancellations")
    @Operation(summary = "Laat de opleiding niet doorgaan")
    ResponseEntity<String> cancelTraining(Posted<CancelTraining> command) {
        return command.decide();
    }

    @PostMapping("/{trainingId}/completions")
    @Operation(summary = "Rond de opleiding af, met wie is geslaagd")
    ResponseEntity<String> completeTraining(Posted<CompleteTraining> command) {
        return command.decide();
    }
}
