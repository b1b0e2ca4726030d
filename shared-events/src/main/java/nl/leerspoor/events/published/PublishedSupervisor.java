package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.supervisor.SupervisorEvent;

/** What is told of a supervisor, who is a person too. */
@About(stream = "supervisor", collection = "supervisors")
public sealed interface PublishedSupervisor extends Published {

    UUID supervisorId();

    @Override
    default UUID subject() {
        return supervisorId();
    }

    @Told(
            title = "Praktijkbegeleider aangemeld",
            english = "Supervisor registered",
            description = "Het leerbedrijf noemde een praktijkbegeleider.")
    record SupervisorRegistered(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            int maxCandidates)
            implements PublishedSupervisor {}

    @Told(
            title = "Praktijkbegeleider ingeschreven voor opleiding",
            english = "Supervisor enrolled in training",
            description = "De praktijkbegeleider doet mee aan een opleiding.")
    record SupervisorEnrolledInTraining(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, UUID trainingId)
            implements PublishedSupervisor {}

    @Told(
            title = "Praktijkbegeleider opgeleid",
            english = "Supervisor trained",
            description = "De praktijkbegeleider is opgeleid en kan kandidaten begeleiden.")
    record SupervisorTrained(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            String sector,
            @IfKnown UUID trainingId,
            String trainingKind,
            @IfKnown LocalDate validUntil,
            int maxCandidates)
            implements PublishedSupervisor {}

    @Told(
            title = "Praktijkbegeleider vrijgesteld van opleiding",
            english = "Supervisor exempted from training",
            description = "Ervaring telt als opleiding.")
    record SupervisorExemptedFromTraining(UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedSupervisor {}

    @Told(
            title = "Plaats bij praktijkbegeleider bezet",
            english = "Supervisor reserved",
            description = "Een plaats bij de praktijkbegeleider is voor een traject.")
    record SupervisorReserved(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            UUID trajectoryId,
            UUID candidateId)
            implements PublishedSupervisor {}

    @Told(
            title = "Plaats bij praktijkbegeleider vrij",
            english = "Supervisor released",
            description = "De plaats bij de praktijkbegeleider is weer vrij.")
    record SupervisorReleased(
            UUID supervisorId,
            UUID leerbedrijfId,
            String region,
            LocalDate effectiveOn,
            UUID trajectoryId,
            UUID candidateId)
            implements PublishedSupervisor {}

    @Told(
            title = "Praktijkbegeleider niet beschikbaar",
            english = "Supervisor became unavailable",
            description = "De praktijkbegeleider kan een tijd niemand begeleiden.")
    record SupervisorBecameUnavailable(UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedSupervisor {}

    @Told(
            title = "Praktijkbegeleider weer beschikbaar",
            english = "Supervisor available again",
            description = "De praktijkbegeleider kan weer begeleiden.")
    record SupervisorAvailableAgain(UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedSupervisor {}

    @Told(
            title = "Praktijkbegeleider naar ander leerbedrijf",
            english = "Supervisor moved",
            description = "De praktijkbegeleider werkt vanaf nu bij een ander leerbedrijf.")
    record SupervisorMoved(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, UUID fromLeerbedrijfId)
            implements PublishedSupervisor {}

    @Told(
            title = "Ruimte van praktijkbegeleider veranderd",
            english = "Supervisor capacity changed",
            description = "De praktijkbegeleider kan een ander aantal kandidaten tegelijk begeleiden.")
    record SupervisorCapacityChanged(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, int maxCandidates)
            implements PublishedSupervisor {}

    @Told(
            title = "Opleiding van praktijkbegeleider verlopen",
            english = "Supervisor training expired",
            description = "De opleiding telt niet meer.")
    record SupervisorTrainingExpired(UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn)
            implements PublishedSupervisor {}

    @Told(
            title = "Opgeleid herroepen",
            english = "Supervisor trained retracted",
            description = "De praktijkbegeleider is nooit opgeleid.",
            duty = Duty.RETRACT)
    record SupervisorTrainedRetracted(
            UUID supervisorId, UUID leerbedrijfId, String region, LocalDate effectiveOn, List<UUID> retracts)
            implements PublishedSupervisor {}

    @Told(
            title = "Gegevens van praktijkbegeleider vastgelegd",
            english = "Supervisor details recorded",
            description = "Wie de praktijkbegeleider is of waar die te bereiken is, is vastgelegd of veranderd.",
            duty = Duty.FETCH,
            readAt = "/v1/supervisors/{subject}/details")
    record SupervisorDetailsRecorded(UUID supervisorId, String region, LocalDate effectiveOn)
            implements PublishedSupervisor {}

    @Told(
            title = "Persoonsgegevens van praktijkbegeleider gewist",
            english = "Personal data of a supervisor erased",
            description = "Wie de praktijkbegeleider was, is nergens meer te lezen; feiten en aantallen blijven.",
            duty = Duty.ERASE)
    record PersonalDataErased(UUID supervisorId, String region, LocalDate effectiveOn) implements PublishedSupervisor {}

    static Telling of(SupervisorEvent event) {
        return switch (event) {
            case SupervisorEvent.SupervisorRegistered e ->
                told(new SupervisorRegistered(
                        e.supervisorId(),
                        e.leerbedrijfId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sector(),
                        e.maxCandidates()));
            case SupervisorEvent.SupervisorEnrolledInTraining e ->
                told(new SupervisorEnrolledInTraining(
                        e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn(), e.trainingId()));
            case SupervisorEvent.SupervisorTrained e ->
                told(new SupervisorTrained(
                        e.supervisorId(),
                        e.leerbedrijfId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sector(),
                        e.trainingId(),
                        e.trainingKind(),
                        e.validUntil(),
                        e.maxCandidates()));
            case SupervisorEvent.SupervisorExemptedFromTraining e ->
                told(new SupervisorExemptedFromTraining(
                        e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case SupervisorEvent.SupervisorReserved e ->
                told(new SupervisorReserved(
                        e.supervisorId(),
                        e.leerbedrijfId(),
                        e.region(),
                        e.effectiveOn(),
                        e.trajectoryId(),
                        e.candidateId()));
            case SupervisorEvent.SupervisorReleased e ->
                told(new SupervisorReleased(
                        e.supervisorId(),
                        e.leerbedrijfId(),
                        e.region(),
                        e.effectiveOn(),
                        e.trajectoryId(),
                        e.candidateId()));
            // why somebody can't is theirs
            case SupervisorEvent.SupervisorBecameUnavailable e ->
                told(new SupervisorBecameUnavailable(e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case SupervisorEvent.SupervisorAvailableAgain e ->
                told(new SupervisorAvailableAgain(e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case SupervisorEvent.SupervisorMoved e ->
                told(new SupervisorMoved(
                        e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn(), e.fromLeerbedrijfId()));
            case SupervisorEvent.SupervisorCapacityChanged e ->
                told(new SupervisorCapacityChanged(
                        e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn(), e.maxCandidates()));
            case SupervisorEvent.SupervisorTrainingExpired e ->
                told(new SupervisorTrainingExpired(e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn()));
            case SupervisorEvent.SupervisorTrainedRetracted e ->
                told(new SupervisorTrainedRetracted(
                        e.supervisorId(), e.leerbedrijfId(), e.region(), e.effectiveOn(), e.retracts()));
            case SupervisorEvent.SupervisorDetailsRecorded e ->
                told(new SupervisorDetailsRecorded(e.supervisorId(), e.region(), e.effectiveOn()));
            case SupervisorEvent.PersonalDataErased e ->
                told(new PersonalDataErased(e.supervisorId(), e.region(), e.effectiveOn()));
        };
    }
}
