package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.ALREADY_NOMINATED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_ALREADY_HELD;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_BEFORE_DECISION;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_CANCELLED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_DATE_UNCHANGED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_NOT_SCHEDULED;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.VERKLARING_NOT_NOMINABLE;

import java.util.Map;
import java.util.function.Function;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.ceremony.Ceremony.Cancelled;
import nl.leerspoor.command.ceremony.Ceremony.Held;
import nl.leerspoor.command.ceremony.Ceremony.NotScheduled;
import nl.leerspoor.command.ceremony.Ceremony.Planned;
import nl.leerspoor.command.ceremony.CeremonyCommand.CancelCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.NominateForCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.RescheduleCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.ScheduleCeremony;
import nl.leerspoor.command.verklaring.Paper;
import nl.leerspoor.command.verklaring.Verklaring;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyCancelled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyRescheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.AwardCeremonyScheduled;
import nl.leerspoor.events.ceremony.CeremonyEvent.VerklaringNominated;

/** The rules of planning a ceremony: when it will be, and what will be handed over. */
final class Scheduling {

    private Scheduling() {}

    static Decision<CeremonyEvent> schedule(Ceremony state, ScheduleCeremony c) {
        if (!(state instanceof NotScheduled)) {
            return rejected(ID_IN_USE);
        }
        if (c.on().isBefore(c.effectiveOn())) {
            return rejected(CEREMONY_BEFORE_DECISION);
        }
        return accepted(new AwardCeremonyScheduled(
                c.ceremonyId(), c.region(), c.effectiveOn(), c.on(), c.place(), c.reference()));
    }

    /** The verklaring is as it stood on the day of the nomination. */
    static Decision<CeremonyEvent> nominate(Ceremony state, Verklaring verklaring, NominateForCeremony c) {
        return ofPlanned(
                state,
                planned -> verklaring instanceof Verklaring.Approved approved
                        ? nominate(planned, approved.paper(), c)
                        : rejected(VERKLARING_NOT_NOMINABLE, Map.of("status", verklaring.code())));
    }

    private static Decision<CeremonyEvent> nominate(Planned planned, Paper paper, NominateForCeremony c) {
        if (!paper.region().equals(planned.region())) {
            return rejected(OTHER_REGION);
        }
        if (planned.nominated().contains(paper.verklaringId())) {
            return rejected(ALREADY_NOMINATED);
        }
        return accepted(new VerklaringNominated(
                planned.id(), planned.region(), c.effectiveOn(), paper.verklaringId(), paper.candidateId()));
    }

    static Decision<CeremonyEvent> reschedule(Ceremony state, RescheduleCeremony c) {
        return ofPlanned(state, planned -> {
            if (c.newOn().equals(planned.on())) {
                return rejected(CEREMONY_DATE_UNCHANGED);
            }
            if (c.newOn().isBefore(c.effectiveOn())) {
                return rejected(CEREMONY_BEFORE_DECISION);
            }
            return accepted(new AwardCeremonyRescheduled(
                    planned.id(),
                    planned.region(),
                    c.effectiveOn(),
                    planned.on(),
                    c.newOn(),
                    c.cause(),
                    planned.moves() + 1));
        });
    }

    static Decision<CeremonyEvent> cancel(Ceremony state, CancelCeremony c) {
        return ofPlanned(
                state,
                planned -> accepted(
                        new AwardCeremonyCancelled(planned.id(), planned.region(), c.effectiveOn(), c.cause())));
    }

    /** Decides on a planned ceremony; on any other nothing can be changed. */
    static Decision<CeremonyEvent> ofPlanned(Ceremony state, Function<Planned, Decision<CeremonyEvent>> decision) {
        return switch (state) {
            case NotScheduled s -> rejected(CEREMONY_NOT_SCHEDULED);
            case Planned s -> decision.apply(s);
            case Held s -> rejected(CEREMONY_ALREADY_HELD);
            case Cancelled s -> rejected(CEREMONY_CANCELLED);
        };
    }
}
