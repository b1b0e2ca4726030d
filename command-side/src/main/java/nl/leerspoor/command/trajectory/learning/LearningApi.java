package nl.leerspoor.command.trajectory.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.trajectory.learning.LearningCommand.ConfirmWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.JudgeWerkproces;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RecordProgress;
import nl.leerspoor.command.trajectory.learning.LearningCommand.RegisterAttendance;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on learning at work over HTTP. */
@RestController
@RequestMapping("/v1/trajectories/{trajectoryId}")
@Tag(name = "trajectories")
class LearningApi {

    @PostMapping("/progress-notes")
    @Operation(summary = "Leg voortgang vast")
    ResponseEntity<String> recordProgress(Posted<RecordProgress> command) {
        return command.decide();
    }

    @PostMapping("/attendances")
    @Operation(summary = "Registreer aanwezigheid in een week")
    ResponseEntity<String> registerAttendance(Posted<RegisterAttendance> command) {
        return command.decide();
    }

    @PostMapping("/werkproces-judgements")
    @Operation(summary = "Leg het oordeel van de praktijkbegeleider over een werkproces vast")
    ResponseEntity<String> judgeWerkproces(Posted<JudgeWerkproces> command) {
        return command.decide();
    }

    @PostMapping("/werkproces-confirmations")
    @Operation(summary = "Bevestig een werkproces namens de school")
    ResponseEntity<String> confirmWerkproces(Posted<ConfirmWerkproces> command) {
        return command.decide();
    }
}
