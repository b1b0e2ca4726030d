package nl.leerspoor.query.figures;

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

    private final String table;

    Kind(String table) {
        this.table = table;
    }

    /** Where its periods are kept. */
    String table() {
        return "query." + table;
    }
}
