package nl.leerspoor.query.privacy;

import nl.leerspoor.events.Fact;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import nl.leerspoor.query.privacy.PrivacyState.Phase;
import nl.leerspoor.query.privacy.PrivacyState.Request;

/** What each fact changes in what is told of a privacy case. */
final class PrivacyCourse {

    private PrivacyCourse() {}

    static PrivacyState evolve(PrivacyState state, Fact<PrivacyEvent> fact) {
        return switch (fact.event()) {
            case ErasureRequested e ->
                new PrivacyState(
                        new Request(
                                e.region(),
                                "ERASURE",
                                e.candidateId(),
                                e.personId(),
                                e.requestedBy(),
                                fact.effectiveOn()),
                        Phase.OPEN,
                        e.dueOn(),
                        null,
                        null);
            case PrivacyCaseExtended e -> state.extendedTo(e.dueOn());
            case PrivacyCaseGranted e -> state.decided(Phase.GRANTED, e.legalBasis(), fact.effectiveOn());
            case PrivacyCaseRefused e -> state.decided(Phase.REFUSED, e.ground(), fact.effectiveOn());
        };
    }
}
