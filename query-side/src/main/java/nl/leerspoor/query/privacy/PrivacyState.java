package nl.leerspoor.query.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a request about somebody's own data is at the end of a day.
 *
 * @param decision present once there is one
 * @param done     present once it was carried out
 */
record PrivacyState(Request request, LocalDate dueOn, Optional<Decision> decision, Optional<Done> done) {

    /** What was asked. */
    record Request(
            String region,
            String kind,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            String requestedBy,
            LocalDate receivedOn,
            List<String> processings) {}

    /**
     * What was decided.
     *
     * @param ground  on what, null when all was refused
     * @param refusal on what it was refused, or a part of it
     * @param withheld the parts of a copy that are not granted
     */
    record Decision(Phase phase, String ground, String refusal, LocalDate on, List<String> withheld) {}

    /**
     * What was done.
     *
     * @param exportId    the copy that was handed over
     * @param processings what ended
     * @param toInform    whether recipients are still to be told
     * @param recipients  who were told
     */
    record Done(
            LocalDate on,
            Optional<UUID> exportId,
            List<String> processings,
            boolean toInform,
            List<String> recipients) {

        Done informing(List<String> told) {
            return new Done(on, exportId, processings, false, told);
        }
    }

    /** How far it is. An erasure from before it was told of in the case itself stands with the candidate only. */
    enum Phase {
        OPEN,
        GRANTED,
        PARTLY_GRANTED,
        REFUSED,
        EXECUTED
    }

    Phase phase() {
        return done.map(one -> Phase.EXECUTED)
                .or(() -> decision.map(Decision::phase))
                .orElse(Phase.OPEN);
    }

    PrivacyState extendedTo(LocalDate day) {
        return new PrivacyState(request, day, decision, done);
    }

    PrivacyState decided(Phase phase, String ground, String refusal, LocalDate day, List<String> withheld) {
        return new PrivacyState(request, dueOn, Optional.of(new Decision(phase, ground, refusal, day, withheld)), done);
    }

    PrivacyState done(LocalDate day, Optional<UUID> exportId, List<String> processings, boolean toInform) {
        return new PrivacyState(
                request, dueOn, decision, Optional.of(new Done(day, exportId, processings, toInform, List.of())));
    }

    PrivacyState informed(List<String> recipients) {
        return new PrivacyState(request, dueOn, decision, done.map(one -> one.informing(recipients)));
    }
}
