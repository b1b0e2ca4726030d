package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.PlacementEvent;

/** What is told of the match with a leerbedrijf and a supervisor, the agreement, and the start. */
public sealed interface PublishedPlacement extends PublishedTrajectory {

    @Told(
            title = "Kandidaat gekoppeld",
            english = "Candidate matched",
            description = "Kandidaat, leerbedrijf, praktijkbegeleider, school en werkprocessen staan vast.")
    record CandidateMatched(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID leerbedrijfId,
            UUID supervisorId,
            String schoolId,
            String crebo,
            String dossierVersion,
            List<String> werkprocessen,
            @IfKnown LocalDate plannedStart)
            implements PublishedPlacement {}

    @Told(
            title = "Koppeling ongedaan",
            english = "Candidate unmatched",
            description = "De koppeling is ongedaan gemaakt; de kandidaat is weer geschikt.")
    record CandidateUnmatched(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID leerbedrijfId,
            UUID supervisorId)
            implements PublishedPlacement {}

    @Told(
            title = "Traject gecontracteerd",
            english = "Trajectory contracted",
            description = "De praktijkovereenkomst van de koppeling is actief.")
    record TrajectoryContracted(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, UUID praktijkovereenkomstId)
            implements PublishedPlacement {}

    @Told(
            title = "Traject gestart",
            english = "Trajectory started",
            description = "Het leren bij het leerbedrijf is begonnen.")
    record TrajectoryStarted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID leerbedrijfId,
            UUID supervisorId,
            UUID praktijkovereenkomstId,
            String crebo,
            String dossierVersion)
            implements PublishedPlacement {}

    @Told(
            title = "Plaats vervangen",
            english = "Place replaced",
            description = "Een ander leerbedrijf neemt het over; daar hoort een nieuwe praktijkovereenkomst bij.")
    record PlaceReplaced(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID fromLeerbedrijfId,
            UUID fromSupervisorId,
            UUID toLeerbedrijfId,
            UUID toSupervisorId,
            String cause)
            implements PublishedPlacement {}

    static Telling of(PlacementEvent event) {
        return switch (event) {
            case PlacementEvent.CandidateMatched e ->
                told(new CandidateMatched(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.leerbedrijfId(),
                        e.supervisorId(),
                        e.schoolId(),
                        e.crebo(),
                        e.dossierVersion(),
                        e.werkprocessen(),
                        e.plannedStart()));
            case PlacementEvent.CandidateUnmatched e ->
                told(new CandidateUnmatched(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.leerbedrijfId(),
                        e.supervisorId()));
            case PlacementEvent.TrajectoryContracted e ->
                told(new TrajectoryContracted(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.praktijkovereenkomstId()));
            case PlacementEvent.TrajectoryStarted e ->
                told(new TrajectoryStarted(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.leerbedrijfId(),
                        e.supervisorId(),
                        e.praktijkovereenkomstId(),
                        e.crebo(),
                        e.dossierVersion()));
            case PlacementEvent.PlaceReplaced e ->
                told(new PlaceReplaced(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.fromLeerbedrijfId(),
                        e.fromSupervisorId(),
                        e.toLeerbedrijfId(),
                        e.toSupervisorId(),
                        PersonalCauses.outside(e.cause())));
        };
    }
}
