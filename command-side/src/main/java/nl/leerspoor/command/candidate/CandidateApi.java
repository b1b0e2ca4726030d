package nl.leerspoor.command.candidate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.candidate.CandidateCommand.AddNote;
import nl.leerspoor.command.candidate.CandidateCommand.ChangeTargetGroup;
import nl.leerspoor.command.candidate.CandidateCommand.DeclineConfidenceMeasurement;
import nl.leerspoor.command.candidate.CandidateCommand.GiveConsent;
import nl.leerspoor.command.candidate.CandidateCommand.LinkSchoolStudent;
import nl.leerspoor.command.candidate.CandidateCommand.MeasureConfidence;
import nl.leerspoor.command.candidate.CandidateCommand.MergeDuplicate;
import nl.leerspoor.command.candidate.CandidateCommand.RecordCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RecordOutcome;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.RectifyCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;
import nl.leerspoor.command.candidate.CandidateCommand.RetractNote;
import nl.leerspoor.command.candidate.CandidateCommand.WithdrawConsent;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on candidates over HTTP. */
@RestController
@RequestMapping("/v1/candidates")
@Tag(name = "candidates")
class CandidateApi {

    @PostMapping
    @Operation(summary = "Breng een kandidaat in beeld")
    ResponseEntity<String> registerCandidate(Posted<RegisterCandidate> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/target-group-corrections")
    @Operation(summary = "Corrigeer de doelgroep")
    ResponseEntity<String> changeTargetGroup(Posted<ChangeTargetGroup> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/preferences")
    @Operation(summary = "Leg vast wat de kandidaat zelf wil")
    ResponseEntity<String> recordPreference(Posted<RecordPreference> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/confidence-measurements")
    @Operation(summary = "Leg een meting van het zelfvertrouwen vast")
    ResponseEntity<String> measureConfidence(Posted<MeasureConfidence> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/confidence-measurement-declines")
    @Operation(summary = "Leg vast dat de kandidaat geen meting wil")
    ResponseEntity<String> declineConfidenceMeasurement(Posted<DeclineConfidenceMeasurement> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/school-students")
    @Operation(summary = "Leg vast onder welk kenmerk de school de kandidaat kent")
    ResponseEntity<String> linkSchoolStudent(Posted<LinkSchoolStudent> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/consents")
    @Operation(summary = "Leg een toestemming vast")
    ResponseEntity<String> giveConsent(Posted<GiveConsent> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/consent-withdrawals")
    @Operation(summary = "Leg vast dat een toestemming is ingetrokken")
    ResponseEntity<String> withdrawConsent(Posted<WithdrawConsent> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/outcomes")
    @Operation(summary = "Leg vast hoe het de kandidaat na het traject verging")
    ResponseEntity<String> recordOutcome(Posted<RecordOutcome> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/details")
    @Operation(summary = "Leg vast wie de kandidaat is en waar die te bereiken is")
    ResponseEntity<String> recordCandidateDetails(Posted<RecordCandidateDetails> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/details-rectifications")
    @Operation(summary = "Corrigeer wie de kandidaat is")
    ResponseEntity<String> rectifyCandidateDetails(Posted<RectifyCandidateDetails> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/notes")
    @Operation(summary = "Leg een aantekening over de kandidaat vast")
    ResponseEntity<String> addNote(Posted<AddNote> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/note-retractions")
    @Operation(summary = "Trek een aantekening in, met de reden; niemand krijgt haar nog te zien")
    ResponseEntity<String> retractNote(Posted<RetractNote> command) {
        return command.decide();
    }

    @PostMapping("/{candidateId}/merges")
    @Operation(summary = "Voeg een dubbele kandidaat samen met die er al was")
    ResponseEntity<String> mergeDuplicate(Posted<MergeDuplicate> command) {
        return command.decide();
    }
}
