package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_EXTENDED_ALREADY;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_GRANTED;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_NOT_OPEN;
import static nl.leerspoor.command.privacy.PrivacyRefusal.PRIVACY_CASE_TERM_PASSED;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.privacy.PrivacyCase.Granted;
import nl.leerspoor.command.privacy.PrivacyCase.NotOpened;
import nl.leerspoor.command.privacy.PrivacyCase.Open;
import nl.leerspoor.command.privacy.PrivacyCase.Refused;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.RefusePrivacyCase;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.events.privacy.PrivacyEvent.ErasureRequested;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseExtended;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseGranted;
import nl.leerspoor.events.privacy.PrivacyEvent.PrivacyCaseRefused;

/** The rules of handling a request of a person about their own data, with the terms of AVG art. 12(3). */
final class Handling {

    private static final int MONTHS_TO_ANSWER = 1;
    private static final int MONTHS_MORE = 2;

    private Handling() {}

    /** @param person who the candidate is */
    static Decision<PrivacyEvent> open(PrivacyCase state, OpenPrivacyCase c, UUID person) {
        if (!(state instanceof NotOpened)) {
            return rejected(ID_IN_USE);
        }
        return accepted(new ErasureRequested(
                c.privacyCaseId(),
                c.region(),
                c.effectiveOn(),
                c.candidateId(),
                person,
                c.requestedBy(),
                c.effectiveOn().plusMonths(MONTHS_TO_ANSWER)));
    }

    static Decision<PrivacyEvent> extend(PrivacyCase state, ExtendPrivacyCase c) {
        return switch (state) {
            case Open open when open.extended() -> rejected(PRIVACY_CASE_EXTENDED_ALREADY);
            case Open open when c.effectiveOn().isAfter(open.dueOn()) -> rejected(PRIVACY_CASE_TERM_PASSED);
            case Open open ->
                accepted(new PrivacyCaseExtended(
                        c.privacyCaseId(),
                        open.request().region(),
                        c.effectiveOn(),
                        open.dueOn().plusMonths(MONTHS_MORE),
                        c.reason()));
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    static Decision<PrivacyEvent> grant(PrivacyCase state, GrantPrivacyCase c) {
        return switch (state) {
            case Open open ->
                accepted(new PrivacyCaseGranted(
                        c.privacyCaseId(), open.request().region(), c.effectiveOn(), c.legalBasis()));
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    static Decision<PrivacyEvent> refuse(PrivacyCase state, RefusePrivacyCase c) {
        return switch (state) {
            case Open open ->
                accepted(new PrivacyCaseRefused(
                        c.privacyCaseId(), open.request().region(), c.effectiveOn(), c.ground()));
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Granted granted -> rejected(PRIVACY_CASE_NOT_OPEN);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_OPEN);
        };
    }

    /** Whether it may be carried out by somebody: nothing follows on the case itself. What is gone never comes back. */
    static Decision<PrivacyEvent> execute(PrivacyCase state, String by) {
        return switch (state) {
            case Granted granted when granted.decidedBy().equals(by) -> rejected(SAME_PERSON_AUTHORISES);
            case Granted granted -> accepted(List.of());
            case NotOpened none -> rejected(PRIVACY_CASE_NOT_GRANTED);
            case Open open -> rejected(PRIVACY_CASE_NOT_GRANTED);
            case Refused refused -> rejected(PRIVACY_CASE_NOT_GRANTED);
        };
    }
}
