package nl.leerspoor.query.privacy;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How far a request about somebody's own data is at the end of a day.
 *
 * @param ground    of the decision, once there is one
 * @param decidedOn null before
 */
record PrivacyState(Request request, Phase phase, LocalDate dueOn, String ground, LocalDate decidedOn) {

    /** What was asked. */
    record Request(
            String region, String kind, UUID candidateId, UUID personId, String requestedBy, LocalDate receivedOn) {}

    /** How far it is; whether it was carried out stands with the candidate. */
    enum Phase {
        OPEN,
        GRANTED,
        REFUSED
    }

    PrivacyState extendedTo(LocalDate day) {
        return new PrivacyState(request, phase, day, ground, decidedOn);
    }

    PrivacyState decided(Phase how, String on, LocalDate day) {
        return new PrivacyState(request, how, dueOn, on, day);
    }
}
