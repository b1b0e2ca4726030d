package nl.leerspoor.command.leerbedrijf;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ConfirmErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.Decline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.JoinPilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LapseErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LeavePilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.NameContactPerson;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.OfferPlaces;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RecordInterest;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RegisterErkenningWithdrawal;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ReopenContact;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RequestErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ResumeLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.SuspendLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.WithdrawPlaces;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on leerbedrijven over HTTP. */
@RestController
@RequestMapping("/v1/leerbedrijven")
@Tag(name = "leerbedrijven")
class LeerbedrijfApi {

    @PostMapping
    @Operation(summary = "Leg het eerste contact met een werkgever vast")
    ResponseEntity<String> approachLeerbedrijf(Posted<ApproachLeerbedrijf> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/interests")
    @Operation(summary = "Leg belangstelling vast")
    ResponseEntity<String> recordInterest(Posted<RecordInterest> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/declines")
    @Operation(summary = "Leg vast dat de werkgever afziet, en waarom")
    ResponseEntity<String> decline(Posted<Decline> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/reopenings")
    @Operation(summary = "Neem het contact weer op")
    ResponseEntity<String> reopenContact(Posted<ReopenContact> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/participations")
    @Operation(summary = "Laat het leerbedrijf meedoen")
    ResponseEntity<String> joinPilot(Posted<JoinPilot> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/suspensions")
    @Operation(summary = "Laat het leerbedrijf tijdelijk niet meedoen")
    ResponseEntity<String> suspendLeerbedrijf(Posted<SuspendLeerbedrijf> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/resumptions")
    @Operation(summary = "Laat het leerbedrijf weer meedoen")
    ResponseEntity<String> resumeLeerbedrijf(Posted<ResumeLeerbedrijf> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/departures")
    @Operation(summary = "Leg vast dat het leerbedrijf stopt")
    ResponseEntity<String> leavePilot(Posted<LeavePilot> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/place-offers")
    @Operation(summary = "Leg een aanbod van plekken vast")
    ResponseEntity<String> offerPlaces(Posted<OfferPlaces> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/place-withdrawals")
    @Operation(summary = "Leg vast dat het aanbod van plekken vervalt")
    ResponseEntity<String> withdrawPlaces(Posted<WithdrawPlaces> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/erkenning-requests")
    @Operation(summary = "Leg vast dat erkenning is aangevraagd bij SBB")
    ResponseEntity<String> requestErkenning(Posted<RequestErkenning> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/erkenningen")
    @Operation(summary = "Leg een erkenning of een nieuwe beoordeling door SBB vast")
    ResponseEntity<String> confirmErkenning(Posted<ConfirmErkenning> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/erkenning-withdrawals")
    @Operation(summary = "Leg vast dat SBB de erkenning introk")
    ResponseEntity<String> registerErkenningWithdrawal(Posted<RegisterErkenningWithdrawal> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/erkenning-lapses")
    @Operation(summary = "Leg vast dat de erkenning verviel")
    ResponseEntity<String> lapseErkenning(Posted<LapseErkenning> command) {
        return command.decide();
    }

    @PostMapping("/{leerbedrijfId}/contact-persons")
    @Operation(summary = "Leg vast wie voor het leerbedrijf spreekt")
    ResponseEntity<String> nameContactPerson(Posted<NameContactPerson> command) {
        return command.decide();
    }
}
