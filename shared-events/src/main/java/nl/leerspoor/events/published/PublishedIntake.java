package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.IntakeEvent;

/** What is told from coming into view to being found suitable or referred elsewhere. */
public sealed interface PublishedIntake extends PublishedTrajectory {

    @Told(
            title = "Traject geopend",
            english = "Trajectory opened",
            description = "De kandidaat is voor deze route in beeld van de regio.")
    record TrajectoryOpened(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String goal,
            String sector,
            int level)
            implements PublishedIntake {}

    @Told(
            title = "Traject overgedragen uit een andere regio",
            english = "Trajectory transferred in",
            description = "Een traject van een andere regio gaat hier verder, in de status die het daar had.",
            duty = Duty.TRANSFER)
    record TrajectoryTransferredIn(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID fromTrajectoryId,
            String fromRegion,
            String status,
            String goal,
            String sector,
            int level,
            List<String> confirmedWerkprocessen)
            implements PublishedIntake {}

    @Told(
            title = "Intake gedaan",
            english = "Suitability assessed",
            description = "De intake is gedaan: het traject past bij de kandidaat, of niet of nog niet.")
    record SuitabilityAssessed(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, boolean suitable)
            implements PublishedIntake {}

    @Told(
            title = "Kandidaat doorverwezen",
            english = "Candidate referred",
            description = "Een andere route past beter; het traject eindigt hier.")
    record CandidateReferred(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedIntake {}

    @Told(
            title = "Andere werkcoach",
            english = "Werkcoach reassigned",
            description = "Een andere werkcoach neemt het traject over.",
            duty = Duty.FETCH)
    record WerkcoachReassigned(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedIntake {}

    static Telling of(IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.TrajectoryOpened e ->
                told(new TrajectoryOpened(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.goal(),
                        e.sector(),
                        e.level()));
            case IntakeEvent.TrajectoryTransferredIn e ->
                told(new TrajectoryTransferredIn(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.fromTrajectoryId(),
                        e.fromRegion(),
                        e.status(),
                        e.goal(),
                        e.sector(),
                        e.level(),
                        e.confirmedWerkprocessen()));
            // why somebody isn't fit for another route is between them and who assessed it
            case IntakeEvent.SuitabilityAssessed e ->
                told(new SuitabilityAssessed(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.leerbaar() && !e.schoolbaar()));
            // where to may tell of care
            case IntakeEvent.CandidateReferred e ->
                told(new CandidateReferred(e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case IntakeEvent.WerkcoachReassigned e ->
                told(new WerkcoachReassigned(e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
        };
    }
}
