package nl.leerspoor.command.verklaring;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.APPROVER_CONFIRMED_A_LINE;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.LINE_NOT_CONFIRMED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.NOT_THE_EXAMENCOMMISSIE;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_ALREADY_APPROVED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_DRAFTED;
import static nl.leerspoor.command.verklaring.VerklaringRefusal.VERKLARING_NOT_SIGNED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Confirmation;
import nl.leerspoor.command.verklaring.Verklaring.Approved;
import nl.leerspoor.command.verklaring.Verklaring.Drafted;
import nl.leerspoor.command.verklaring.Verklaring.Issued;
import nl.leerspoor.command.verklaring.Verklaring.NotDrafted;
import nl.leerspoor.command.verklaring.Verklaring.Over;
import nl.leerspoor.command.verklaring.Verklaring.Pending;
import nl.leerspoor.command.verklaring.Verklaring.Signed;
import nl.leerspoor.command.verklaring.VerklaringCommand.ApproveVerklaring;
import nl.leerspoor.command.verklaring.VerklaringCommand.RefuseVerklaring;
import nl.leerspoor.events.verklaring.VerklaringEvent;
import nl.leerspoor.events.verklaring.VerklaringEvent.Line;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringRefused;

/** The rules of the examencommissie: who it is, and when it may approve or refuse. */
final class Examining {

    private static final String EXAMENCOMMISSIE = "EXAMENCOMMISSIE";

    private Examining() {}

    /** Rule B12; and every line must still be founded, as a confirmation may have been retracted since the draft. */
    static Decision<VerklaringEvent> approve(Verklaring state, Trajectory trajectory, ApproveVerklaring c, By by) {
        return switch (state) {
            case NotDrafted s -> rejected(VERKLARING_NOT_DRAFTED);
            case Drafted s -> rejected(VERKLARING_NOT_SIGNED);
            case Signed s -> approve(s.paper(), trajectory, c, by);
            case Approved s -> rejected(VERKLARING_ALREADY_APPROVED);
            case Issued s -> rejected(VERKLARING_ALREADY_APPROVED);
            case Over s -> Drafting.over(s);
        };
    }

    private static Decision<VerklaringEvent> approve(Paper paper, Trajectory trajectory, ApproveVerklaring c, By by) {
        Optional<Refusal> objection = objectionToJudge(paper, by);
        if (objection.isPresent()) {
            return rejected(objection.get());
        }
        return founded(paper, trajectory)
                .then(none -> accepted(new VerklaringApproved(
                        paper.verklaringId(),
                        paper.trajectoryId(),
                        paper.candidateId(),
                        paper.region(),
                        c.effectiveOn(),
                        paper.schoolId(),
                        c.decisionRef())));
    }

    static Decision<VerklaringEvent> refuse(Verklaring state, RefuseVerklaring c, By by) {
        return switch (state) {
            case NotDrafted s -> rejected(VERKLARING_NOT_DRAFTED);
            case Pending s -> refuse(s.paper(), c, by);
            case Approved s -> rejected(VERKLARING_ALREADY_APPROVED);
            case Issued s -> rejected(VERKLARING_ALREADY_APPROVED);
            case Over s -> Drafting.over(s);
        };
    }

    private static Decision<VerklaringEvent> refuse(Paper paper, RefuseVerklaring c, By by) {
        return objectionToJudge(paper, by)
                .map(Decision::<VerklaringEvent>rejected)
                .orElseGet(() -> accepted(new VerklaringRefused(
                        paper.verklaringId(),
                        paper.trajectoryId(),
                        paper.candidateId(),
                        paper.region(),
                        c.effectiveOn(),
                        paper.schoolId(),
                        c.reason())));
    }

    /** Why this person may not judge this paper (rule B12). */
    private static Optional<Refusal> objectionToJudge(Paper paper, By by) {
        if (!isExamencommissie(paper, by)) {
            return Optional.of(NOT_THE_EXAMENCOMMISSIE);
        }
        return paper.lines().stream().map(Line::schoolCoachId).anyMatch(by.name()::equals)
                ? Optional.of(APPROVER_CONFIRMED_A_LINE)
                : Optional.empty();
    }

    /** Whether somebody acts for the examencommissie of the school that issues the paper (rules B12 and B15). */
    static boolean isExamencommissie(Paper paper, By by) {
        return by.role().equals(EXAMENCOMMISSIE) && by.organisation().equals(paper.schoolId());
    }

    /** No events, or a refusal with the lines whose confirmation does not stand in the trajectory as it is given. */
    static Decision<VerklaringEvent> founded(Paper paper, Trajectory trajectory) {
        Map<String, Confirmation> confirmed = confirmed(trajectory);
        List<String> unfounded = paper.lines().stream()
                .filter(line -> !Optional.ofNullable(confirmed.get(line.code()))
                        .map(Confirmation::eventId)
                        .equals(Optional.of(line.confirmedEventId())))
                .map(Line::code)
                .toList();
        return unfounded.isEmpty()
                ? accepted(List.of())
                : rejected(LINE_NOT_CONFIRMED, Map.of("werkprocessen", unfounded));
    }

    private static Map<String, Confirmation> confirmed(Trajectory trajectory) {
        return switch (trajectory) {
            case Trajectory.NotOpened none -> Map.of();
            case Trajectory.Open open -> open.stage().learned().confirmed();
            case Trajectory.Ended ended -> ended.stage().learned().confirmed();
        };
    }
}
