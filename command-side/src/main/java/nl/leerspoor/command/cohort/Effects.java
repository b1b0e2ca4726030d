package nl.leerspoor.command.cohort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.events.cohort.CohortEvent.Skipped;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/**
 * What one decision on a cohort does to each of its members.
 *
 * @param decisions per trajectory, in the order in which they joined
 */
record Effects(SequencedMap<UUID, Decision<TrajectoryEvent>> decisions) {

    /** The members to whom it applies. */
    List<UUID> applied() {
        return decisions.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Decision.Accepted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The members that it leaves alone, each with the code of the rule that kept it out. */
    List<Skipped> skipped() {
        return decisions.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Decision.Rejected)
                .map(entry ->
                        new Skipped(entry.getKey(), refusal(entry).refusal().name()))
                .toList();
    }

    /** For the one who decided: the applied, and the skipped with all that is known of the reason. */
    Map<String, ?> told() {
        return Map.of(
                "applied",
                applied(),
                "skipped",
                decisions.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Decision.Rejected)
                        .map(Effects::tell)
                        .toList());
    }

    private static Map<String, Object> tell(Map.Entry<UUID, Decision<TrajectoryEvent>> entry) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("trajectoryId", entry.getKey());
        told.put("reason", refusal(entry).refusal().name());
        if (!refusal(entry).details().isEmpty()) {
            told.put("details", refusal(entry).details());
        }
        return told;
    }

    private static Decision.Rejected<TrajectoryEvent> refusal(Map.Entry<UUID, Decision<TrajectoryEvent>> entry) {
        return (Decision.Rejected<TrajectoryEvent>) entry.getValue();
    }
}
