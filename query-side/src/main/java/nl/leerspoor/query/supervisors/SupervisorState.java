package nl.leerspoor.query.supervisors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is told of a supervisor at the end of a day.
 *
 * @param training     the course in which the supervisor takes part, if it is known
 * @param reservations trajectories that take a place, in the order of the reservations
 * @param absence      present while the supervisor can guide nobody
 * @param detailsOn    when it was last recorded who the supervisor is; empty when that is not known
 */
record SupervisorState(
        Registration registration,
        UUID leerbedrijfId,
        int maxCandidates,
        Competence competence,
        Optional<UUID> training,
        List<UUID> reservations,
        Optional<Absence> absence,
        Optional<LocalDate> detailsOn) {

    /** What stays as it was registered. */
    record Registration(String region, String reference, String sector) {}

    /** Whether the supervisor is trained. */
    sealed interface Competence {

        /** Not in training yet. */
        record Registered() implements Competence {}

        /** Enrolled in a training. */
        record InTraining() implements Competence {}

        /**
         * Trained, or exempted for experience.
         *
         * @param validUntil last day on which it counts; empty without end
         */
        record Trained(LocalDate on, Optional<LocalDate> validUntil) implements Competence {}

        /** The training counts no more. */
        record Expired() implements Competence {}

        /** The code by which it is told. */
        default String code() {
            return switch (this) {
                case Registered r -> "REGISTERED";
                case InTraining i -> "IN_TRAINING";
                case Trained t -> "TRAINED";
                case Expired e -> "EXPIRED";
            };
        }
    }

    /** A while in which the supervisor can guide nobody. */
    record Absence(LocalDate since, String cause) {}

    SupervisorState with(Competence next) {
        return new SupervisorState(
                registration, leerbedrijfId, maxCandidates, next, training, reservations, absence, detailsOn);
    }

    /** Somebody who is trained stays so during another course. */
    SupervisorState enrolled(UUID course) {
        Competence next = switch (competence) {
            case Competence.Registered r -> new Competence.InTraining();
            case Competence.Expired e -> new Competence.InTraining();
            case Competence.InTraining i -> i;
            case Competence.Trained t -> t;
        };
        return new SupervisorState(
                registration,
                leerbedrijfId,
                maxCandidates,
                next,
                Optional.of(course),
                reservations,
                absence,
                detailsOn);
    }

    SupervisorState reserved(UUID trajectory) {
        List<UUID> next = new ArrayList<>(reservations);
        next.add(trajectory);
        return withReservations(next);
    }

    SupervisorState released(UUID trajectory) {
        List<UUID> next = new ArrayList<>(reservations);
        next.remove(trajectory);
        return withReservations(next);
    }

    SupervisorState with(Optional<Absence> next) {
        return new SupervisorState(
                registration, leerbedrijfId, maxCandidates, competence, training, reservations, next, detailsOn);
    }

    SupervisorState movedTo(UUID leerbedrijf) {
        return new SupervisorState(
                registration, leerbedrijf, maxCandidates, competence, training, reservations, absence, detailsOn);
    }

    SupervisorState guidingAtMost(int candidates) {
        return new SupervisorState(
                registration, leerbedrijfId, candidates, competence, training, reservations, absence, detailsOn);
    }

    SupervisorState knownSince(Optional<LocalDate> day) {
        return new SupervisorState(
                registration, leerbedrijfId, maxCandidates, competence, training, reservations, absence, day);
    }

    private SupervisorState withReservations(List<UUID> next) {
        return new SupervisorState(
                registration,
                leerbedrijfId,
                maxCandidates,
                competence,
                training,
                List.copyOf(next),
                absence,
                detailsOn);
    }
}
