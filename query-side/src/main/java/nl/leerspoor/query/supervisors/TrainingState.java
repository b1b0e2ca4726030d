package nl.leerspoor.query.supervisors;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * All that is told of a training of supervisors at the end of a day.
 *
 * @param suspension    present while the course lies still
 * @param daysSuspended days of all suspensions that ended before
 */
record TrainingState(Plan plan, Phase phase, LocalDate endsOn, Optional<Suspension> suspension, int daysSuspended) {

    /** What stays as it was planned. {@code sector} is null for a course that is for all. */
    record Plan(String region, String reference, String kind, String sector, LocalDate startsOn, int places) {}

    /** How far a course is. A scheduled one runs from its start on, without an event that says so. */
    enum Phase {
        SCHEDULED,
        SUSPENDED,
        COMPLETED,
        CANCELLED
    }

    /** A while in which the course lies still. */
    record Suspension(LocalDate since, String cause, Optional<LocalDate> expectedResumeOn) {}

    TrainingState suspended(Suspension next) {
        return new TrainingState(plan, Phase.SUSPENDED, endsOn, Optional.of(next), daysSuspended);
    }

    TrainingState resumed(LocalDate day, LocalDate newEnd) {
        return new TrainingState(plan, Phase.SCHEDULED, newEnd, Optional.empty(), daysSuspendedUntil(day));
    }

    TrainingState over(Phase end, LocalDate day) {
        return new TrainingState(plan, end, endsOn, Optional.empty(), daysSuspendedUntil(day));
    }

    private int daysSuspendedUntil(LocalDate day) {
        return daysSuspended
                + suspension
                        .map(s -> (int) ChronoUnit.DAYS.between(s.since(), day))
                        .orElse(0);
    }
}
