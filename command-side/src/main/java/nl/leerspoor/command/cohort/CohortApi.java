package nl.leerspoor.command.cohort;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.leerspoor.command.cohort.CohortCommand.AddToCohort;
import nl.leerspoor.command.cohort.CohortCommand.CreateCohort;
import nl.leerspoor.command.cohort.CohortCommand.PutCohortOnHold;
import nl.leerspoor.command.cohort.CohortCommand.RemoveFromCohort;
import nl.leerspoor.command.cohort.CohortCommand.ResumeCohort;
import nl.leerspoor.command.reception.Posted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on cohorts over HTTP. */
@RestController
@RequestMapping("/v1/cohorts")
@Tag(name = "cohorts")
class CohortApi {

    @PostMapping
    @Operation(summary = "Maak een cohort")
    ResponseEntity<String> createCohort(Posted<CreateCohort> command) {
        return command.decide();
    }

    @PostMapping("/{cohortId}/members")
    @Operation(summary = "Voeg een open traject toe")
    ResponseEntity<String> addToCohort(Posted<AddToCohort> command) {
        return command.decide();
    }

    @PostMapping("/{cohortId}/member-removals")
    @Operation(summary = "Haal een traject uit het cohort")
    ResponseEntity<String> removeFromCohort(Posted<RemoveFromCohort> command) {
        return command.decide();
    }

    @PostMapping("/{cohortId}/holds")
    @Operation(summary = "Zet alle leden on hold; wie dat al is of is beëindigd, wordt met reden overgeslagen")
    ResponseEntity<String> putCohortOnHold(Posted<PutCohortOnHold> command) {
        return command.decide();
    }

    @PostMapping("/{cohortId}/resumptions")
    @Operation(summary = "Hervat de leden die dit cohort on hold zette; de anderen worden met reden overgeslagen")
    ResponseEntity<String> resumeCohort(Posted<ResumeCohort> command) {
        return command.decide();
    }
}
