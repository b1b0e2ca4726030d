package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What figures need to know of a supervisor.
 *
 * @param validUntil  last day on which the training counts, or null
 * @param training    the course in which the supervisor takes part, or null
 * @param unavailable why the supervisor can guide nobody, or null
 */
record Supervisor(
        UUID id,
        String region,
        UUID leerbedrijf,
        String sector,
        String state,
        LocalDate trainedOn,
        LocalDate validUntil,
        UUID training,
        int places,
        int reserved,
        LocalDate unavailableSince,
        String unavailable) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "supervisor_id",
            "region",
            "leerbedrijf_id",
            "sector",
            "state",
            "trained_on",
            "valid_until",
            "training_id",
            "max_candidates",
            "reserved",
            "unavailable_since",
            "unavailable_cause");

    static Supervisor of(Columns columns) {
        return new Supervisor(
                columns.id(),
                columns.code(),
                columns.id(),
                columns.code(),
                columns.code(),
                columns.day(),
                columns.day(),
                columns.id(),
                columns.number(),
                columns.number(),
                columns.day(),
                columns.code());
    }

    boolean isInTraining() {
        return state.equals("IN_TRAINING");
    }

    boolean isUnavailable() {
        return unavailableSince != null;
    }

    /** Places that nobody takes. */
    int free() {
        return Math.max(0, places - reserved);
    }

    /** The same supervisor, trained on a day without end. */
    Supervisor trained(LocalDate on) {
        return new Supervisor(
                id,
                region,
                leerbedrijf,
                sector,
                "TRAINED",
                on,
                null,
                training,
                places,
                reserved,
                unavailableSince,
                unavailable);
    }

    /** A supervisor on a day: a training that has run out counts no more, without an event that says so. */
    record OnDay(Supervisor supervisor, LocalDate day) {

        boolean isTrained() {
            return supervisor.state.equals("TRAINED") && !hasRunOut();
        }

        boolean isExpired() {
            return supervisor.state.equals("EXPIRED") || supervisor.state.equals("TRAINED") && hasRunOut();
        }

        /** Whether candidates can be placed with the supervisor. */
        boolean guides() {
            return isTrained() && !supervisor.isUnavailable();
        }

        private boolean hasRunOut() {
            return supervisor.validUntil != null && supervisor.validUntil.isBefore(day);
        }
    }
}
