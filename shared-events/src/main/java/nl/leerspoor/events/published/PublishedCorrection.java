package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.trajectory.CorrectionEvent;

/** What is told of corrections of a trajectory; each keeps the effective date of what it corrects. */
public sealed interface PublishedCorrection extends PublishedTrajectory {

    @Told(
            title = "Sector gecorrigeerd",
            english = "Sector corrected",
            description = "De sector van het traject was verkeerd ingevoerd.",
            duty = Duty.CORRECT)
    record CandidateSectorCorrected(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID correctsEventId,
            String oldSector,
            String newSector)
            implements PublishedCorrection {}

    @Told(
            title = "Startdatum gecorrigeerd",
            english = "Start corrected",
            description = "De start was met een verkeerde dag ingevoerd en was op een andere.",
            duty = Duty.CORRECT)
    record TrajectoryStartCorrected(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID correctsEventId,
            LocalDate oldStart,
            LocalDate newStart)
            implements PublishedCorrection {}

    static Telling of(CorrectionEvent event) {
        return switch (event) {
            case CorrectionEvent.CandidateSectorCorrected e ->
                told(new CandidateSectorCorrected(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.correctsEventId(),
                        e.oldSector(),
                        e.newSector()));
            case CorrectionEvent.TrajectoryStartCorrected e ->
                told(new TrajectoryStartCorrected(
                        e.trajectoryId(),
                        e.candidateId(),
                        e.region(),
                        e.effectiveOn(),
                        e.correctsEventId(),
                        e.oldStart(),
                        e.newStart()));
        };
    }
}
