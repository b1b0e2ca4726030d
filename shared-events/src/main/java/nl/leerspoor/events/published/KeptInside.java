package nl.leerspoor.events.published;

import nl.leerspoor.events.duty.DutyEvent;
import nl.leerspoor.events.duty.DutyEvent.DutyBecameDue;
import nl.leerspoor.events.duty.DutyEvent.DutyDischarged;
import nl.leerspoor.events.duty.DutyEvent.DutyEscalated;
import nl.leerspoor.events.duty.DutyEvent.DutyRaised;
import nl.leerspoor.events.duty.DutyEvent.DutyReopened;
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
import nl.leerspoor.events.retention.RetentionEvent;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleConfirmed;
import nl.leerspoor.events.retention.RetentionEvent.RetentionRuleEnded;

/** The streams of which nothing is told outside. */
final class KeptInside {

    private static final String WORK_OF_COLLEAGUES =
            "A duty is work of people inside, and follows from facts that are told themselves.";
    private static final String RIGHTS_OF_A_PERSON =
            "That somebody uses their rights is nobody's business; what receivers have to act on is told of the candidate.";

    private static final String OUR_OWN_TERM =
            "For how long a region keeps something binds that region; what is erased by it is told of the candidate.";

    private KeptInside() {}

    static Telling of(DutyEvent event) {
        return switch (event) {
            case DutyRaised _, DutyBecameDue _, DutyEscalated _, DutyDischarged _, DutyReopened _ ->
                Telling.kept(WORK_OF_COLLEAGUES);
        };
    }

    static Telling of(PrivacyEvent event) {
        return switch (event) {
            case ErasureRequested _,
                    AccessRequested _,
                    RectificationRequested _,
                    PortabilityRequested _,
                    ObjectionRaised _,
                    PrivacyCaseExtended _,
                    PrivacyCaseGranted _,
                    PrivacyCasePartlyGranted _,
                    PrivacyCaseRefused _,
                    ErasureCarriedOut _,
                    ExportHandedOver _,
                    RectificationCarriedOut _,
                    ProcessingEnded _,
                    RecipientsInformed _ -> Telling.kept(RIGHTS_OF_A_PERSON);
        };
    }

    static Telling of(RetentionEvent event) {
        return switch (event) {
            case RetentionRuleConfirmed _, RetentionRuleEnded _ -> Telling.kept(OUR_OWN_TERM);
        };
    }
}
