package nl.leerspoor.command.trajectory.placement;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.CREBO_OF_OTHER_DOSSIER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.CREBO_OF_OTHER_SECTOR;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.INTAKE_OPEN;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NO_PLANNED_START;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.OUTSIDE_PREFERENCE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.POK_NOT_ACTIVE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.SAME_PLACE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.START_OUTSIDE_POK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Contracted;
import nl.leerspoor.command.trajectory.Trajectory.Stage.InProgress;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Matched;
import nl.leerspoor.command.trajectory.Trajectory.Stage.NotSuitable;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Registered;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Suitable;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.MatchCandidate;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.ReplacePlace;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.StartTrajectory;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.Unmatch;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The rules of the place where a candidate learns: match, start, replacement. */
public final class Placement {

    private Placement() {}

    /**
     * Decides on a match, as far as the trajectory itself goes.
     *
     * @param preferredSector the sector that the candidate preferred on the day, if any was recorded (rule B22)
     */
    public static Decision<TrajectoryEvent> match(
            Trajectory state, MatchCandidate c, Optional<String> preferredSector) {
        return state.whileMoving(open -> switch (open.stage()) {
            case Registered s -> rejected(INTAKE_OPEN);
            case NotSuitable s -> rejected(NOT_SUITABLE);
            case Suitable s when open.plan().start().isEmpty() -> rejected(NO_PLANNED_START);
            case Suitable s -> match(open, c, preferredSector);
            case InProgress s when s.match().isEmpty() -> match(open, c, preferredSector);
            case Matched s -> rejected(ALREADY_MATCHED);
            case Contracted s -> rejected(ALREADY_MATCHED);
            case InProgress s -> rejected(ALREADY_STARTED);
        });
    }

    private static Decision<TrajectoryEvent> match(Open state, MatchCandidate c, Optional<String> preferredSector) {
        CodeList.Entry crebo = entry(CodeList.CREBOS, c.crebo(), c.effectiveOn());
        if (!crebo.attributes().get("sector").equals(state.route().sector())) {
            return rejected(CREBO_OF_OTHER_SECTOR);
        }
        String dossier = crebo.attributes().get("dossier");
        if (!entry(CodeList.SCHOOLS, c.schoolId(), c.effectiveOn())
                .attributes()
                .get("dossier")
                .equals(dossier)) {
            return rejected(CREBO_OF_OTHER_DOSSIER);
        }
        boolean preferred = preferredSector.map(state.route().sector()::equals).orElse(true);
        if (!preferred && !(c.candidateAgreed() && c.candidateAgreedOn() != null)) {
            return rejected(OUTSIDE_PREFERENCE);
        }
        List<TrajectoryEvent> events = new ArrayList<>();
        if (state.stage() instanceof Suitable suitable && suitable.waiting().isPresent()) {
            events.add(new CandidateTakenOffWaitlist(
                    c.trajectoryId(), state.route().candidateId(), state.route().region(), c.effectiveOn()));
        }
        events.add(new CandidateMatched(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                c.leerbedrijfId(),
                c.supervisorId(),
                c.schoolId(),
                c.crebo(),
                dossier + "-"
                        + entry(CodeList.DOSSIERS, dossier, c.effectiveOn())
                                .attributes()
                                .get("version"),
                c.werkprocessen().stream().distinct().toList(),
                state.plan().start().orElse(null),
                preferred,
                c.candidateAgreed(),
                c.candidateAgreedOn()));
        return accepted(events);
    }

    /** The day on which the leerbedrijf must be erkend for a match: the planned start (rule B4). */
    public static LocalDate erkendOn(Trajectory state, LocalDate effectiveOn) {
        return state instanceof Open open ? open.plan().start().orElse(effectiveOn) : effectiveOn;
    }

    /** Decides on undoing a match; it is possible on hold, for a hold may be its reason. */
    public static Decision<TrajectoryEvent> unmatch(Trajectory state, Unmatch c) {
        return state.whileOpen(open -> switch (open.stage()) {
            case Matched s -> accepted(unmatched(open, s.match(), c));
            case Contracted s -> accepted(unmatched(open, s.match(), c));
            case InProgress s -> rejected(ALREADY_STARTED);
            case Registered s -> rejected(NOT_MATCHED);
            case NotSuitable s -> rejected(NOT_MATCHED);
            case Suitable s -> rejected(NOT_MATCHED);
        });
    }

    private static CandidateUnmatched unmatched(Open state, Match match, Unmatch c) {
        return new CandidateUnmatched(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                match.leerbedrijfId(),
                match.supervisorId(),
                c.reason());
    }

    /**
     * Decides on the start of learning (rule B7).
     *
     * @param agreement the agreement in force on the day, if there is one
     */
    public static Decision<TrajectoryEvent> start(
            Trajectory state, StartTrajectory c, Optional<Praktijkovereenkomst.Active> agreement) {
        return state.whileMoving(open -> switch (open.stage()) {
            case Contracted s -> start(open, s.match(), c, agreement);
            case InProgress s -> rejected(ALREADY_STARTED);
            case Matched s -> rejected(POK_NOT_ACTIVE);
            case Registered s -> rejected(NOT_MATCHED);
            case NotSuitable s -> rejected(NOT_MATCHED);
            case Suitable s -> rejected(NOT_MATCHED);
        });
    }

    private static Decision<TrajectoryEvent> start(
            Open state, Match match, StartTrajectory c, Optional<Praktijkovereenkomst.Active> agreement) {
        if (state.plan().start().isEmpty()) {
            return rejected(NO_PLANNED_START);
        }
        if (agreement.isEmpty()) {
            return rejected(POK_NOT_ACTIVE);
        }
        if (!agreement.get().covers(c.effectiveOn())) {
            return rejected(START_OUTSIDE_POK);
        }
        return accepted(new TrajectoryStarted(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                match.leerbedrijfId(),
                match.supervisorId(),
                agreement.get().parties().id(),
                match.crebo(),
                match.dossierVersion()));
    }

    /** Decides on another place for the same learning (WEB 7.2.9 lid 2). */
    public static Decision<TrajectoryEvent> replace(Trajectory state, ReplacePlace c) {
        return state.whileOpen(open -> switch (open.stage()) {
            case Contracted s -> replace(open, s.match(), c);
            case InProgress s
            when s.match().isPresent() -> replace(open, s.match().get(), c);
            case InProgress s -> rejected(NOT_MATCHED);
            case Matched s -> rejected(POK_NOT_ACTIVE);
            case Registered s -> rejected(NOT_MATCHED);
            case NotSuitable s -> rejected(NOT_MATCHED);
            case Suitable s -> rejected(NOT_MATCHED);
        });
    }

    private static Decision<TrajectoryEvent> replace(Open state, Match match, ReplacePlace c) {
        if (match.leerbedrijfId().equals(c.leerbedrijfId())
                && match.supervisorId().equals(c.supervisorId())) {
            return rejected(SAME_PLACE);
        }
        return accepted(new PlaceReplaced(
                c.trajectoryId(),
                state.route().candidateId(),
                state.route().region(),
                c.effectiveOn(),
                match.leerbedrijfId(),
                match.supervisorId(),
                c.leerbedrijfId(),
                c.supervisorId(),
                c.cause()));
    }

    private static CodeList.Entry entry(CodeList list, String code, LocalDate day) {
        return list.find(code, day)
                .orElseThrow(() -> new IllegalArgumentException("Codes are checked before a command is decided"));
    }
}
