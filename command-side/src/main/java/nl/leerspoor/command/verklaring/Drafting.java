package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LEARNING_NOT_ENDED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINES_OF_SEVERAL_SCHOOLS;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_NOT_CONFIRMED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NO_DOCUMENT_REGIME;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_SIGNED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_DRAFTED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_OVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Confirmation;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.verklaring.Verklaring.Approved;
import nl.leerspoor.command.verklaring.Verklaring.Drafted;
import nl.leerspoor.command.verklaring.Verklaring.Issued;
import nl.leerspoor.command.verklaring.Verklaring.NotDrafted;
import nl.leerspoor.command.verklaring.Verklaring.Over;
import nl.leerspoor.command.verklaring.Verklaring.Pending;
import nl.leerspoor.command.verklaring.Verklaring.Signed;
import nl.leerspoor.command.verklaring.VerklaringCommand.DraftVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.SignForLeerbedrijf;
import nl.leerspoor.command.verklaring.VerklaringCommand.WithdrawDraft;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDraftWithdrawn;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringSignedByLeerbedrijf;

/** The rules of drawing up the paper: what it may state, who signs it, and taking it back. */
final class Drafting {

    private Drafting() {}

    /**
     * Rule B11. The trajectory is as it stood on the day of the draft. A leaver keeps what was proven, also one who left
     * for another region.
     */
    static Decision<VerklaringEvent> draft(Verklaring state, Trajectory trajectory, DraftVerklaring c) {
        if (!(state instanceof NotDrafted)) {
            return rejected(ID_IN_USE);
        }
        return switch (trajectory) {
            case Trajectory.NotOpened none -> rejected(LEARNING_NOT_ENDED);
            case Trajectory.Open open -> rejected(LEARNING_NOT_ENDED);
            case Trajectory.Ended ended ->
                switch (ended.end()) {
                    case COMPLETED, STOPPED, TRANSFERRED_OUT -> draft(ended, c);
                    case REFERRED -> rejected(LEARNING_NOT_ENDED);
                };
        };
    }

    private static Decision<VerklaringEvent> draft(Trajectory.Ended trajectory, DraftVerklaring c) {
        if (!trajectory.route().region().equals(c.region())) {
            return rejected(OTHER_REGION);
        }
        List<Line> lines = new ArrayList<>();
        List<Confirmation> confirmations = new ArrayList<>();
        List<String> unproven = new ArrayList<>();
        for (String code : c.werkprocessen().stream().distinct().toList()) {
            confirmationAt(c.leerbedrijfId(), code, trajectory)
                    .ifPresentOrElse(
                            confirmation -> {
                                confirmations.add(confirmation);
                                lines.add(line(code, confirmation));
                            },
                            () -> unproven.add(code));
        }
        if (!unproven.isEmpty()) {
            return rejected(LINE_NOT_CONFIRMED, Map.of("werkprocessen", unproven));
        }
        List<String> schools = confirmations.stream()
                .map(confirmation -> match(confirmation).schoolId())
                .distinct()
                .toList();
        if (schools.size() > 1) {
            return rejected(LINES_OF_SEVERAL_SCHOOLS, Map.of("schools", schools));
        }
        return Regime.on(c.effectiveOn())
                .map(regime -> Decision.<VerklaringEvent>accepted(
                        drafted(trajectory.route(), latest(confirmations), lines, regime, c)))
                .orElse(rejected(NO_DOCUMENT_REGIME));
    }

    private static Optional<Confirmation> confirmationAt(
            UUID leerbedrijfId, String werkproces, Trajectory.Ended trajectory) {
        return Optional.ofNullable(trajectory.stage().learned().confirmed().get(werkproces))
                .filter(confirmation -> match(confirmation).leerbedrijfId().equals(leerbedrijfId));
    }

    private static Line line(String code, Confirmation confirmation) {
        return new Line(code, confirmation.judgement().eventId(), confirmation.eventId(), confirmation.schoolCoachId());
    }

    private static Match match(Confirmation confirmation) {
        return confirmation.judgement().match();
    }

    /** The paper names one supervisor: whoever judged last, should the candidate have had several there. */
    private static Match latest(List<Confirmation> confirmations) {
        return confirmations.stream()
                .max(Comparator.comparing(
                        confirmation -> confirmation.judgement().on()))
                .map(Drafting::match)
                .orElseThrow();
    }

    private static VerklaringDrafted drafted(
            Trajectory.Route route, Match match, List<Line> lines, String regime, DraftVerklaring c) {
        return new VerklaringDrafted(
                c.verklaringId(),
                route.id(),
                route.candidateId(),
                route.region(),
                c.effectiveOn(),
                regime,
                match.schoolId(),
                match.leerbedrijfId(),
                match.supervisorId(),
                match.crebo(),
                route.level(),
                match.dossierVersion(),
                lines,
                c.reference());
    }

    static Decision<VerklaringEvent> sign(Verklaring state, SignForLeerbedrijf c) {
        return switch (state) {
            case NotDrafted s -> rejected(VERKLARING_NOT_DRAFTED);
            case Drafted s ->
                accepted(new VerklaringSignedByLeerbedrijf(
                        s.paper().verklaringId(),
                        s.paper().trajectoryId(),
                        s.paper().candidateId(),
                        s.paper().region(),
                        c.effectiveOn(),
                        c.method()));
            case Signed s -> rejected(VERKLARING_ALREADY_SIGNED);
            case Approved s -> rejected(VERKLARING_ALREADY_SIGNED);
            case Issued s -> rejected(VERKLARING_ALREADY_SIGNED);
            case Over s -> over(s);
        };
    }

    static Decision<VerklaringEvent> withdraw(Verklaring state, WithdrawDraft c) {
        return switch (state) {
            case NotDrafted s -> rejected(VERKLARING_NOT_DRAFTED);
            case Pending s ->
                accepted(new VerklaringDraftWithdrawn(
                        s.paper().verklaringId(),
                        s.paper().trajectoryId(),
                        s.paper().candidateId(),
                        s.paper().region(),
                        c.effectiveOn(),
                        c.reason()));
            case Approved s -> rejected(VERKLARING_ALREADY_APPROVED);
            case Issued s -> rejected(VERKLARING_ALREADY_APPROVED);
            case Over s -> over(s);
        };
    }

    /** Nothing can be done any more to a paper that is over. */
    static Decision<VerklaringEvent> over(Over state) {
        return rejected(VERKLARING_OVER, Map.of("status", state.code()));
    }
}
