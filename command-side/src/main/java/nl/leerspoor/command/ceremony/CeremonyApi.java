package nl.leerspoor.command.ceremony;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.ceremony.CeremonyCommand.CancelCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.HoldCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.NominateForCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.RescheduleCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.ScheduleCeremony;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on ceremonies over HTTP. */
@RestController
@RequestMapping("/v1/ceremonies")
@Tag(name = "ceremonies")
class CeremonyApi {

    @PostMapping
    @Operation(summary = "Plan een uitreiking")
    ResponseEntity<String> scheduleCeremony(Posted<ScheduleCeremony> command) {
        return command.decide();
    }

    @PostMapping("/{ceremonyId}/nominations")
    @Operation(summary = "Draag een vastgestelde verklaring voor")
    ResponseEntity<String> nominateForCeremony(Posted<NominateForCeremony> command) {
        return command.decide();
    }

    @PostMapping("/{ceremonyId}/reschedulings")
    @Operation(summary = "Verplaats de uitreiking")
    ResponseEntity<String> rescheduleCeremony(Posted<RescheduleCeremony> command) {
        return command.decide();
    }

    @PostMapping("/{ceremonyId}/cancellations")
    @Operation(summary = "Zeg de uitreiking af")
    ResponseEntity<String> cancelCeremony(Posted<CancelCeremony> command) {
        return command.decide();
    }

    @PostMapping("/{ceremonyId}/holdings")
    @Operation(summary = "Leg vast dat de uitreiking is geweest, met wie er was")
    ResponseEntity<String> holdCeremony(Posted<HoldCeremony> command) {
        return command.decide();
    }
}
