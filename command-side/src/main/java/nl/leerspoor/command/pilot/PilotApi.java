package nl.leerspoor.command.pilot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.pilot.PilotCommand.AddPartner;
import nl.leerspoor.command.pilot.PilotCommand.CompletePilot;
import nl.leerspoor.command.pilot.PilotCommand.ConfirmPilotPlan;
import nl.leerspoor.command.pilot.PilotCommand.RecordLesson;
import nl.leerspoor.command.pilot.PilotCommand.ReschedulePilotEnd;
import nl.leerspoor.command.pilot.PilotCommand.SetTarget;
import nl.leerspoor.command.pilot.PilotCommand.StartRegionPilot;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on pilots over HTTP. */
@RestController
@RequestMapping("/v1/pilots")
@Tag(name = "pilots")
class PilotApi {

    @PostMapping
    @Operation(summary = "Start de pilot van een regio")
    ResponseEntity<String> startPilot(Posted<StartRegionPilot> command) {
        return command.decide();
    }

    @PostMapping("/{pilotId}/partners")
    @Operation(summary = "Voeg een partner toe")
    ResponseEntity<String> addPartner(Posted<AddPartner> command) {
        return command.decide();
    }

    @PostMapping("/{pilotId}/targets")
    @Operation(summary = "Stel een doel voor een jaar")
    ResponseEntity<String> setTarget(Posted<SetTarget> command) {
        return command.decide();
    }

    @PostMapping("/{pilotId}/plan-confirmations")
    @Operation(summary = "Bevestig het geplande einde")
    ResponseEntity<String> confirmPilotPlan(Posted<ConfirmPilotPlan> command) {
        return command.decide();
    }

    @PostMapping("/{pilotId}/end-reschedulings")
    @Operation(summary = "Verplaats het geplande einde")
    ResponseEntity<String> reschedulePilotEnd(Posted<ReschedulePilotEnd> command) {
        return command.decide();
    }

    @PostMapping("/{pilotId}/lessons")
    @Operation(summary = "Leg een les, tip of open vraag vast")
    ResponseEntity<String> recordLesson(Posted<RecordLesson> command) {
        return command.decide();
    }

    @PostMapping("/{pilotId}/completions")
    @Operation(summary = "Rond de pilot af, met alle trajecten die doorgaan")
    ResponseEntity<String> completePilot(Posted<CompletePilot> command) {
        return command.decide();
    }
}
