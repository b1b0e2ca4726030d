package nl.leerspoor.command.duty;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.duty.DutyCommand.DischargeDuty;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on duties over HTTP. */
@RestController
@RequestMapping("/v1/duties")
@Tag(name = "duties")
class DutyApi {

    @PostMapping("/{dutyId}/discharges")
    @Operation(summary = "Sluit een taak met de hand af, met een reden")
    ResponseEntity<String> dischargeDuty(Posted<DischargeDuty> command) {
        return command.decide();
    }
}
