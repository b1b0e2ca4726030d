package nl.leerspoor.query.question;

/**
 * What of a view is somebody's own, for those who don't get all of their regions: conditions on its columns. Without one
 * nothing of it is.
 *
 * @param organisation what concerns the leerbedrijf or school {@code :scopeOrganisation}, or null
 * @param werkcoach    what concerns those whom {@code :scopeWerkcoach} guides, or null
 */
public record Own(String organisation, String werkcoach) {

    /** Of nobody in particular. */
    public static final Own NOTHING = new Own(null, null);

    private static final String OF_TRAJECTORIES =
            "trajectory_id in (select of.trajectory_id from query.trajectory_period of where %s and hold(of))";

    /** What is of trajectories, as these are on the clocks of the question, by a column of the same name. */
    public static Own ofTrajectories() {
        return new Own(
                OF_TRAJECTORIES.formatted("(of.school_id = :scopeOrganisation"
                        + " or cast(of.leerbedrijf_id as text) = :scopeOrganisation)"),
                OF_TRAJECTORIES.formatted("of.werkcoach_id = :scopeWerkcoach"));
    }
}
