package nl.leerspoor.query.figures;

import java.util.EnumSet;
import java.util.Set;
import nl.leerspoor.query.question.Own;

/** The kinds of rows that figures are made of. */
enum Kind {
    CANDIDATES("candidate_period"),
    TRAJECTORIES("trajectory_period"),
    VERKLARINGEN("verklaring_period"),
    PRAKTIJKOVEREENKOMSTEN("praktijkovereenkomst_period"),
    SUPERVISORS("supervisor_period"),
    TRAININGS("training_period"),
    LEERBEDRIJVEN("leerbedrijf_period"),
    PILOTS("pilot_period");

    /** What is of a region as a whole and of no school's or werkcoach's own. */
    static final Set<Kind> OF_REGIONS = EnumSet.of(SUPERVISORS, TRAININGS, LEERBEDRIJVEN);

    private final String table;

    Kind(String table) {
        this.table = table;
    }

    /** Where its periods are kept. */
    String table() {
        return "query." + table;
    }

    /**
     * Whose own its rows are: of the school, and of who guides the trajectory.
     *
     * @param clocks the condition on the clocks, by which a trajectory is somebody's too
     */
    Own own(String clocks) {
        String school = "school_id = :scopeOrganisation";
        String guided = "werkcoach_id = :scopeWerkcoach";
        String some = "%s in (select %s from query.trajectory_period where %s and " + clocks + ")";
        return switch (this) {
            case TRAJECTORIES -> new Own(school, guided);
            case CANDIDATES ->
                new Own(
                        some.formatted("candidate_id", "candidate_id", school),
                        some.formatted("candidate_id", "candidate_id", guided));
            case VERKLARINGEN, PRAKTIJKOVEREENKOMSTEN ->
                new Own(school, some.formatted("trajectory_id", "trajectory_id", guided));
            case SUPERVISORS, TRAININGS, LEERBEDRIJVEN, PILOTS -> Own.NOTHING;
        };
    }
}
