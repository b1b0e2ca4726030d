package nl.leerspoor.query.verklaringen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is told of a verklaring at the end of a day.
 *
 * @param issue present once it was handed over, also when it counts no more
 */
record VerklaringState(Draft draft, Phase phase, Optional<LocalDate> approvedOn, Optional<Issue> issue) {

    /** What the paper says. */
    record Draft(
            String region,
            String reference,
            UUID trajectoryId,
            UUID candidateId,
            String schoolId,
            UUID leerbedrijfId,
            String crebo,
            int level,
            String regime,
            List<String> werkprocessen,
            LocalDate on) {}

    /** How far the paper is. */
    enum Phase {
        DRAFTED,
        SIGNED,
        APPROVED,
        ISSUED,
        REVOKED,
        REPLACED,
        REFUSED,
        WITHDRAWN
    }

    /** The handing over. */
    record Issue(LocalDate on, String documentNo, String manner, Optional<UUID> ceremonyId) {}

    VerklaringState in(Phase next) {
        return new VerklaringState(draft, next, approvedOn, issue);
    }

    VerklaringState approved(LocalDate day) {
        return new VerklaringState(draft, Phase.APPROVED, Optional.of(day), issue);
    }

    VerklaringState issued(Issue next) {
        return new VerklaringState(draft, Phase.ISSUED, approvedOn, Optional.of(next));
    }
}
