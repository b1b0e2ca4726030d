package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What figures need to know of a verklaring; {@code approvedOn} and {@code issuedOn} are null until they happen. */
record Verklaring(
        UUID id,
        String region,
        UUID trajectoryId,
        String school,
        UUID leerbedrijf,
        String crebo,
        String regime,
        String state,
        List<String> werkprocessen,
        LocalDate approvedOn,
        LocalDate issuedOn) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "verklaring_id",
            "region",
            "trajectory_id",
            "school_id",
            "leerbedrijf_id",
            "crebo",
            "regime",
            "state",
            Columns.joined("werkprocessen"),
            "approved_on",
            "issued_on");

    private static final Set<String> GIVEN_UP = Set.of("WITHDRAWN", "REFUSED");

    static Verklaring of(Columns columns) {
        return new Verklaring(
                columns.id(),
                columns.code(),
                columns.id(),
                columns.code(),
                columns.id(),
                columns.code(),
                columns.code(),
                columns.code(),
                columns.codes(),
                columns.day(),
                columns.day());
    }

    /** Whether it was neither withdrawn nor refused before it was issued. */
    boolean stands() {
        return !GIVEN_UP.contains(state);
    }

    boolean isApproved() {
        return state.equals("APPROVED");
    }

    /** Ever; it may have been revoked or replaced since. */
    boolean wasIssued() {
        return issuedOn != null;
    }
}
