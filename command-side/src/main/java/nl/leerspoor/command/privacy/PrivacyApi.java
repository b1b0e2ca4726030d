package nl.leerspoor.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.privacy.PrivacyCommand.EndProcessing;
import nl.leerspoor.command.privacy.PrivacyCommand.ExecuteErasure;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.FinishRectification;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.HandOverExport;
import nl.leerspoor.command.privacy.PrivacyCommand.InformRecipients;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.PartlyGrantPrivacyCase;
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

    @PostMapping("/{privacyCaseId}/partial-grants")
    @Operation(summary = "Wijs een verzoek voor een deel toe, met de grond waarop de rest wordt afgewezen")
    ResponseEntity<String> partlyGrantPrivacyCase(Posted<PartlyGrantPrivacyCase> command) {
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

    @PostMapping("/{privacyCaseId}/handovers")
    @Operation(summary = "Leg vast dat de persoon de kopie van de gegevens heeft gekregen")
    ResponseEntity<String> handOverExport(Posted<HandOverExport> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/rectifications")
    @Operation(summary = "Leg vast welke gebeurtenissen verbeterden wat niet klopte")
    ResponseEntity<String> finishRectification(Posted<FinishRectification> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/recipient-notices")
    @Operation(summary = "Leg vast welke ontvangers weten dat iets verbeterd of gewist is (AVG art. 19)")
    ResponseEntity<String> informRecipients(Posted<InformRecipients> command) {
        return command.decide();
    }

    @PostMapping("/{privacyCaseId}/ended-processings")
    @Operation(summary = "Beëindig waartegen bezwaar is gemaakt; toestemming daarvoor wordt ingetrokken")
    ResponseEntity<String> endProcessing(Posted<EndProcessing> command) {
        return command.decide();
    }
}
