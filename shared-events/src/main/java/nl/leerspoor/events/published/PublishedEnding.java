package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.EndingEvent;

/** What is told of the end of a trajectory, and of what comes after it. */
public sealed interface PublishedEnding extends PublishedTrajectory {

    @Told(
            title = "Traject afgerond",
            english = "Trajectory completed",
            description = "De afgesproken werkprocessen zijn bevestigd; het leren is klaar.")
    record TrajectoryCompleted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            List<String> confirmedWerkprocessen,
            boolean goalReached)
            implements PublishedEnding {}

    @Told(
            title = "Traject gestopt",
            english = "Trajectory stopped",
            description = "Het traject eindigde voordat het was afgerond.")
    record TrajectoryStopped(UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn)
            implements PublishedEnding {}

    @Told(
            title = "Traject overgedragen aan een andere regio",
            english = "Trajectory transferred out",
            description = "Het traject gaat verder in een andere regio, onder een ander id.",
            duty = Duty.TRANSFER)
    record TrajectoryTransferredOut(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String toRegion,
            UUID toTrajectoryId,
            UUID toCandidateId)
            implements PublishedEnding {}

    @Told(
            title = "Doorstroom geadviseerd",
            english = "Progression advised",
            description = "De kandidaat kan verder leren; een advies, geen inschrijving.")
    record ProgressionAdvised(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, String progressionTarget)
            implements PublishedEnding {}

    @Told(
            title = "Doorstroom begonnen",
            english = "Progression started",
            description = "De kandidaat is ingeschreven voor een vervolgopleiding.")
    record ProgressionStarted(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            String progressionTarget,
            String schoolId)
            implements PublishedEnding {}

    @Told(
            title = "Afronding herroepen",
            english = "Completion retracted",
            description =
                    "Het traject is nooit afgerond, en wat daaruit op dit traject volgde is er ook nooit geweest.",
            duty = Duty.RETRACT)
    record TrajectoryCompletionRetracted(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, List<UUID> retracts)
            implements PublishedEnding {}

    @Told(
            title = "Stoppen herroepen",
            english = "Stop retracted",
            description = "Het traject is nooit gestopt, en wat daaruit op dit traject volgde is er ook nooit geweest.",
            duty = Duty.RETRACT)
    record TrajectoryStopRetracted(
            UUID trajectoryId, UUID candidateId, String region, LocalDate effectiveOn, List<UUID> retracts)
            implements PublishedEnding {}

    static Telling of(EndingEvent event) {
        return switch (event) {
            case EndingEvent.TrajectoryCompleted e ->
                told(new TrajectoryCompleted(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.confirmedWerkprocessen(),
                        e.goalReached()));
            // why may tell of health, income or what lies at home
            case EndingEvent.TrajectoryStopped e ->
                told(new TrajectoryStopped(e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn()));
            case EndingEvent.TrajectoryTransferredOut e ->
                told(new TrajectoryTransferredOut(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.toRegion(),
                        e.toTrajectoryId(),
                        e.toCandidateId()));
            case EndingEvent.ProgressionAdvised e ->
                told(new ProgressionAdvised(e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.to()));
            case EndingEvent.ProgressionStarted e ->
                told(new ProgressionStarted(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.to(), e.schoolId()));
            case EndingEvent.TrajectoryCompletionRetracted e ->
                told(new TrajectoryCompletionRetracted(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.retracts()));
            case EndingEvent.TrajectoryStopRetracted e ->
                told(new TrajectoryStopRetracted(
                        e.trajectoryId(), e.candidateId(), e.region(), e.effectiveOn(), e.retracts()));
        };
    }
}
