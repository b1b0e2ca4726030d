package nl.leerspoor.query.projection;

import java.util.List;

/**
 * The views and their versions. A name is also the processing group that fills the view; a view that is built anew gets
 * a higher version and a table of its own, and the old one serves until the new one is complete.
 */
public final class Views {

    public static final String TRAJECTORIES = "trajectories@1";
    public static final String CANDIDATES = "candidates@1";
    public static final String SUPERVISORS = "supervisors@1";
    public static final String TRAININGS = "supervisor-trainings@1";
    public static final String LEERBEDRIJVEN = "leerbedrijven@1";
    public static final String PRAKTIJKOVEREENKOMSTEN = "praktijkovereenkomsten@1";
    public static final String VERKLARINGEN = "verklaringen@1";
    public static final String PILOTS = "pilots@1";

    /** Every view that is served now. */
    public static final List<String> ALL = List.of(
            TRAJECTORIES,
            CANDIDATES,
            SUPERVISORS,
            TRAININGS,
            LEERBEDRIJVEN,
            PRAKTIJKOVEREENKOMSTEN,
            VERKLARINGEN,
            PILOTS);

    private Views() {}
}
