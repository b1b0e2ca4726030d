package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_DECLINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_INTERESTED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ALREADY_SUSPENDED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_DECLINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_LEFT;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_APPROACHED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_SUSPENDED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.NOT_DECLINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.NOT_SUSPENDED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.NO_PLACES_OFFERED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.PERIOD_ENDS_BEFORE_START;

import java.util.List;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Known;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.NotApproached;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.Decline;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.JoinPilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LeavePilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.NameContactPerson;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.OfferPlaces;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.PipelineCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RecordInterest;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ReopenContact;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ResumeLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.SuspendLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.WithdrawPlaces;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ContactPersonNamed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfDeclined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfInterested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfJoined;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfLeft;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfReopened;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfResumed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfSuspended;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesOffered;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.PlacesWithdrawn;

/** The rules of an employer's taking part: from first contact to joining or declining, and on to leaving. */
final class Pipeline {

    private Pipeline() {}

    static Decision<LeerbedrijfEvent> approach(Leerbedrijf state, ApproachLeerbedrijf c) {
        return switch (state) {
            case NotApproached s ->
                accepted(new LeerbedrijfApproached(
                        c.leerbedrijfId(),
                        c.region(),
                        c.effectiveOn(),
                        c.name(),
                        c.sector(),
                        c.companyNumber(),
                        c.reference()));
            case Known s -> rejected(ID_IN_USE);
        };
    }

    static Decision<LeerbedrijfEvent> decide(Leerbedrijf state, PipelineCommand command) {
        return switch (state) {
            case NotApproached s -> rejected(LEERBEDRIJF_NOT_APPROACHED);
            case Known s -> onceKnown(s, command);
        };
    }

    private static Decision<LeerbedrijfEvent> onceKnown(Known state, PipelineCommand command) {
        return switch (command) {
            case RecordInterest c -> interest(state, c);
            case Decline c -> decline(state, c);
            case ReopenContact c -> reopen(state, c);
            case JoinPilot c -> join(state, c);
            case SuspendLeerbedrijf c -> suspend(state, c);
            case ResumeLeerbedrijf c -> resume(state, c);
            case LeavePilot c -> leave(state, c);
            case OfferPlaces c -> offer(state, c);
            case WithdrawPlaces c -> withdraw(state, c);
        };
    }

    private static Decision<LeerbedrijfEvent> interest(Known state, RecordInterest c) {
        return switch (state.stage()) {
            case APPROACHED -> accepted(new LeerbedrijfInterested(state.id(), state.region(), c.effectiveOn()));
            case INTERESTED -> rejected(ALREADY_INTERESTED);
            case DECLINED -> rejected(LEERBEDRIJF_DECLINED);
            case JOINED, SUSPENDED -> rejected(ALREADY_JOINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> decline(Known state, Decline c) {
        return switch (state.stage()) {
            case APPROACHED, INTERESTED ->
                accepted(new LeerbedrijfDeclined(
                        state.id(),
                        state.region(),
                        c.effectiveOn(),
                        c.sector(),
                        c.reason(),
                        c.secondaryReasons() == null ? List.of() : c.secondaryReasons(),
                        c.wouldReconsiderIf()));
            case DECLINED -> rejected(ALREADY_DECLINED);
            case JOINED, SUSPENDED -> rejected(ALREADY_JOINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> reopen(Known state, ReopenContact c) {
        return switch (state.stage()) {
            case DECLINED -> accepted(new LeerbedrijfReopened(state.id(), state.region(), c.effectiveOn()));
            case APPROACHED, INTERESTED, JOINED, SUSPENDED -> rejected(NOT_DECLINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> join(Known state, JoinPilot c) {
        return switch (state.stage()) {
            case APPROACHED, INTERESTED ->
                accepted(new LeerbedrijfJoined(state.id(), state.region(), c.effectiveOn(), c.sector()));
            case DECLINED -> rejected(LEERBEDRIJF_DECLINED);
            case JOINED, SUSPENDED -> rejected(ALREADY_JOINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> suspend(Known state, SuspendLeerbedrijf c) {
        return switch (state.stage()) {
            case JOINED -> accepted(new LeerbedrijfSuspended(state.id(), state.region(), c.effectiveOn(), c.cause()));
            case SUSPENDED -> rejected(ALREADY_SUSPENDED);
            case APPROACHED, INTERESTED, DECLINED -> rejected(LEERBEDRIJF_NOT_JOINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> resume(Known state, ResumeLeerbedrijf c) {
        return switch (state.stage()) {
            case SUSPENDED -> accepted(new LeerbedrijfResumed(state.id(), state.region(), c.effectiveOn()));
            case APPROACHED, INTERESTED, DECLINED, JOINED -> rejected(NOT_SUSPENDED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> leave(Known state, LeavePilot c) {
        return switch (state.stage()) {
            case JOINED, SUSPENDED ->
                accepted(new LeerbedrijfLeft(state.id(), state.region(), c.effectiveOn(), c.reason()));
            case APPROACHED, INTERESTED, DECLINED -> rejected(LEERBEDRIJF_NOT_JOINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> offer(Known state, OfferPlaces c) {
        if (c.to() != null && c.to().isBefore(c.from())) {
            return rejected(PERIOD_ENDS_BEFORE_START);
        }
        return switch (state.stage()) {
            case JOINED ->
                accepted(new PlacesOffered(
                        state.id(),
                        state.region(),
                        c.effectiveOn(),
                        c.crebo(),
                        c.places(),
                        c.from(),
                        c.to(),
                        c.supervisionHoursPerWeek()));
            case SUSPENDED -> rejected(LEERBEDRIJF_SUSPENDED);
            case APPROACHED, INTERESTED, DECLINED -> rejected(LEERBEDRIJF_NOT_JOINED);
            case LEFT -> rejected(LEERBEDRIJF_LEFT);
        };
    }

    private static Decision<LeerbedrijfEvent> withdraw(Known state, WithdrawPlaces c) {
        return state.offers().contains(c.crebo())
                ? accepted(new PlacesWithdrawn(state.id(), state.region(), c.effectiveOn(), c.crebo()))
                : rejected(NO_PLACES_OFFERED);
    }

    /**
     * An employer that the region knows has somebody to speak to, however far it has come.
     *
     * @param somebodyElse whether the id of the contact person is that of a candidate, a supervisor or anything else: what
     *                     is sealed under it is theirs, and goes when they are erased
     */
    static Decision<LeerbedrijfEvent> contactPerson(Leerbedrijf state, NameContactPerson c, boolean somebodyElse) {
        return switch (state) {
            case NotApproached s -> rejected(LEERBEDRIJF_NOT_APPROACHED);
            case Known s when somebodyElse -> rejected(ID_IN_USE);
            case Known s ->
                accepted(new ContactPersonNamed(
                        s.id(), s.region(), c.effectiveOn(), c.contactPersonId(), c.name(), c.email(), c.telephone()));
        };
    }
}
