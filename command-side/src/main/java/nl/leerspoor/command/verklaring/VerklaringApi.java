package nl.leerspoor.command.verklaring;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.verklaring.VerklaringCommand.ApproveVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.DraftVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.IssueVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RefuseVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.ReplaceVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RevokeVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.ShareVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.SignForLeerbedrijf;
import nl.leerspoor.command.verklaring.VerklaringCommand.WithdrawDraft;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on verklaringen over HTTP. */
@RestController
@RequestMapping("/v1/verklaringen")
@Tag(name = "verklaringen")
class VerklaringApi {

    @PostMapping
    @Operation(summary = "Stel een verklaring op")
    ResponseEntity<String> draftVerklaring(Posted<DraftVerklaring> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/signatures")
    @Operation(summary = "Leg de handtekening van het leerbedrijf vast")
    ResponseEntity<String> signForLeerbedrijf(Posted<SignForLeerbedrijf> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/approvals")
    @Operation(summary = "Stel de verklaring vast, als examencommissie")
    ResponseEntity<String> approveVerklaring(Posted<ApproveVerklaring> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/refusals")
    @Operation(summary = "Weiger de verklaring, als examencommissie")
    ResponseEntity<String> refuseVerklaring(Posted<RefuseVerklaring> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/withdrawals")
    @Operation(summary = "Neem een opgestelde verklaring terug")
    ResponseEntity<String> withdrawDraft(Posted<WithdrawDraft> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/issuances")
    @Operation(summary = "Reik de verklaring uit, per post of bij het ophalen")
    ResponseEntity<String> issueVerklaring(Posted<IssueVerklaring> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/revocations")
    @Operation(summary = "Trek een uitgereikte verklaring in, als examencommissie")
    ResponseEntity<String> revokeVerklaring(Posted<RevokeVerklaring> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/replacements")
    @Operation(summary = "Vervang een uitgereikte verklaring door een andere")
    ResponseEntity<String> replaceVerklaring(Posted<ReplaceVerklaring> command) {
        return command.decide();
    }

    @PostMapping("/{verklaringId}/shares")
    @Operation(summary = "Leg vast dat de kandidaat de verklaring heeft laten zien")
    ResponseEntity<String> shareVerklaring(Posted<ShareVerklaring> command) {
        return command.decide();
    }
}
