package nl.leerspoor.query.pilots;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that is told of the pilot of a region at the end of a day.
 *
 * @param targetInView how many candidates the region aims to have in view
 */
record PilotState(Programme programme, Phase phase, LocalDate plannedEnd, Optional<Integer> targetInView) {

    /** What stays as it was started. */
    record Programme(String region, String reference, String id, String name, LocalDate startedOn) {}

    /** How far the pilot is. */
    enum Phase {
        RUNNING,
        COMPLETED
    }

    PilotState endingOn(LocalDate day) {
        return new PilotState(programme, phase, day, targetInView);
    }

    PilotState aimingAt(int candidates) {
        return new PilotState(programme, phase, plannedEnd, Optional.of(candidates));
    }

    PilotState completed() {
        return new PilotState(programme, Phase.COMPLETED, plannedEnd, targetInView);
    }
}
