package nl.leerspoor.command.trajectory.intake;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.EVIDENCE_MISSING;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.SAME_WERKCOACH;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;

import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.Trajectory.NotOpened;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.Trajectory.Stage.NotSuitable;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Registered;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Suitable;
import nl.leerspoor.command.trajectory.hold.Holding;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReassignWerkcoach;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReferCandidate;
import nl.leerspoor.command.trajectory.planning.Planning;
import nl.leerspoor.events.trajectory.IntakeEvent.CandidateReferred;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import nl.leerspoor.events.trajectory.IntakeEvent.WerkcoachReassigned;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The rules of the intake: who is suitable for this route, and who is better off elsewhere. */
public final class Intake {

    private Intake() {}

    public static Decision<TrajectoryEvent> decide(Trajectory state, IntakeCommand command) {
        return switch (state) {
            case NotOpened s when command instanceof OpenTrajectory c -> open(c);
            case NotOpened s -> rejected(TRAJECTORY_NOT_OPENED);
            case Ended s -> afterTheEnd(s, command);
            case Open s -> whileOpen(s, command);
        };
    }

    private static Decision<TrajectoryEvent> whileOpen(Open state, IntakeCommand command) {
        return switch (command) {
            case OpenTrajectory c -> rejected(ID_IN_USE);
            case AssessSuitability c -> assess(state, c);
            case ReferCandidate c -> refer(state, c);
            case ReassignWerkcoach c -> reassign(state.route(), c);
        };
    }

    /** Aftercare goes on after the end, so that a trajectory always has a werkcoach. */
    private static Decision<TrajectoryEvent> afterTheEnd(Ended state, IntakeCommand command) {
        return switch (command) {
            case OpenTrajectory c -> rejected(ID_IN_USE);
            case AssessSuitability c -> rejected(TRAJECTORY_ENDED);
            case ReferCandidate c -> rejected(TRAJECTORY_ENDED);
            case ReassignWerkcoach c -> reassign(state.route(), c);
        };
    }

    private static Decision<TrajectoryEvent> open(OpenTrajectory c) {
        return accepted(new TrajectoryOpened(
                c.trajectoryId(),
                c.candidateId(),
                c.region(),
                c.effectiveOn(),
                c.goal(),
                c.sector(),
                c.level(),
                c.werkcoachId(),
                c.reference()));
    }

    /** Suitable is leerbaar and demonstrably not schoolbaar (rules B1 and B2). */
    private static Decision<TrajectoryEvent> assess(Open state, AssessSuitability c) {
        if (!intakePossible(state)) {
            return rejected(ALREADY_MATCHED);
        }
        boolean suitable = c.leerbaar() && !c.schoolbaar();
        if (suitable && (c.evidenceKind() == null || isMissing(c.evidenceRef()))) {
            return rejected(EVIDENCE_MISSING);
        }
        List<TrajectoryEvent> events = new ArrayList<>();
        if (!suitable
                && state.stage() instanceof Suitable before
                && before.waiting().isPresent()) {
            events.add(Planning.takenOff(state, c.effectiveOn()));
        }
        events.add(new SuitabilityAssessed(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                c.leerbaar(),
                c.schoolbaar(),
                outcome(c),
                c.evidenceKind(),
                c.evidenceRef(),
                c.instrument(),
                c.instrumentVersion(),
                c.assessorRole()));
        return accepted(events);
    }

    private static boolean isMissing(String evidenceRef) {
        return evidenceRef == null || evidenceRef.isBlank();
    }

    private static String outcome(AssessSuitability c) {
        if (c.schoolbaar()) {
            return "SCHOOLBAAR";
        }
        return c.leerbaar() ? "LEERBAAR_NIET_SCHOOLBAAR" : "NOG_NIET_LEERBAAR";
    }

    private static Decision<TrajectoryEvent> refer(Open state, ReferCandidate c) {
        if (!intakePossible(state)) {
            return rejected(ALREADY_MATCHED);
        }
        List<TrajectoryEvent> events = new ArrayList<>(Holding.closing(state, c.effectiveOn()));
        events.add(new CandidateReferred(
                c.trajectoryId(), state.route().candidateId(), state.route().region(), c.effectiveOn(), c.to()));
        return accepted(events);
    }

    private static boolean intakePossible(Open state) {
        return state.stage() instanceof Registered
                || state.stage() instanceof NotSuitable
                || state.stage() instanceof Suitable;
    }

    private static Decision<TrajectoryEvent> reassign(Route route, ReassignWerkcoach c) {
        if (route.werkcoachId().equals(c.werkcoachId())) {
            return rejected(SAME_WERKCOACH);
        }
        return accepted(new WerkcoachReassigned(
                c.trajectoryId(),
                route.candidateId(),
                route.region(),
                c.effectiveOn(),
                route.werkcoachId(),
                c.werkcoachId()));
    }
}
