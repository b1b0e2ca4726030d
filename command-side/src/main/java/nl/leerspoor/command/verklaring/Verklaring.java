package nl.leerspoor.command.verklaring;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringReplaced;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;

/** A verklaring, as its facts make it. */
public sealed interface Verklaring {

    /** Nothing was drawn up yet. */
    record NotDrafted() implements Verklaring {}

    /** Drawn up, and not established by the school yet; it may still be taken back or refused. */
    sealed interface Pending extends Verklaring {

        Paper paper();
    }

    /** Waits for the signature of the leerbedrijf. */
    record Drafted(Paper paper) implements Pending {}

    /** Signed by the leerbedrijf; waits for the examencommissie. */
    record Signed(Paper paper) implements Pending {}

    /** Established by the examencommissie; waits to be handed over. */
    record Approved(Paper paper, LocalDate on) implements Verklaring {}

    /**
     * Handed over; it counts.
     *
     * @param by who entered the issue
     */
    record Issued(Paper paper, LocalDate on, String by) implements Verklaring {}

    /** It doesn't count, and never will again; a new paper is a new verklaring. */
    sealed interface Over extends Verklaring {}

    /** Taken back before it was established. */
    record Withdrawn() implements Over {}

    /** Refused by the examencommissie. */
    record Refused() implements Over {}

    /** Taken back after it was issued. */
    record Revoked() implements Over {}

    /** Another verklaring took its place. */
    record Replaced(UUID by) implements Over {}

    /** The code of the state, as views have it. */
    default String code() {
        return switch (this) {
            case NotDrafted s -> "NOT_DRAFTED";
            case Drafted s -> "DRAFTED";
            case Signed s -> "SIGNED";
            case Approved s -> "APPROVED";
            case Issued s -> "ISSUED";
            case Withdrawn s -> "WITHDRAWN";
            case Refused s -> "REFUSED";
            case Revoked s -> "REVOKED";
            case Replaced s -> "REPLACED";
        };
    }

    /** The state after one more fact. */
    static Verklaring evolve(Verklaring state, Fact<VerklaringEvent> fact) {
        return switch (fact.event()) {
            case VerklaringDrafted e when state instanceof NotDrafted -> new Drafted(Paper.of(e));
            case VerklaringSignedByLeerbedrijf e when state instanceof Drafted drafted -> new Signed(drafted.paper());
            case VerklaringApproved e
            when state instanceof Signed signed -> new Approved(signed.paper(), fact.effectiveOn());
            case VerklaringRefused e when state instanceof Pending -> new Refused();
            case VerklaringDraftWithdrawn e when state instanceof Pending -> new Withdrawn();
            case VerklaringIssued e
            when state instanceof Approved approved ->
                new Issued(approved.paper(), fact.effectiveOn(), fact.recordedBy());
            case VerklaringShared e when state instanceof Issued -> state;
            case VerklaringRevoked e when state instanceof Issued -> new Revoked();
            case VerklaringReplaced e when state instanceof Issued -> new Replaced(e.replacedBy());
            case VerklaringDrafted e -> throw new Impossible(state, e);
            case VerklaringSignedByLeerbedrijf e -> throw new Impossible(state, e);
            case VerklaringApproved e -> throw new Impossible(state, e);
            case VerklaringRefused e -> throw new Impossible(state, e);
            case VerklaringDraftWithdrawn e -> throw new Impossible(state, e);
            case VerklaringIssued e -> throw new Impossible(state, e);
            case VerklaringShared e -> throw new Impossible(state, e);
            case VerklaringRevoked e -> throw new Impossible(state, e);
            case VerklaringReplaced e -> throw new Impossible(state, e);
        };
    }
}
