package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What figures need to know of a training of supervisors.
 *
 * @param sector         null for a course that is for all
 * @param suspendedSince null while it does not lie still
 * @param daysSuspended  days of all suspensions that ended before
 */
record Training(
        UUID id,
        String region,
        String reference,
        String sector,
        String state,
        LocalDate startsOn,
        LocalDate suspendedSince,
        String suspendedFor,
        int daysSuspended) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "training_id",
            "region",
            "reference",
            "sector",
            "state",
            "starts_on",
            "suspended_since",
            "suspended_cause",
            "days_suspended");

    static Training of(Columns columns) {
        return new Training(
                columns.id(),
                columns.code(),
                columns.code(),
                columns.code(),
                columns.code(),
                columns.day(),
                columns.day(),
                columns.code(),
                columns.number());
    }

    /** A training on a day; a scheduled one runs from its start on, without an event that says so. */
    record OnDay(Training training, LocalDate day) {

        String state() {
            return training.state.equals("SCHEDULED") && !training.startsOn.isAfter(day) ? "RUNNING" : training.state;
        }

        /** Whether it lies still, or did once for at least a day. */
        boolean wasSuspended() {
            return training.suspendedSince != null || training.daysSuspended > 0;
        }

        int daysSuspended() {
            return training.daysSuspended
                    + (training.suspendedSince == null
                            ? 0
                            : (int) ChronoUnit.DAYS.between(training.suspendedSince, day));
        }
    }
}
