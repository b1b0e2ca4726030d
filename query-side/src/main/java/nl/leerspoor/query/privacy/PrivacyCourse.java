package nl.leerspoor.query.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.AccessRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.ExportHandedOver;
import nl.leerspoor.events.privacy.PrivacyEvent.ObjectionRaised;
import nl.leerspoor.events.privacy.PrivacyEvent.PortabilityRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCasePartlyGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;
import nl.leerspoor.events.privacy.PrivacyEvent.ProcessingEnded;
import nl.leerspoor.events.privacy.PrivacyEvent.RecipientsInformed;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationCarriedOut;
import nl.leerspoor.events.privacy.PrivacyEvent.RectificationRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.Requested;
import nl.leerspoor.query.privacy.PrivacyState.Phase;
import nl.leerspoor.query.privacy.PrivacyState.Request;

/** What each fact changes in what is told of a privacy case. */
final class PrivacyCourse {

    private PrivacyCourse() {}

    static PrivacyState evolve(PrivacyState state, Fact<PrivacyEvent> fact) {
        LocalDate day = fact.effectiveOn();
        return switch (fact.event()) {
            case Requested e -> new PrivacyState(request(e, day), e.dueOn(), Optional.empty(), Optional.empty());
            case PrivacyCaseExtended e -> state.extendedTo(e.dueOn());
            case PrivacyCaseGranted e -> state.decided(Phase.GRANTED, e.legalBasis(), null, day, List.of());
            case PrivacyCasePartlyGranted e ->
                state.decided(Phase.PARTLY_GRANTED, e.legalBasis(), e.ground(), day, e.withheld());
            case PrivacyCaseRefused e -> state.decided(Phase.REFUSED, null, e.ground(), day, List.of());
            case ErasureCarriedOut e -> state.done(day, Optional.empty(), List.of(), true);
            case ExportHandedOver e -> state.done(day, Optional.of(e.exportId()), List.of(), false);
            case RectificationCarriedOut e -> state.done(day, Optional.empty(), List.of(), true);
            case ProcessingEnded e -> state.done(day, Optional.empty(), e.processings(), false);
            case RecipientsInformed e -> state.informed(e.recipients());
        };
    }

    private static Request request(Requested e, LocalDate day) {
        return new Request(
                e.region(),
                kind(e),
                e.subjectKind(),
                e.subjectId(),
                e.personId(),
                e.requestedBy(),
                day,
                e instanceof ObjectionRaised objection ? objection.processings() : List.of());
    }

    private static String kind(Requested event) {
        return switch (event) {
            case AccessRequested e -> "ACCESS";
            case RectificationRequested e -> "RECTIFICATION";
            case ErasureRequested e -> "ERASURE";
            case PortabilityRequested e -> "PORTABILITY";
            case ObjectionRaised e -> "OBJECTION";
        };
    }
}
