package nl.leerspoor.query.projection;

/**
 * One version of a view: a table of its own, filled by a processor of its own.
 *
 * @param number counts the versions of a view, from 1
 * @param shape  fingerprint of how it is made; other code makes another shape
 */
record ViewVersion(String view, int number, String shape, State state) {

    /** What a version is for. */
    enum State {
        /** Being filled beside the one that serves. */
        BUILDING,
        /** Answers questions. */
        SERVING,
        /** Served before; kept up to date for a day, so that one can go back to it. */
        RETIRED
    }

    /** The name under which its processor keeps its tokens and its streams are noted: {@code trajectories@2}. */
    String name() {
        return view + "@" + number;
    }

    /** The name of its table, in schema {@code query}. */
    String table(Projection<?, ?> projection) {
        return projection.table() + "_" + number;
    }
}
