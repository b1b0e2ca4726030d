package nl.leerspoor.command.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.retention.RetentionCommand.ConfirmRetentionRule;
import nl.leerspoor.command.retention.RetentionCommand.EndRetentionRule;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on retention rules over HTTP. */
@RestController
@RequestMapping("/v1/retention-rules")
@Tag(name = "privacy-cases")
class RetentionApi {

    @PostMapping
    @Operation(summary = "Laat een bewaartermijn gelden in een regio")
    ResponseEntity<String> confirmRetentionRule(Posted<ConfirmRetentionRule> command) {
        return command.decide();
    }

    @PostMapping("/{retentionId}/endings")
    @Operation(summary = "Laat een bewaartermijn niet meer gelden")
    ResponseEntity<String> endRetentionRule(Posted<EndRetentionRule> command) {
        return command.decide();
    }
}
