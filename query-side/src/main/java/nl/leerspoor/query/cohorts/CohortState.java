package nl.leerspoor.query.cohorts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.cohort.CohortEvent.Skipped;

/**
 * All that is told of a cohort at the end of a day.
 *
 * @param members trajectories, in the order in which they joined
 * @param actions decisions on all members, in effective order
 */
record CohortState(Making making, List<UUID> members, List<Action> actions) {

    /** What stays as it was made. */
    record Making(String region, String reference, String name, LocalDate on) {}

    /**
     * A decision, and what it did to each member.
     *
     * @param action {@code HOLD} or {@code RESUME}
     */
    record Action(LocalDate on, String action, List<UUID> applied, List<Skipped> skipped) {}

    CohortState with(UUID member) {
        return new CohortState(
                making, Stream.concat(members.stream(), Stream.of(member)).toList(), actions);
    }

    CohortState without(UUID member) {
        return new CohortState(
                making, members.stream().filter(other -> !other.equals(member)).toList(), actions);
    }

    CohortState after(Action action) {
        return new CohortState(
                making,
                members,
                Stream.concat(actions.stream(), Stream.of(action)).toList());
    }
}
