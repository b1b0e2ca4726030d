package nl.leerspoor.command.leerbedrijf;

import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ASSESSED_AFTER_CONFIRMATION;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ERKENNING_ALREADY_ACTIVE;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ERKENNING_ALREADY_REQUESTED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.ERKENNING_MISSING;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_LEFT;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_APPROACHED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_NOT_JOINED;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_SUSPENDED;

import java.util.Optional;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Erkenning;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Known;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.NotApproached;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf.Stage;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ConfirmErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ErkenningCommand;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LapseErkenning;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RegisterErkenningWithdrawal;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.RequestErkenning;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningConfirmed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningLapsed;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningRequested;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.ErkenningWithdrawn;

/**
 * The rules of erkenning (WEB 7.2.10) and what follows from it for others. SBB's decisions are recorded wherever the
 * employer stands with the region; only one that left is not followed into new erkenningen.
 */
final class Erkenningen {

    private Erkenningen() {}

    static Decision<LeerbedrijfEvent> decide(Leerbedrijf state, ErkenningCommand command) {
        return switch (state) {
            case NotApproached s -> rejected(LEERBEDRIJF_NOT_APPROACHED);
            case Known s ->
                switch (command) {
                    case RequestErkenning c -> request(s, c);
                    case ConfirmErkenning c -> confirm(s, c);
                    case RegisterErkenningWithdrawal c ->
                        lose(s, c, new ErkenningWithdrawn(s.id(), s.region(), c.effectiveOn(), c.crebo(), c.reason()));
                    case LapseErkenning c ->
                        lose(s, c, new ErkenningLapsed(s.id(), s.region(), c.effectiveOn(), c.crebo()));
                };
        };
    }

    private static Decision<LeerbedrijfEvent> request(Known state, RequestErkenning c) {
        if (state.stage() == Stage.LEFT) {
            return rejected(LEERBEDRIJF_LEFT);
        }
        return switch (state.erkenning(c.crebo())) {
            case Erkenning.Active e -> rejected(ERKENNING_ALREADY_ACTIVE);
            case Erkenning.Requested e -> rejected(ERKENNING_ALREADY_REQUESTED);
            case Erkenning.None e ->
                accepted(new ErkenningRequested(state.id(), state.region(), c.effectiveOn(), c.crebo()));
        };
    }

    /** An active erkenning may be confirmed again when SBB assessed it since; else nothing would change. */
    private static Decision<LeerbedrijfEvent> confirm(Known state, ConfirmErkenning c) {
        if (state.stage() == Stage.LEFT) {
            return rejected(LEERBEDRIJF_LEFT);
        }
        if (c.lastAssessedOn().isAfter(c.effectiveOn())) {
            return rejected(ASSESSED_AFTER_CONFIRMATION);
        }
        if (state.erkenning(c.crebo()) instanceof Erkenning.Active active
                && !c.lastAssessedOn().isAfter(active.lastAssessedOn())) {
            return rejected(ERKENNING_ALREADY_ACTIVE);
        }
        return accepted(
                new ErkenningConfirmed(state.id(), state.region(), c.effectiveOn(), c.crebo(), c.lastAssessedOn()));
    }

    private static Decision<LeerbedrijfEvent> lose(Known state, ErkenningCommand c, LeerbedrijfEvent loss) {
        return state.isErkend(c.crebo()) ? accepted(loss) : rejected(ERKENNING_MISSING);
    }

    /** Why there can be no match here on the day of this state; empty when there can (rules B4 and B26). */
    static Optional<Refusal> refusesMatch(Leerbedrijf state, String crebo, String region) {
        return switch (state) {
            case NotApproached s -> Optional.of(LEERBEDRIJF_NOT_JOINED);
            case Known s when !s.region().equals(region) -> Optional.of(OTHER_REGION);
            case Known s ->
                switch (s.stage()) {
                    case APPROACHED, INTERESTED, DECLINED -> Optional.of(LEERBEDRIJF_NOT_JOINED);
                    case SUSPENDED -> Optional.of(LEERBEDRIJF_SUSPENDED);
                    case LEFT -> Optional.of(LEERBEDRIJF_LEFT);
                    case JOINED -> s.isErkend(crebo) ? Optional.empty() : Optional.of(ERKENNING_MISSING);
                };
        };
    }

    /** Why nobody can be a supervisor here on the day of this state; empty when somebody can. */
    static Optional<Refusal> refusesSupervisor(Leerbedrijf state, String region) {
        return switch (state) {
            case NotApproached s -> Optional.of(LEERBEDRIJF_NOT_APPROACHED);
            case Known s when !s.region().equals(region) -> Optional.of(OTHER_REGION);
            case Known s when s.stage() == Stage.LEFT -> Optional.of(LEERBEDRIJF_LEFT);
            case Known s -> Optional.empty();
        };
    }
}
