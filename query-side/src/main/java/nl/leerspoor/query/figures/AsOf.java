package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The day that figures are about.
 *
 * @param from first day of the period that ends on it, for what is asked of a period
 */
record AsOf(LocalDate day, Optional<LocalDate> from) {

    /** Whether something happened in the period; never without one. */
    boolean inPeriod(LocalDate happened) {
        return from.isPresent() && happened != null && !happened.isBefore(from.get()) && !happened.isAfter(day);
    }

    /** Whole days since another day. */
    int daysSince(LocalDate other) {
        return (int) ChronoUnit.DAYS.between(other, day);
    }
}
