package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.MANNER_NEEDS_CEREMONY;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NOT_A_REPLACEMENT;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NOT_THE_EXAMENCOMMISSIE;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NO_DOCUMENT_REGIME;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.REPLACEMENT_NOT_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_ISSUED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_DRAFTED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_ISSUED;

import java.util.List;
import java.util.function.Function;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.verklaring.Verklaring.Approved;
import nl.leerspoor.command.verklaring.Verklaring.Issued;
import nl.leerspoor.command.verklaring.Verklaring.NotDrafted;
import nl.leerspoor.command.verklaring.Verklaring.Over;
import nl.leerspoor.command.verklaring.Verklaring.Pending;
import nl.leerspoor.command.verklaring.VerklaringCommand.ReplaceVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RevokeVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.ShareVerklaring;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.IssuedWerkproces;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringIssued;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringReplaced;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRevoked;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringShared;

/** The rules of the paper that is handed over: issuing, showing, revoking and replacing it. */
final class Issuing {

    private static final String CEREMONY = "CEREMONY";

    private Issuing() {}

    /** Rule B13. Paper and trajectory are as they stood on the day of issue; that day also decides the legal form (B14). */
    static Decision<VerklaringEvent> issue(Verklaring state, Trajectory trajectory, Issue issue) {
        return switch (state) {
            case NotDrafted s -> rejected(VERKLARING_NOT_DRAFTED);
            case Pending s -> rejected(VERKLARING_NOT_APPROVED);
            case Approved s -> Examining.founded(s.paper(), trajectory).then(none -> issue(s, issue));
            case Issued s -> rejected(VERKLARING_ALREADY_ISSUED);
            case Over s -> Drafting.over(s);
        };
    }

    private static Decision<VerklaringEvent> issue(Approved approved, Issue issue) {
        if (issue.manner().equals(CEREMONY) && issue.ceremonyId().isEmpty()) {
            return rejected(MANNER_NEEDS_CEREMONY);
        }
        return Regime.on(issue.on())
                .map(regime -> Decision.<VerklaringEvent>accepted(issued(approved, issue, regime)))
                .orElse(rejected(NO_DOCUMENT_REGIME));
    }

    private static VerklaringIssued issued(Approved approved, Issue issue, String regime) {
        Paper paper = approved.paper();
        return new VerklaringIssued(
                paper.verklaringId(),
                paper.trajectoryId(),
                paper.candidateId(),
                paper.region(),
                issue.on(),
                paper.schoolId(),
                paper.leerbedrijfId(),
                paper.supervisorId(),
                regime,
                issue.documentNo(),
                paper.crebo(),
                paper.level(),
                paper.dossierVersion(),
                paper.lines().stream()
                        .map(line -> new IssuedWerkproces(line.code(), line.judgedEventId(), line.confirmedEventId()))
                        .toList(),
                approved.on(),
                issue.manner(),
                issue.ceremonyId().orElse(null),
                VerificationHash.of(paper, regime, approved.on(), issue));
    }

    static Decision<VerklaringEvent> share(Verklaring state, ShareVerklaring c) {
        return ofIssued(
                state,
                issued -> accepted(new VerklaringShared(
                        issued.paper().verklaringId(),
                        issued.paper().trajectoryId(),
                        issued.paper().candidateId(),
                        issued.paper().region(),
                        c.effectiveOn(),
                        c.sharedWith())));
    }

    /** Rules B15 and B30. A revocation needs no replacement; one that is named must be checked by the caller first. */
    static Decision<VerklaringEvent> revoke(Verklaring state, RevokeVerklaring c, By by) {
        return ofIssued(
                state,
                issued -> authorised(issued, by)
                        .then(none -> accepted(new VerklaringRevoked(
                                issued.paper().verklaringId(),
                                issued.paper().trajectoryId(),
                                issued.paper().candidateId(),
                                issued.paper().region(),
                                c.effectiveOn(),
                                c.ground(),
                                issued.paper().schoolId(),
                                c.decisionRef(),
                                c.replacedBy()))));
    }

    /** A replaced paper counts no more than a revoked one, so it takes the same authority (rules B15 and B30). */
    static Decision<VerklaringEvent> replace(Verklaring state, ReplaceVerklaring c, By by) {
        return ofIssued(
                state,
                issued -> authorised(issued, by)
                        .then(none -> accepted(new VerklaringReplaced(
                                issued.paper().verklaringId(),
                                issued.paper().trajectoryId(),
                                issued.paper().candidateId(),
                                issued.paper().region(),
                                c.effectiveOn(),
                                c.replacedBy(),
                                c.reason()))));
    }

    /** No events, or why the second verklaring can't take the place of the first. */
    static Decision<VerklaringEvent> canReplace(Verklaring first, Verklaring second) {
        return switch (second) {
            case NotDrafted s -> rejected(REPLACEMENT_NOT_APPROVED);
            case Pending s -> rejected(REPLACEMENT_NOT_APPROVED);
            case Over s -> rejected(REPLACEMENT_NOT_APPROVED);
            case Approved s -> ofIssued(first, issued -> sameCandidate(issued.paper(), s.paper()));
            case Issued s -> ofIssued(first, issued -> sameCandidate(issued.paper(), s.paper()));
        };
    }

    private static Decision<VerklaringEvent> sameCandidate(Paper first, Paper second) {
        return first.candidateId().equals(second.candidateId())
                        && !first.verklaringId().equals(second.verklaringId())
                ? accepted(List.of())
                : rejected(NOT_A_REPLACEMENT);
    }

    private static Decision<VerklaringEvent> authorised(Issued issued, By by) {
        if (!Examining.isExamencommissie(issued.paper(), by)) {
            return rejected(NOT_THE_EXAMENCOMMISSIE);
        }
        return by.name().equals(issued.by()) ? rejected(SAME_PERSON_AUTHORISES) : accepted(List.of());
    }

    private static Decision<VerklaringEvent> ofIssued(
            Verklaring state, Function<Issued, Decision<VerklaringEvent>> decision) {
        return switch (state) {
            case NotDrafted s -> rejected(VERKLARING_NOT_DRAFTED);
            case Pending s -> rejected(VERKLARING_NOT_ISSUED);
            case Approved s -> rejected(VERKLARING_NOT_ISSUED);
            case Issued s -> decision.apply(s);
            case Over s -> Drafting.over(s);
        };
    }
}
