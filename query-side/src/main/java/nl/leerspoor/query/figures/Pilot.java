package nl.leerspoor.query.figures;

import java.util.List;
import java.util.UUID;

/** What figures need to know of a pilot; {@code targetInView} is null when no target was set. */
record Pilot(UUID id, String region, Integer targetInView) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of("pilot_id", "region", "target_in_view");

    static Pilot of(Columns columns) {
        return new Pilot(columns.id(), columns.code(), columns.optionalNumber());
    }
}
