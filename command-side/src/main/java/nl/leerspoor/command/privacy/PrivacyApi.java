package nl.leerspoor.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.privacy.PrivacyCommand.ExecuteErasure;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.RefusePrivacyCase;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on privacy cases over HTTP. */
@RestController
@RequestMapping("/v1/privacy-cases")
@Tag(name = "privacy-cases")
class PrivacyApi {

    @PostMapping
    @Operation(summary = "Neem een verzoek van iemand over de eigen gegevens in behandeling")
    ResponseEntity<String> openPrivacyCase(Posted<OpenPrivacyCase> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/extensions")
    @Operation(summary = "Verleng de termijn van een maand met twee maanden, eenmaal")
    ResponseEntity<String> extendPrivacyCase(Posted<ExtendPrivacyCase> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/grants")
    @Operation(summary = "Wijs een verzoek toe")
    ResponseEntity<String> grantPrivacyCase(Posted<GrantPrivacyCase> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/refusals")
    @Operation(summary = "Wijs een verzoek af, met de grond daarvoor")
    ResponseEntity<String> refusePrivacyCase(Posted<RefusePrivacyCase> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/erasures")
    @Operation(summary = "Wis de persoon, voorgoed; door een ander dan wie het verzoek toewees")
    ResponseEntity<String> executeErasure(Posted<ExecuteErasure> command) {
        return command.decide();
    }
}
