package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What figures need to know of a candidate.
 *
 * @param confidence first and last score on the same instrument, or null with fewer than two
 */
record Candidate(
        UUID id,
        String region,
        UUID person,
        LocalDate registeredOn,
        String targetGroup,
        String labourStatus,
        String incomeKind,
        String referrer,
        Growth confidence,
        List<Outcome> outcomes) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "candidate_id",
            "region",
            "person_id",
            "registered_on",
            "target_group",
            "labour_status",
            "income_kind",
            "referrer",
            "confidence_first",
            "confidence_last",
            Columns.joined("outcome_trajectories"),
            Columns.joined("outcome_moments"),
            Columns.joined("outcomes"));

    /** Two scores on the same instrument (rule B23). */
    record Growth(int first, int last) {

        int points() {
            return last - first;
        }
    }

    /** What became of the candidate at a moment after a trajectory. */
    record Outcome(UUID trajectory, String moment, String outcome) {}

    static Candidate of(Columns columns) {
        return new Candidate(
                columns.id(),
                columns.code(),
                columns.id(),
                columns.day(),
                columns.code(),
                columns.code(),
                columns.code(),
                columns.code(),
                growth(columns.optionalNumber(), columns.optionalNumber()),
                outcomes(columns.ids(), columns.codes(), columns.codes()));
    }

    private static Growth growth(Integer first, Integer last) {
        return first == null || last == null ? null : new Growth(first, last);
    }

    private static List<Outcome> outcomes(List<UUID> trajectories, List<String> moments, List<String> outcomes) {
        if (outcomes.isEmpty()) {
            return List.of();
        }
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> new Outcome(trajectories.get(i), moments.get(i), outcomes.get(i)))
                .toList();
    }
}
