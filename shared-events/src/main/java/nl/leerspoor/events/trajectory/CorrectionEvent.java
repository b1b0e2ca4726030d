package nl.leerspoor.events.trajectory;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.Redating;

/** Corrections of earlier entries; each keeps the effective date of what it corrects. */
public sealed interface CorrectionEvent extends TrajectoryEvent {

    /** The sector of the trajectory was entered wrongly. */
    record CandidateSectorCorrected(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID correctsEventId,
            String oldSector,
            String newSector,
            String reason)
            implements CorrectionEvent {}

    /**
     * The start was entered with the wrong date.
     *
     * @param oldStart the date as entered
     */
    record TrajectoryStartCorrected(
            UUID trajectoryId,
            UUID candidateId,
            String region,
            LocalDate effectiveOn,
            UUID correctsEventId,
            LocalDate oldStart,
            LocalDate newStart,
            String reason,
            String authorisedBy)
            implements CorrectionEvent, Redating {
        @Override
        public UUID corrects() {
            return correctsEventId;
        }

        @Override
        public LocalDate correctedDate() {
            return newStart;
        }
    }
}
