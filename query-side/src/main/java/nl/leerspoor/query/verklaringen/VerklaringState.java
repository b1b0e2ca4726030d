package nl.leerspoor.query.verklaringen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;

/**
 * All that is told of a verklaring at the end of a day.
 *
 * @param approval by the examencommissie
 * @param issue    present once it was handed over, also when it counts no more
 * @param ending   how it came to count no more, or never came to count
 */
record VerklaringState(
        Draft draft,
        Phase phase,
        Optional<LocalDate> signedOn,
        Optional<Approval> approval,
        Optional<Issue> issue,
        Optional<Ending> ending) {

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
            List<Line> lines,
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

    /** The decision of the examencommissie, and who entered it. */
    record Approval(LocalDate on, String by, String decisionRef) {}

    /**
     * A refusal, withdrawal, revocation or replacement.
     *
     * @param ground     why
     * @param decidedBy  the body that revoked it
     * @param replacedBy the verklaring that takes its place
     */
    record Ending(LocalDate on, String ground, Optional<String> decidedBy, Optional<UUID> replacedBy) {}

    /** The handing over. */
    record Issue(LocalDate on, String documentNo, String manner, Optional<UUID> ceremonyId) {}

    static VerklaringState drafted(Draft draft) {
        return new VerklaringState(
                draft, Phase.DRAFTED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    VerklaringState signed(LocalDate day) {
        return new VerklaringState(draft, Phase.SIGNED, Optional.of(day), approval, issue, ending);
    }

    VerklaringState approved(Approval next) {
        return new VerklaringState(draft, Phase.APPROVED, signedOn, Optional.of(next), issue, ending);
    }

    VerklaringState issued(Issue next) {
        return new VerklaringState(draft, Phase.ISSUED, signedOn, approval, Optional.of(next), ending);
    }

    VerklaringState over(Phase end, Ending how) {
        return new VerklaringState(draft, end, signedOn, approval, issue, Optional.of(how));
    }
}
