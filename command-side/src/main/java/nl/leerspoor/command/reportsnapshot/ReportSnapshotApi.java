package nl.leerspoor.command.reportsnapshot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.PublishSnapshot;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.SupersedeSnapshot;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on published reports over HTTP. */
@RestController
@RequestMapping("/v1/snapshots")
@Tag(name = "snapshots", description = "Gepubliceerde verslagen")
class ReportSnapshotApi {

    @PostMapping
    @Operation(summary = "Publiceer de kengetallen van een concept, voorgoed zoals zij zijn")
    ResponseEntity<String> publishSnapshot(Posted<PublishSnapshot> command) {
        return command.decide();
    }

    @PostMapping("/{snapshotId}/supersessions")
    @Operation(summary = "Noem het verslag dat dit vervangt; dit blijft zoals het is")
    ResponseEntity<String> supersedeSnapshot(Posted<SupersedeSnapshot> command) {
        return command.decide();
    }
}
