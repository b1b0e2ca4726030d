package nl.leerspoor.query.projection;

import java.util.List;

/** The views, by name. Each is kept in versions; which of them serves is nobody's business but the machinery's. */
public final class Views {

    public static final String TRAJECTORIES = "trajectories";
    public static final String CANDIDATES = "candidates";
    public static final String CANDIDATE_DETAILS = "candidate-details";
    public static final String SUPERVISORS = "supervisors";
    public static final String TRAININGS = "supervisor-trainings";
    public static final String LEERBEDRIJVEN = "leerbedrijven";
    public static final String PRAKTIJKOVEREENKOMSTEN = "praktijkovereenkomsten";
    public static final String VERKLARINGEN = "verklaringen";
    public static final String PILOTS = "pilots";
    public static final String COHORTS = "cohorts";
    public static final String CEREMONIES = "ceremonies";
    public static final String DUTIES = "duties";
    public static final String PRIVACY_CASES = "privacy-cases";
    public static final String SNAPSHOTS = "snapshots";
    public static final String RETENTION_RULES = "retention-rules";

    /** Every view. */
    public static final List<String> ALL = List.of(
            TRAJECTORIES,
            CANDIDATES,
            CANDIDATE_DETAILS,
            SUPERVISORS,
            TRAININGS,
            LEERBEDRIJVEN,
            PRAKTIJKOVEREENKOMSTEN,
            VERKLARINGEN,
            PILOTS,
            COHORTS,
            CEREMONIES,
            DUTIES,
            PRIVACY_CASES,
            SNAPSHOTS,
            RETENTION_RULES);

    private static final List<String> COUNTED_NOWHERE =
            List.of(CANDIDATE_DETAILS, PRIVACY_CASES, SNAPSHOTS, RETENTION_RULES);

    /** Those that figures are made of; what has to be opened, is of one person, or was made of figures isn't counted. */
    public static final List<String> COUNTED =
            ALL.stream().filter(view -> !COUNTED_NOWHERE.contains(view)).toList();

    private Views() {}
}
