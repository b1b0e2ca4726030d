package nl.leerspoor.query.trajectories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.CorrectionEvent.TrajectoryStartCorrected;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryTransferredOut;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryTransferredIn;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.query.projection.Period;

/** Facts about one fictitious trajectory in the order of recording, and what is told of it on a day. */
final class Told {

    static final UUID TRAJECTORY = new UUID(0, 1);
    static final UUID CANDIDATE = new UUID(0, 2);
    static final UUID LEERBEDRIJF = new UUID(0, 3);
    static final UUID SUPERVISOR = new UUID(0, 4);
    static final UUID AGREEMENT = new UUID(0, 5);

    private final List<Fact<TrajectoryEvent>> facts = new ArrayList<>();

    static Told of(TrajectoryEvent... events) {
        Told told = new Told();
        for (TrajectoryEvent event : events) {
            told.facts.add(
                    new Fact<>(idOf(told.facts.size()), told.facts.size(), Instant.EPOCH, "testwerkcoach", event));
        }
        return told;
    }

    /** The id of the fact that was recorded at a place, from 0. */
    static UUID idOf(int place) {
        return new UUID(1, place);
    }

    List<Period<TrajectoryState>> periods() {
        return Period.of(facts, TrajectoryCourse::evolve);
    }

    Optional<TrajectoryState> on(String day) {
        return periods().stream()
                .filter(period -> period.contains(LocalDate.parse(day)))
                .map(Period::state)
                .findFirst();
    }

    TrajectoryState state(String day) {
        return on(day).orElseThrow();
    }

    static TrajectoryEvent opened(String day) {
        return new TrajectoryOpened(
                TRAJECTORY, CANDIDATE, "AM05", date(day), "PRAKTIJKVERKLARING", "DZ", 1, "testwerkcoach", "K001");
    }

    static TrajectoryEvent transferredIn(String day, String status) {
        return new TrajectoryTransferredIn(
                TRAJECTORY,
                CANDIDATE,
                "AM09",
                date(day),
                new UUID(0, 9),
                "AM05",
                status,
                "PRAKTIJKVERKLARING",
                "DZ",
                1,
                "testwerkcoach",
                List.of("B1-K1-W1"));
    }

    static TrajectoryEvent suitable(String day) {
        return assessed(day, false);
    }

    static TrajectoryEvent schoolbaar(String day) {
        return assessed(day, true);
    }

    static TrajectoryEvent planned(String day, String start) {
        return new TrajectoryStartPlanned(TRAJECTORY, CANDIDATE, "AM05", date(day), date(start));
    }

    static TrajectoryEvent postponed(String day, String from, String to) {
        return new TrajectoryStartPostponed(
                TRAJECTORY, CANDIDATE, "AM05", date(day), date(from), date(to), "CORONA", 1);
    }

    static TrajectoryEvent matched(String day) {
        return new CandidateMatched(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                date(day),
                LEERBEDRIJF,
                SUPERVISOR,
                "ROC",
                "25251",
                "2015",
                List.of("B1-K1-W1"),
                null,
                true,
                true,
                null);
    }

    static TrajectoryEvent unmatched(String day) {
        return new CandidateUnmatched(TRAJECTORY, CANDIDATE, "AM05", date(day), LEERBEDRIJF, SUPERVISOR, "OTHER");
    }

    static TrajectoryEvent contracted(String day) {
        return new TrajectoryContracted(TRAJECTORY, CANDIDATE, "AM05", date(day), AGREEMENT);
    }

    static TrajectoryEvent started(String day) {
        return new TrajectoryStarted(
                TRAJECTORY, CANDIDATE, "AM05", date(day), LEERBEDRIJF, SUPERVISOR, AGREEMENT, "25251", "2015");
    }

    static TrajectoryEvent startCorrected(int place, String from, String to) {
        return new TrajectoryStartCorrected(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                date(from),
                idOf(place),
                date(from),
                date(to),
                "DATA_ENTRY_ERROR",
                "testprojectleider");
    }

    static TrajectoryEvent onHold(String day) {
        return new CandidateOnHold(
                TRAJECTORY, CANDIDATE, "AM05", "DZ", date(day), "CORONA", "", "", null, null, null, null);
    }

    static TrajectoryEvent resumed(String day) {
        return new CandidateResumed(TRAJECTORY, CANDIDATE, "AM05", date(day), null, 0, null, false);
    }

    static TrajectoryEvent holdRetracted(int place, String day, Integer... alsoPlaces) {
        return new CandidateHoldRetracted(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                date(day),
                idOf(place),
                List.of(alsoPlaces).stream().map(Told::idOf).toList(),
                "DATA_ENTRY_ERROR",
                "testprojectleider");
    }

    static TrajectoryEvent judged(String day, String result) {
        return new WerkprocesJudged(
                TRAJECTORY, CANDIDATE, "AM05", date(day), "B1-K1-W1", result, SUPERVISOR, LEERBEDRIJF, AGREEMENT);
    }

    static TrajectoryEvent stopped(String day) {
        return new TrajectoryStopped(TRAJECTORY, CANDIDATE, "AM05", date(day), "PERSONAL");
    }

    static TrajectoryEvent stopRetracted(int place, String day) {
        return new TrajectoryStopRetracted(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                date(day),
                idOf(place),
                List.of(),
                "DATA_ENTRY_ERROR",
                "testprojectleider");
    }

    static TrajectoryEvent transferredOut(String day) {
        return new TrajectoryTransferredOut(
                TRAJECTORY, CANDIDATE, "AM05", date(day), "AM09", new UUID(0, 8), new UUID(0, 7));
    }

    private static TrajectoryEvent assessed(String day, boolean schoolbaar) {
        return new SuitabilityAssessed(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                date(day),
                true,
                schoolbaar,
                schoolbaar ? "SCHOOLBAAR" : "LEERBAAR_NIET_SCHOOLBAAR",
                "INTAKE_REPORT",
                "INTAKE-K001",
                "INTAKE-TWENTE",
                "1",
                "WERKCOACH");
    }

    private static LocalDate date(String day) {
        return LocalDate.parse(day);
    }
}
