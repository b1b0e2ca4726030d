package nl.leerspoor.events.trajectory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The match with a leerbedrijf and a supervisor, the agreement, and the start. */
public sealed interface PlacementEvent extends TrajectoryEvent {

    /**
     * Candidate, leerbedrijf, supervisor, school and werkprocessen are fixed.
     *
     * @param dossierVersion    version of the kwalificatiedossier that counts from now on (rule B37)
     * @param inPreferredSector whether the place lies in the sector that the candidate preferred at the time
     * @param candidateAgreed   whether the candidate agreed to the place
     * @param candidateAgreedOn when, if it lies outside the preference (rule B22)
     */
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
            LocalDate plannedStart,
            boolean inPreferredSector,
            boolean candidateAgreed,
            LocalDate candidateAgreedOn)
            implements PlacementEvent {}

    /** The match was undone; the candidate is suitable again. */
    record CandidateUnmatched(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID leerbedrijfId,
            UUID supervisorId,
            String reason)
            implements PlacementEvent {}

    /** The praktijkovereenkomst of the match became active. */
    record TrajectoryContracted(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, UUID praktijkovereenkomstId)
            implements PlacementEvent {}

    /** Learning at the leerbedrijf began. */
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
            implements PlacementEvent {}

    /** Another leerbedrijf takes over; a new praktijkovereenkomst is needed (WEB 7.2.9 lid 2). */
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
            implements PlacementEvent {}
}
