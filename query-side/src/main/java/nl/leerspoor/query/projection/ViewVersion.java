package nl.leerspoor.query.projection;

/**
 * One version of a view: a table of its own, filled by a processor of its own once it is built.
 *
 * @param number  counts the versions of a view, from 1; never used twice
 * @param shape   fingerprint of how it is made; other code makes another shape
 * @param built   whether a processor keeps it up to date from here on
 * @param builtTo the position up to which the building took all events in
 */
public record ViewVersion(String view, int number, String shape, State state, boolean built, long builtTo) {

    /** What a version is for. */
    public enum State {
        /** Being filled beside the one that serves. */
        BUILDING,
        /** Answers questions. */
        SERVING,
        /** Served before; kept up to date for a day, so that one can go back to it. */
        RETIRED,
        /** Of no more use; its table is gone, or goes soon. */
        DROPPED
    }

    /** The name under which its processor keeps its tokens and its streams are noted: {@code trajectories@2}. */
    public String name() {
        return view + "@" + number;
    }

    /** The name of its table, in schema {@code query}. */
    String table(Projection<?, ?> projection) {
        return projection.table() + "_" + number;
    }
}
