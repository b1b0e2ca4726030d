package nl.leerspoor.command.privacy;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;

/** A request of a person about their own data, as the facts make it. */
sealed interface PrivacyCase {

    /** Nothing was asked yet. */
    record NotOpened() implements PrivacyCase {}

    /** What was asked. */
    record Request(UUID privacyCaseId, String region, UUID candidateId, UUID personId) {}

    /**
     * To be decided.
     *
     * @param dueOn    last day to answer
     * @param extended whether more time was taken already
     */
    record Open(Request request, LocalDate dueOn, boolean extended) implements PrivacyCase {}

    /**
     * To be carried out, by somebody else than who decided.
     *
     * @param decidedBy who granted it
     */
    record Granted(Request request, String legalBasis, String decidedBy) implements PrivacyCase {}

    /** Nothing more is to be done. */
    record Refused(Request request) implements PrivacyCase {}

    /** The state after one more fact. */
    static PrivacyCase evolve(PrivacyCase state, Fact<PrivacyEvent> fact) {
        return switch (fact.event()) {
            case ErasureRequested e
            when state instanceof NotOpened ->
                new Open(new Request(e.privacyCaseId(), e.region(), e.candidateId(), e.personId()), e.dueOn(), false);
            case ErasureRequested e -> throw new Impossible(state, e);
            case PrivacyCaseExtended e -> new Open(open(state, e).request(), e.dueOn(), true);
            case PrivacyCaseGranted e -> new Granted(open(state, e).request(), e.legalBasis(), fact.recordedBy());
            case PrivacyCaseRefused e -> new Refused(open(state, e).request());
        };
    }

    private static Open open(PrivacyCase state, PrivacyEvent event) {
        return switch (state) {
            case Open open -> open;
            case NotOpened none -> throw new Impossible(none, event);
            case Granted granted -> throw new Impossible(granted, event);
            case Refused refused -> throw new Impossible(refused, event);
        };
    }
}
