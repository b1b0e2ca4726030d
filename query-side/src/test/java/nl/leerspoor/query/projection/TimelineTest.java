package nl.leerspoor.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.CorrectionEvent.TrajectoryStartCorrected;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entering facts one after the other gives what folding all of them anew gives, and tells each change. */
class TimelineTest {

    private static final UUID TRAJECTORY = new UUID(0, 1);
    private static final UUID CANDIDATE = new UUID(0, 2);
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 6);
    private static final int FACTS = 25;

    static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachFactLeavesThePeriodsThatAllFactsMakeTogether(int seed) {
        List<Fact<TrajectoryEvent>> facts = new ArrayList<>();
        Timeline<TrajectoryEvent, Boolean> timeline = new Timeline<>(TimelineTest::onHold);
        List<Period<Boolean>> kept = new ArrayList<>();
        for (TrajectoryEvent event : events(new SplittableRandom(seed))) {
            facts.add(new Fact<>(idOf(facts.size()), facts.size(), Instant.EPOCH, "testwerkcoach", event));
            Timeline.Change<Boolean> change = timeline.enter(facts.getLast());
            assertThat(kept).containsAll(change.gone());
            kept.removeAll(change.gone());
            kept.addAll(change.come());
            assertThat(kept).containsExactlyInAnyOrderElementsOf(Period.of(facts, TimelineTest::onHold));
        }
    }

    private static Boolean onHold(Boolean state, Fact<TrajectoryEvent> fact) {
        return fact.event() instanceof CandidateOnHold;
    }

    /** Holds and resumptions on days that come late, early and twice; some holds are retracted, some moved to another day. */
    private static List<TrajectoryEvent> events(SplittableRandom random) {
        List<TrajectoryEvent> events = new ArrayList<>();
        LocalDate today = FIRST_DAY;
        while (events.size() < FACTS) {
            today = today.plusDays(random.nextInt(3));
            LocalDate day = random.nextInt(4) == 0 ? today.minusDays(random.nextInt(10)) : today;
            UUID earlier = idOf(random.nextInt(events.size() + 1) - 1);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0, 1, 2 -> onHold(day);
                        case 3 -> resumed(day);
                        case 4 -> retracted(day, earlier);
                        default -> moved(day, earlier);
                    });
        }
        return events;
    }

    private static UUID idOf(int place) {
        return new UUID(1, place);
    }

    private static TrajectoryEvent onHold(LocalDate day) {
        return new CandidateOnHold(TRAJECTORY, CANDIDATE, "AM05", "DZ", day, "CORONA", "", "", null, null, null, null);
    }

    private static TrajectoryEvent resumed(LocalDate day) {
        return new CandidateResumed(TRAJECTORY, CANDIDATE, "AM05", day, null, 0, null, false);
    }

    private static TrajectoryEvent retracted(LocalDate day, UUID hold) {
        return new CandidateHoldRetracted(
                TRAJECTORY, CANDIDATE, "AM05", day, hold, List.of(), "DATA_ENTRY_ERROR", "testprojectleider");
    }

    private static TrajectoryEvent moved(LocalDate day, UUID fact) {
        return new TrajectoryStartCorrected(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                day,
                fact,
                day,
                day.minusDays(2),
                "DATA_ENTRY_ERROR",
                "testprojectleider");
    }
}
