package nl.leerspoor.command.supervisor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.reception.Posted;
import nl.leerspoor.command.supervisor.SupervisorCommand.ChangeCapacity;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.ExpireTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkAvailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkTrained;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MoveSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecogniseExperience;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecordSupervisorDetails;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.RetractTrained;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on supervisors over HTTP. Places are taken and given back by commands on trajectories. */
@RestController
@RequestMapping("/v1/supervisors")
@Tag(name = "supervisors")
class SupervisorApi {

    @PostMapping
    @Operation(summary = "Meld een praktijkbegeleider van een leerbedrijf aan")
    ResponseEntity<String> registerSupervisor(Posted<RegisterSupervisor> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/moves")
    @Operation(summary = "Laat de praktijkbegeleider naar een ander leerbedrijf gaan")
    ResponseEntity<String> moveSupervisor(Posted<MoveSupervisor> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/capacity-changes")
    @Operation(summary = "Verander het aantal plekken")
    ResponseEntity<String> changeCapacity(Posted<ChangeCapacity> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/unavailabilities")
    @Operation(summary = "Leg vast dat de praktijkbegeleider niet beschikbaar is")
    ResponseEntity<String> markUnavailable(Posted<MarkUnavailable> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/availabilities")
    @Operation(summary = "Leg vast dat de praktijkbegeleider weer beschikbaar is")
    ResponseEntity<String> markAvailable(Posted<MarkAvailable> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/training-enrolments")
    @Operation(summary = "Schrijf de praktijkbegeleider in voor een opleiding van de regio")
    ResponseEntity<String> enrolInTraining(Posted<EnrolInTraining> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/trained-marks")
    @Operation(summary = "Leg een opleiding vast die elders is gevolgd")
    ResponseEntity<String> markTrained(Posted<MarkTrained> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/exemptions")
    @Operation(summary = "Laat ervaring tellen als opleiding")
    ResponseEntity<String> recogniseExperience(Posted<RecogniseExperience> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/training-expiries")
    @Operation(summary = "Leg vast dat de opleiding niet meer telt")
    ResponseEntity<String> expireTraining(Posted<ExpireTraining> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/trained-retractions")
    @Operation(summary = "Herroep dat de praktijkbegeleider is opgeleid")
    ResponseEntity<String> retractTrained(Posted<RetractTrained> command) {
        return command.decide();
    }

    @PostMapping("/{supervisorId}/details")
    @Operation(summary = "Leg vast wie de praktijkbegeleider is en waar die te bereiken is")
    ResponseEntity<String> recordSupervisorDetails(Posted<RecordSupervisorDetails> command) {
        return command.decide();
    }
}
