package nl.leerspoor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.trajectory.CorrectionEvent.TrajectoryStartCorrected;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopRetracted;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.PlacementEvent.TrajectoryStarted;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EffectiveOrderTest {

    private static final UUID TRAJECTORY = UUID.fromString("01710fc0-0000-7000-8000-000000000001");
    private static final UUID CANDIDATE = UUID.fromString("01710fc0-0000-7000-8000-000000000002");
    private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);

    private final List<Fact<TrajectoryEvent>> recorded = new ArrayList<>();

    @Nested
    class FactsOfDifferentDays {

        @Test
        void holdInTheOrderOfTheirDays() {
            Fact<TrajectoryEvent> plan = entered(planned(FEBRUARY));
            Fact<TrajectoryEvent> start = entered(started(APRIL));

            assertThat(effective()).containsExactly(plan, start);
        }

        @Test
        void aLateEntryTakesThePlaceOfItsDay() {
            Fact<TrajectoryEvent> start = entered(started(APRIL));
            Fact<TrajectoryEvent> late = entered(planned(FEBRUARY));

            assertThat(effective()).containsExactly(late, start);
        }
    }

    @Nested
    class FactsOfOneDay {

        @Test
        void holdInTheOrderOfEntry() {
            Fact<TrajectoryEvent> hold = entered(onHold(MARCH));
            Fact<TrajectoryEvent> resumption = entered(resumed(MARCH, hold));
            Fact<TrajectoryEvent> secondHold = entered(onHold(MARCH));

            assertThat(effective()).containsExactly(hold, resumption, secondHold);
        }
    }

    @Nested
    class ARetraction {

        @Test
        void removesWhatItNamesAndItself() {
            Fact<TrajectoryEvent> plan = entered(planned(FEBRUARY));
            Fact<TrajectoryEvent> hold = entered(onHold(MARCH));
            entered(holdRetracted(hold));

            assertThat(effective()).containsExactly(plan);
        }

        @Test
        void removesWhatFollowedFromIt() {
            Fact<TrajectoryEvent> hold = entered(onHold(MARCH));
            Fact<TrajectoryEvent> resumption = entered(resumed(APRIL, hold));
            entered(holdRetracted(hold, resumption.id()));

            assertThat(effective()).isEmpty();
        }

        @Test
        void leavesASecondFactOfTheSameKind() {
            Fact<TrajectoryEvent> hold = entered(onHold(MARCH));
            entered(holdRetracted(hold));
            Fact<TrajectoryEvent> again = entered(onHold(MARCH));

            assertThat(effective()).containsExactly(again);
        }
    }

    @Nested
    class ARedating {

        @Test
        void movesTheFactToTheDayOnWhichItHappened() {
            Fact<TrajectoryEvent> start = entered(started(APRIL));
            Fact<TrajectoryEvent> hold = entered(onHold(MARCH));
            entered(startCorrected(start, FEBRUARY));

            assertThat(effective()).extracting(Fact::id).containsExactly(start.id(), hold.id());
            assertThat(effective().getFirst().effectiveOn()).isEqualTo(FEBRUARY);
            assertThat(effective().getFirst().event().effectiveOn()).isEqualTo(APRIL);
        }

        @Test
        void isOverruledByALaterOne() {
            Fact<TrajectoryEvent> start = entered(started(APRIL));
            entered(startCorrected(start, FEBRUARY));
            entered(startCorrected(start, MAY));

            assertThat(effective()).extracting(Fact::effectiveOn).containsExactly(MAY);
        }

        @Test
        void ofARetractedFactChangesNothing() {
            Fact<TrajectoryEvent> start = entered(started(FEBRUARY));
            Fact<TrajectoryEvent> stop = entered(stopped(MARCH));
            entered(startCorrected(stop, MAY));
            entered(stopRetracted(stop));

            assertThat(effective()).containsExactly(start);
        }
    }

    private List<Fact<TrajectoryEvent>> effective() {
        return EffectiveOrder.of(recorded);
    }

    private Fact<TrajectoryEvent> entered(TrajectoryEvent event) {
        Fact<TrajectoryEvent> fact = new Fact<>(
                UUID.randomUUID(), recorded.size(), Instant.parse("2020-06-01T08:00:00Z"), "test-werkcoach-1", event);
        recorded.add(fact);
        return fact;
    }

    private static TrajectoryStartPlanned planned(LocalDate day) {
        return new TrajectoryStartPlanned(TRAJECTORY, CANDIDATE, "AM05", day, MAY);
    }

    private static TrajectoryStarted started(LocalDate day) {
        return new TrajectoryStarted(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                day,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "25251",
                "2015");
    }

    private static CandidateOnHold onHold(LocalDate day) {
        return new CandidateOnHold(
                TRAJECTORY, CANDIDATE, "AM05", "DZ", day, "CORONA", "INSTROOM", "SUITABLE", null, null, null, null);
    }

    private static CandidateResumed resumed(LocalDate day, Fact<TrajectoryEvent> hold) {
        return new CandidateResumed(TRAJECTORY, CANDIDATE, "AM05", day, hold.id(), 31, null, false);
    }

    private static CandidateHoldRetracted holdRetracted(Fact<TrajectoryEvent> hold, UUID... followedFromIt) {
        return new CandidateHoldRetracted(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                hold.effectiveOn(),
                hold.id(),
                List.of(followedFromIt),
                "DATA_ENTRY_ERROR",
                "test-project-lead");
    }

    private static TrajectoryStopped stopped(LocalDate day) {
        return new TrajectoryStopped(TRAJECTORY, CANDIDATE, "AM05", day, "WORK_FOUND");
    }

    private static TrajectoryStopRetracted stopRetracted(Fact<TrajectoryEvent> stop) {
        return new TrajectoryStopRetracted(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                stop.effectiveOn(),
                stop.id(),
                List.of(),
                "DATA_ENTRY_ERROR",
                "test-project-lead");
    }

    private static TrajectoryStartCorrected startCorrected(Fact<TrajectoryEvent> start, LocalDate day) {
        return new TrajectoryStartCorrected(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                start.effectiveOn(),
                start.id(),
                start.effectiveOn(),
                day,
                "WRONG_DATE",
                "test-project-lead");
    }
}
