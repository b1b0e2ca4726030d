package nl.leerspoor.command.praktijkovereenkomst;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.AmendPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DissolvePok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.DraftPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.EndPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.RejectPok;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstCommand.SignPok;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on praktijkovereenkomsten over HTTP. */
@RestController
@RequestMapping("/v1/praktijkovereenkomsten")
@Tag(name = "praktijkovereenkomsten")
class PraktijkovereenkomstApi {

    @PostMapping
    @Operation(summary = "Stel een praktijkovereenkomst op voor de match van een traject")
    ResponseEntity<String> draftPok(Posted<DraftPok> command) {
        return command.decide();
    }

    @PostMapping("/{praktijkovereenkomstId}/signatures")
    @Operation(summary = "Leg de handtekening van een partij vast")
    ResponseEntity<String> signPok(Posted<SignPok> command) {
        return command.decide();
    }

    @PostMapping("/{praktijkovereenkomstId}/amendments")
    @Operation(summary = "Wijzig de tekst; alle partijen tekenen opnieuw")
    ResponseEntity<String> amendPok(Posted<AmendPok> command) {
        return command.decide();
    }

    @PostMapping("/{praktijkovereenkomstId}/dissolutions")
    @Operation(summary = "Ontbind de praktijkovereenkomst")
    ResponseEntity<String> dissolvePok(Posted<DissolvePok> command) {
        return command.decide();
    }

    @PostMapping("/{praktijkovereenkomstId}/endings")
    @Operation(summary = "Beëindig de praktijkovereenkomst")
    ResponseEntity<String> endPok(Posted<EndPok> command) {
        return command.decide();
    }

    @PostMapping("/{praktijkovereenkomstId}/rejections")
    @Operation(summary = "Wijs een nog niet getekende praktijkovereenkomst af")
    ResponseEntity<String> rejectPok(Posted<RejectPok> command) {
        return command.decide();
    }
}
