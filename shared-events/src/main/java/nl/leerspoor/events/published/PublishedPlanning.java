package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.trajectory.PlanningEvent;

/** What is told of planned starts and the waiting list. */
public sealed interface PublishedPlanning extends PublishedTrajectory {

    @Told(
            title = "Start gepland",
            english = "Start planned",
            description = "Er is een startdatum gepland, waar er nog geen was of de oude was vervallen.")
    record TrajectoryStartPlanned(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, LocalDate plannedStart)
            implements PublishedPlanning {}

    @Told(
            title = "Start uitgesteld",
            english = "Start postponed",
            description = "De geplande start schuift op; de ingangsdatum is de dag van het besluit.")
    record TrajectoryStartPostponed(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            LocalDate oldStart,
            LocalDate newStart,
            String cause)
            implements PublishedPlanning {}

    @Told(
            title = "Kandidaat op de wachtlijst",
            english = "Candidate waitlisted",
            description = "De kandidaat is geschikt, maar er is geen plek of praktijkbegeleider.")
    record CandidateWaitlisted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String sector,
            String cause,
            @IfKnown UUID intendedLeerbedrijfId)
            implements PublishedPlanning {}

    @Told(
            title = "Kandidaat van de wachtlijst",
            english = "Candidate taken off the waiting list",
            description = "Het wachten is voorbij, door een koppeling of een besluit.")
    record CandidateTakenOffWaitlist(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedPlanning {}

    static Telling of(PlanningEvent event) {
        return switch (event) {
            case PlanningEvent.TrajectoryStartPlanned e ->
                told(new TrajectoryStartPlanned(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.plannedStart()));
            case PlanningEvent.TrajectoryStartPostponed e ->
                told(new TrajectoryStartPostponed(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.oldStart(),
                        e.newStart(),
                        PersonalCauses.outside(e.cause())));
            case PlanningEvent.CandidateWaitlisted e ->
                told(new CandidateWaitlisted(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.sector(),
                        PersonalCauses.outside(e.cause()),
                        e.intendedLeerbedrijfId()));
            case PlanningEvent.CandidateTakenOffWaitlist e ->
                told(new CandidateTakenOffWaitlist(e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
        };
    }
}
