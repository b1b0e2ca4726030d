package nl.leerspoor.command.privacy;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.command.privacy.Right.Access;
import nl.leerspoor.command.privacy.Right.Erasure;
import nl.leerspoor.command.privacy.Right.Objection;
import nl.leerspoor.command.privacy.Right.Portability;
import nl.leerspoor.command.privacy.Right.Rectification;
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

/** A request of a person about their own data, as the facts make it. */
public sealed interface PrivacyCase {

    /** Nothing was asked yet. */
    record NotOpened() implements PrivacyCase {}

    /** What the person is to the administration. */
    enum SubjectKind {
        CANDIDATE,
        SUPERVISOR,
        CONTACT_PERSON
    }

    /**
     * What was asked.
     *
     * @param subjectId where it stands who the person is: the candidate, the supervisor, or the leerbedrijf that they
     *                  speak for
     */
    record Request(
            UUID privacyCaseId,
            String region,
            Right right,
            SubjectKind subjectKind,
            UUID subjectId,
            UUID personId,
            LocalDate receivedOn) {}

    /**
     * To be decided.
     *
     * @param dueOn    last day to answer
     * @param extended whether more time was taken already
     */
    record Open(Request request, LocalDate dueOn, boolean extended) implements PrivacyCase {}

    /**
     * To be carried out.
     *
     * @param dueOn     last day to have done so (AVG art. 12(3))
     * @param whole     whether all of it was granted
     * @param decidedBy who granted it
     */
    record Granted(Request request, LocalDate dueOn, boolean whole, String legalBasis, String decidedBy)
            implements PrivacyCase {}

    /** Nothing more is to be done. */
    record Refused(Request request) implements PrivacyCase {}

    /**
     * It was done.
     *
     * @param toInform whether those who had got what was wrong, or what is erased, are still to be told (AVG art. 19)
     */
    record CarriedOut(Request request, boolean toInform) implements PrivacyCase {}

    /** The state after one more fact. */
    static PrivacyCase evolve(PrivacyCase state, Fact<PrivacyEvent> fact) {
        return switch (fact.event()) {
            case Requested e
            when state instanceof NotOpened ->
                new Open(
                        new Request(
                                e.privacyCaseId(),
                                e.region(),
                                right(e),
                                SubjectKind.valueOf(e.subjectKind()),
                                e.subjectId(),
                                e.personId(),
                                fact.effectiveOn()),
                        e.dueOn(),
                        false);
            case Requested e -> throw new Impossible(state, e);
            case PrivacyCaseExtended e -> new Open(open(state, e).request(), e.dueOn(), true);
            case PrivacyCaseGranted e -> granted(open(state, e), true, e.legalBasis(), fact);
            case PrivacyCasePartlyGranted e -> granted(open(state, e), false, e.legalBasis(), fact);
            case PrivacyCaseRefused e -> new Refused(open(state, e).request());
            case ErasureCarriedOut e -> new CarriedOut(granted(state, e).request(), true);
            case ExportHandedOver e -> new CarriedOut(granted(state, e).request(), false);
            case RectificationCarriedOut e -> new CarriedOut(granted(state, e).request(), true);
            case ProcessingEnded e -> new CarriedOut(granted(state, e).request(), false);
            case RecipientsInformed e
            when state instanceof CarriedOut done && done.toInform() -> new CarriedOut(done.request(), false);
            case RecipientsInformed e -> throw new Impossible(state, e);
        };
    }

    private static Right right(Requested event) {
        return switch (event) {
            case AccessRequested e -> new Access();
            case RectificationRequested e -> new Rectification();
            case ErasureRequested e -> new Erasure();
            case PortabilityRequested e -> new Portability();
            case ObjectionRaised e -> new Objection(e.processings());
        };
    }

    private static Granted granted(Open open, boolean whole, String legalBasis, Fact<PrivacyEvent> fact) {
        return new Granted(open.request(), open.dueOn(), whole, legalBasis, fact.recordedBy());
    }

    private static Open open(PrivacyCase state, PrivacyEvent event) {
        if (state instanceof Open open) {
            return open;
        }
        throw new Impossible(state, event);
    }

    private static Granted granted(PrivacyCase state, PrivacyEvent event) {
        if (state instanceof Granted granted) {
            return granted;
        }
        throw new Impossible(state, event);
    }
}
