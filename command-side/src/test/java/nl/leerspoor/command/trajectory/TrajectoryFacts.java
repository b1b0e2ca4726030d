package nl.leerspoor.command.trajectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryCompleted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.SuitabilityAssessed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesJudged;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryContracted;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateTakenOffWaitlist;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPostponed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;

/** The facts of one fictitious trajectory in Twente, to put together in the given part of a test. */
public final class TrajectoryFacts {

    public static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    public static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-0000000000b2");
    public static final UUID LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000b3");
    public static final UUID SUPERVISOR = UUID.fromString("00000000-0000-0000-0000-0000000000b4");
    public static final UUID POK = UUID.fromString("00000000-0000-0000-0000-0000000000b5");
    public static final String TWENTE = "AM05";

    public static final LocalDate OPENED = LocalDate.parse("2020-02-10");
    public static final LocalDate FOUND_SUITABLE = LocalDate.parse("2020-03-02");
    public static final LocalDate MATCHED = LocalDate.parse("2020-04-03");
    public static final LocalDate START = LocalDate.parse("2020-04-06");
    public static final String WERKPROCES = "B1-K1-W1";

    private TrajectoryFacts() {}

    /** The timeline of these facts, entered one minute after the other by {@code testwerkcoach}. */
    public static Timeline<TrajectoryEvent, Trajectory> given(TrajectoryEvent... events) {
        return given(List.of(events));
    }

    public static Timeline<TrajectoryEvent, Trajectory> given(List<? extends TrajectoryEvent> events) {
        Timeline<TrajectoryEvent, Trajectory> timeline = Timeline.empty(new Trajectory.NotOpened(), Course::evolve);
        for (TrajectoryEvent event : events) {
            timeline = and(timeline, event, "testwerkcoach");
        }
        return timeline;
    }

    /** The timeline with one more fact, entered by somebody. */
    public static Timeline<TrajectoryEvent, Trajectory> and(
            Timeline<TrajectoryEvent, Trajectory> timeline, TrajectoryEvent event, String recordedBy) {
        int version = timeline.recorded().size();
        return timeline.plus(new Fact<>(idOf(version), version, Instant.EPOCH.plusSeconds(version), recordedBy, event));
    }

    /** The id that {@link #given} gives to the fact at a place in the stream. */
    public static UUID idOf(int version) {
        return new UUID(0xEL, version);
    }

    /** Somebody who sends a command today. */
    public static By by(String name) {
        return new By(name, "", "", "c", "c", "c", "API", Instant.parse("2020-12-31T12:00:00Z"));
    }

    public static List<TrajectoryEvent> untilSuitable() {
        return List.of(opened(), foundSuitable(FOUND_SUITABLE), planned(START));
    }

    public static List<TrajectoryEvent> untilContracted() {
        return plus(untilSuitable(), matched(), contracted());
    }

    public static List<TrajectoryEvent> untilStarted() {
        return plus(untilContracted(), started());
    }

    public static List<TrajectoryEvent> plus(List<? extends TrajectoryEvent> facts, TrajectoryEvent... more) {
        List<TrajectoryEvent> all = new ArrayList<>(facts);
        all.addAll(List.of(more));
        return all;
    }

    public static TrajectoryOpened opened() {
        return new TrajectoryOpened(
                TRAJECTORY, CANDIDATE, TWENTE, OPENED, "PRAKTIJKVERKLARING", "LOG", 1, "testwerkcoach", "K999");
    }

    public static SuitabilityAssessed foundSuitable(LocalDate on) {
        return new SuitabilityAssessed(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                on,
                true,
                false,
                "LEERBAAR_NIET_SCHOOLBAAR",
                "INTAKE_REPORT",
                "INTAKE-K999",
                "INTAKE-TWENTE",
                "1",
                "WERKCOACH");
    }

    public static SuitabilityAssessed foundSchoolbaar(LocalDate on) {
        return new SuitabilityAssessed(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                on,
                true,
                true,
                "SCHOOLBAAR",
                null,
                null,
                "INTAKE-TWENTE",
                "1",
                "WERKCOACH");
    }

    public static TrajectoryStartPlanned planned(LocalDate start) {
        return new TrajectoryStartPlanned(TRAJECTORY, CANDIDATE, TWENTE, FOUND_SUITABLE, start);
    }

    public static TrajectoryStartPostponed postponed(LocalDate on, LocalDate oldStart, LocalDate newStart, int count) {
        return new TrajectoryStartPostponed(TRAJECTORY, CANDIDATE, TWENTE, on, oldStart, newStart, "CORONA", count);
    }

    public static CandidateTakenOffWaitlist takenOffWaitlist(LocalDate on) {
        return new CandidateTakenOffWaitlist(TRAJECTORY, CANDIDATE, TWENTE, on);
    }

    public static CandidateWaitlisted waitlisted(LocalDate on) {
        return new CandidateWaitlisted(TRAJECTORY, CANDIDATE, TWENTE, on, "LOG", "SUPERVISOR_SHORTAGE", LEERBEDRIJF);
    }

    public static CandidateMatched matched() {
        return new CandidateMatched(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                MATCHED,
                LEERBEDRIJF,
                SUPERVISOR,
                "ROC",
                "25254",
                "23110-2015",
                List.of(WERKPROCES, "P2-K1-W1"),
                START,
                true,
                true,
                null);
    }

    public static TrajectoryContracted contracted() {
        return new TrajectoryContracted(TRAJECTORY, CANDIDATE, TWENTE, MATCHED, POK);
    }

    public static TrajectoryStarted started() {
        return new TrajectoryStarted(
                TRAJECTORY, CANDIDATE, TWENTE, START, LEERBEDRIJF, SUPERVISOR, POK, "25254", "23110-2015");
    }

    public static CandidateOnHold onHold(LocalDate on) {
        return new CandidateOnHold(
                TRAJECTORY, CANDIDATE, TWENTE, "LOG", on, "CORONA", "INSTROOM", "SUITABLE", null, null, null, null);
    }

    public static CandidateOnHold onHold(LocalDate on, UUID cohort) {
        return new CandidateOnHold(
                TRAJECTORY, CANDIDATE, TWENTE, "LOG", on, "CORONA", "INSTROOM", "SUITABLE", cohort, null, null, null);
    }

    public static CandidateResumed resumed(LocalDate on, UUID hold) {
        return new CandidateResumed(TRAJECTORY, CANDIDATE, TWENTE, on, hold, 1, null, false);
    }

    public static WerkprocesJudged judged(String werkproces, String result, LocalDate on) {
        return new WerkprocesJudged(
                TRAJECTORY, CANDIDATE, TWENTE, on, werkproces, result, SUPERVISOR, LEERBEDRIJF, POK);
    }

    public static WerkprocesConfirmed confirmed(String werkproces, UUID judgement, LocalDate on) {
        return new WerkprocesConfirmed(
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                on,
                werkproces,
                judgement,
                SUPERVISOR,
                LEERBEDRIJF,
                "ROC",
                "testschoolcoach-roc");
    }

    public static TrajectoryCompleted completed(LocalDate on) {
        return new TrajectoryCompleted(TRAJECTORY, CANDIDATE, TWENTE, on, List.of(WERKPROCES), null, false);
    }

    public static TrajectoryStopped stopped(LocalDate on) {
        return new TrajectoryStopped(TRAJECTORY, CANDIDATE, TWENTE, on, "PERSONAL");
    }
}
