package nl.leerspoor.query.figures;

import java.util.List;
import java.util.UUID;

/** What figures need to know of a praktijkovereenkomst. */
record Praktijkovereenkomst(
        UUID id, String region, UUID trajectoryId, UUID leerbedrijf, String school, String crebo, String state) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "praktijkovereenkomst_id", "region", "trajectory_id", "leerbedrijf_id", "school_id", "crebo", "state");

    static Praktijkovereenkomst of(Columns columns) {
        return new Praktijkovereenkomst(
                columns.id(),
                columns.code(),
                columns.id(),
                columns.id(),
                columns.code(),
                columns.code(),
                columns.code());
    }
}
