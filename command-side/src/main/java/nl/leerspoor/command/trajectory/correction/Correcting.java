package nl.leerspoor.command.trajectory.correction;

import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.CommonRefusal.UNKNOWN_EVENT;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_RETRACTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.CREBO_OF_OTHER_SECTOR;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_A_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_RETRACTABLE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.POK_NOT_ACTIVE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.START_OUTSIDE_POK;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_NOT_OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNCHANGED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.NotOpened;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectCandidateSector;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectTrajectoryStart;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractCompletion;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractHold;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractStop;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractWerkprocesConfirmation;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.events.trajectory.CorrectionEvent.CandidateSectorCorrected;
import nl.leerspoor.events.trajectory.CorrectionEvent.TrajectoryStartCorrected;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompletionRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmationRetracted;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The rules of corrections and retractions: they name what they correct, why, and who authorised it. */
public final class Correcting {

    private Correcting() {}

    public static Decision<TrajectoryEvent> decide(
            Timeline<TrajectoryEvent, Trajectory> timeline, CorrectionCommand command, By by) {
        return switch (timeline.latest()) {
            case NotOpened s -> rejected(TRAJECTORY_NOT_OPENED);
            case Open s -> decide(timeline, s.route(), s.stage(), command, by);
            case Ended s -> decide(timeline, s.route(), s.stage(), command, by);
        };
    }

    private static Decision<TrajectoryEvent> decide(
            Timeline<TrajectoryEvent, Trajectory> timeline,
            Route route,
            Trajectory.Stage stage,
            CorrectionCommand command,
            By by) {
        return switch (command) {
            case CorrectCandidateSector c -> correctSector(route, stage.place(), c);
            case CorrectTrajectoryStart c -> correctStart(timeline, route, c, by);
            case RetractHold c -> retractHold(timeline, route, c, by);
            case RetractCompletion c -> retractCompletion(timeline, route, c, by);
            case RetractStop c -> retractStop(timeline, route, c, by);
            case RetractWerkprocesConfirmation c -> retractConfirmation(timeline, route, c, by);
        };
    }

    /** A sector can't be corrected to one that the qualification of the match does not belong to (rule B6). */
    private static Decision<TrajectoryEvent> correctSector(
            Route route, Optional<Match> place, CorrectCandidateSector c) {
        if (route.sector().equals(c.newSector())) {
            return rejected(UNCHANGED);
        }
        if (place.isPresent() && !sectorOf(place.get().crebo()).equals(c.newSector())) {
            return rejected(CREBO_OF_OTHER_SECTOR);
        }
        return accepted(new CandidateSectorCorrected(
                route.id(),
                route.candidateId(),
                route.region(),
                route.openedOn(),
                route.openedBy(),
                route.sector(),
                c.newSector(),
                c.reason()));
    }

    private static String sectorOf(String crebo) {
        return CodeList.CREBOS.entries().stream()
                .filter(entry -> entry.code().equals(crebo))
                .map(entry -> entry.attributes().get("sector"))
                .findFirst()
                .orElse("");
    }

    private static Decision<TrajectoryEvent> correctStart(
            Timeline<TrajectoryEvent, Trajectory> timeline, Route route, CorrectTrajectoryStart c, By by) {
        Optional<Fact<TrajectoryEvent>> start = last(timeline, TrajectoryStarted.class);
        if (start.isEmpty()) {
            return rejected(NOT_STARTED);
        }
        Fact<TrajectoryEvent> fact = start.get();
        if (fact.effectiveOn().equals(c.newStart())) {
            return rejected(UNCHANGED);
        }
        if (isSecondPersonMissing(timeline, fact, by)) {
            return rejected(SAME_PERSON_AUTHORISES);
        }
        return accepted(new TrajectoryStartCorrected(
                route.id(),
                route.candidateId(),
                route.region(),
                fact.event().effectiveOn(),
                fact.id(),
                fact.effectiveOn(),
                c.newStart(),
                c.reason(),
                by.name()));
    }

    /** The agreement under which learning started, if it did. */
    static Optional<UUID> agreementOfStart(Timeline<TrajectoryEvent, Trajectory> timeline) {
        return last(timeline, TrajectoryStarted.class)
                .map(Fact::event)
                .map(TrajectoryStarted.class::cast)
                .map(TrajectoryStarted::praktijkovereenkomstId);
    }

    /**
     * The correction of a start, unless the agreement did not hold on the corrected day (rule B7).
     *
     * @param agreement the agreement under which learning started, as it was in force on that day
     */
    static Decision<TrajectoryEvent> underAgreement(
            Decision<TrajectoryEvent> correction, Optional<Praktijkovereenkomst.Active> agreement, LocalDate newStart) {
        if (agreement.isEmpty()) {
            return rejected(POK_NOT_ACTIVE);
        }
        return agreement.get().covers(newStart) ? correction : rejected(START_OUTSIDE_POK);
    }

    private static Decision<TrajectoryEvent> retractHold(
            Timeline<TrajectoryEvent, Trajectory> timeline, Route route, RetractHold c, By by) {
        Optional<Fact<TrajectoryEvent>> standing = standing(timeline, c.holdEventId());
        if (standing.filter(hold -> isDuringLearning(timeline, hold) && isSecondPersonMissing(timeline, hold, by))
                .isPresent()) {
            return rejected(SAME_PERSON_AUTHORISES);
        }
        return standing.map(hold -> hold.event() instanceof CandidateOnHold
                        ? Decision.<TrajectoryEvent>accepted(new CandidateHoldRetracted(
                                route.id(),
                                route.candidateId(),
                                route.region(),
                                hold.event().effectiveOn(),
                                hold.id(),
                                resumptionsOf(timeline, hold.id()),
                                c.reason(),
                                by.name()))
                        : Decision.<TrajectoryEvent>rejected(NOT_A_HOLD))
                .orElseGet(() -> absent(timeline, c.holdEventId()));
    }

    private static Decision<TrajectoryEvent> retractCompletion(
            Timeline<TrajectoryEvent, Trajectory> timeline, Route route, RetractCompletion c, By by) {
        Optional<Fact<TrajectoryEvent>> completion = last(timeline, TrajectoryCompleted.class);
        if (completion.isEmpty()) {
            return rejected(NOT_RETRACTABLE);
        }
        Fact<TrajectoryEvent> fact = completion.get();
        if (fact.recordedBy().equals(by.name())) {
            return rejected(SAME_PERSON_AUTHORISES);
        }
        return accepted(new TrajectoryCompletionRetracted(
                route.id(),
                route.candidateId(),
                route.region(),
                fact.event().effectiveOn(),
                fact.id(),
                List.of(),
                c.reason(),
                by.name()));
    }

    private static Decision<TrajectoryEvent> retractStop(
            Timeline<TrajectoryEvent, Trajectory> timeline, Route route, RetractStop c, By by) {
        return last(timeline, TrajectoryStopped.class)
                .<Decision<TrajectoryEvent>>map(fact -> accepted(new TrajectoryStopRetracted(
                        route.id(),
                        route.candidateId(),
                        route.region(),
                        fact.event().effectiveOn(),
                        fact.id(),
                        holdEndsOf(timeline, fact),
                        c.reason(),
                        by.name())))
                .orElseGet(() -> rejected(NOT_RETRACTABLE));
    }

    private static Decision<TrajectoryEvent> retractConfirmation(
            Timeline<TrajectoryEvent, Trajectory> timeline, Route route, RetractWerkprocesConfirmation c, By by) {
        return standing(timeline, c.confirmationEventId())
                .map(fact -> fact.event() instanceof WerkprocesConfirmed confirmed
                        ? Decision.<TrajectoryEvent>accepted(new WerkprocesConfirmationRetracted(
                                route.id(),
                                route.candidateId(),
                                route.region(),
                                confirmed.effectiveOn(),
                                confirmed.werkproces(),
                                fact.id(),
                                c.reason(),
                                by.name()))
                        : Decision.<TrajectoryEvent>rejected(NOT_RETRACTABLE))
                .orElseGet(() -> absent(timeline, c.confirmationEventId()));
    }

    /** What guided weeks are counted by is corrected by another person than who entered it (rule B30). */
    private static boolean isSecondPersonMissing(
            Timeline<TrajectoryEvent, Trajectory> timeline, Fact<TrajectoryEvent> corrected, By by) {
        return corrected.recordedBy().equals(by.name())
                && last(timeline, AttendanceRegistered.class).isPresent();
    }

    private static boolean isDuringLearning(
            Timeline<TrajectoryEvent, Trajectory> timeline, Fact<TrajectoryEvent> hold) {
        return last(timeline, TrajectoryStarted.class)
                .filter(start -> !hold.effectiveOn().isBefore(start.effectiveOn()))
                .isPresent();
    }

    private static List<UUID> resumptionsOf(Timeline<TrajectoryEvent, Trajectory> timeline, UUID hold) {
        return timeline.effective().stream()
                .filter(fact -> fact.event() instanceof CandidateResumed resumed
                        && resumed.holdEventId().equals(hold))
                .map(Fact::id)
                .toList();
    }

    private static List<UUID> holdEndsOf(Timeline<TrajectoryEvent, Trajectory> timeline, Fact<TrajectoryEvent> stop) {
        return timeline.effective().stream()
                .filter(fact -> fact.version() == stop.version() - 1
                        && fact.event() instanceof CandidateResumed resumed
                        && resumed.endOfTrajectory())
                .map(Fact::id)
                .toList();
    }

    private static Optional<Fact<TrajectoryEvent>> last(
            Timeline<TrajectoryEvent, Trajectory> timeline, Class<? extends TrajectoryEvent> type) {
        return timeline.effective().reversed().stream()
                .filter(fact -> type.isInstance(fact.event()))
                .findFirst();
    }

    private static Optional<Fact<TrajectoryEvent>> standing(Timeline<TrajectoryEvent, Trajectory> timeline, UUID id) {
        return timeline.effective().stream()
                .filter(fact -> fact.id().equals(id))
                .findFirst();
    }

    private static Decision<TrajectoryEvent> absent(Timeline<TrajectoryEvent, Trajectory> timeline, UUID id) {
        return rejected(timeline.find(id).isPresent() ? ALREADY_RETRACTED : UNKNOWN_EVENT);
    }
}
