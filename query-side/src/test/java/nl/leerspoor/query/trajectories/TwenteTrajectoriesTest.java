package nl.leerspoor.query.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.query.trajectories.TrajectoryState.Status;
import nl.leerspoor.query.twente.TwentePilot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trajectories of the Twente pilot give the figures that were expected of it. */
class TwenteTrajectoriesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # day,      in progress, LOG, DZ, GP, HV, on hold, waiting, completed, stopped, referred
            2019-10-31,  2,  0,  2, 0,  0,  0, 0, 0, 0, 0
            2019-12-31,  2,  0,  0, 2,  0,  0, 0, 2, 0, 2
            2020-02-29, 16,  5,  2, 5,  4,  0, 0, 2, 0, 4
            2020-04-01, 15,  5,  2, 5,  3, 25, 5, 2, 1, 4
            2020-06-30, 12,  4,  2, 3,  3, 25, 5, 4, 3, 4
            2020-07-31, 20,  4, 10, 3,  3, 25, 5, 4, 3, 5
            2020-08-31, 29,  9, 10, 3,  7, 25, 5, 4, 3, 5
            2020-09-01, 29,  9, 10, 3,  7,  0, 5, 4, 3, 5
            2020-09-30, 51, 19, 16, 3, 13,  0, 5, 4, 3, 6
            2020-11-01, 54, 19, 16, 6, 13,  0, 5, 4, 3, 6
            2020-12-31, 54, 19, 16, 6, 13,  0, 0, 4, 3, 6""")
    void theTableOfExpectedFigures(
            String day,
            int inProgress,
            int log,
            int dz,
            int gp,
            int hv,
            int onHold,
            int waiting,
            int completed,
            int stopped,
            int referred) {
        assertThat(states(day).filter(IN_PROGRESS)).hasSize(inProgress);
        assertThat(sectors(states(day).filter(IN_PROGRESS)))
                .isEqualTo(withoutZeros(Map.of("LOG", log, "DZ", dz, "GP", gp, "HV", hv)));
        assertThat(states(day).filter(ON_HOLD)).hasSize(onHold);
        assertThat(states(day).filter(WAITING)).hasSize(waiting);
        assertThat(states(day).filter(in(Status.COMPLETED))).hasSize(completed);
        assertThat(states(day).filter(in(Status.STOPPED))).hasSize(stopped);
        assertThat(states(day).filter(in(Status.REFERRED))).hasSize(referred);
    }

    @Test
    void theHoldOfSpringWasTwentyFiveBySectorAndBeforeTheirStart() {
        List<TrajectoryState> held = states("2020-04-01").filter(ON_HOLD);

        assertThat(sectors(held)).isEqualTo(Map.of("LOG", 10, "DZ", 6, "GP", 3, "HV", 6));
        assertThat(held).allSatisfy(state -> {
            assertThat(state.holdPhase()).contains("INSTROOM");
            assertThat(state.hold().orElseThrow().cause()).isEqualTo("CORONA");
        });
    }

    @Test
    void eachOfTheTwentyFiveWasOnHoldFor162Days() {
        assertThat(states("2020-09-01").list().stream()
                        .map(TrajectoryState::daysOnHold)
                        .filter(days -> days > 0))
                .hasSize(25)
                .containsOnly(162);
    }

    @Test
    void aHoldThatWasEnteredLateIsKnownLate() {
        assertThat(known("2020-03-25", "2020-03-25").filter(ON_HOLD)).isEmpty();
        assertThat(known("2020-03-25", "2020-03-27").filter(ON_HOLD)).hasSize(25);
    }

    @Test
    void aStopThatWasEnteredLateIsKnownLate() {
        assertThat(known("2020-03-10", "2020-03-10").filter(IN_PROGRESS)).hasSize(16);
        assertThat(known("2020-03-10", "2020-03-20").filter(IN_PROGRESS)).hasSize(15);
    }

    @Test
    void aSectorThatWasCorrectedReadsAsEnteredUntilTheCorrectionWasKnown() {
        assertThat(sectorOfK009("2020-01-16")).isEqualTo("HV");
        assertThat(sectorOfK009("2020-01-21")).isEqualTo("DZ");
    }

    @Test
    void postponementsAreCountedPerTrajectoryAndByCause() {
        List<TrajectoryState> postponed =
                states("2020-11-01").filter(state -> !state.planning().causes().isEmpty());

        assertThat(postponed).hasSize(13);
        assertThat(postponed.stream()
                        .filter(state -> state.planning().causes().contains("CORONA"))
                        .map(state -> state.planning().days()))
                .hasSize(8)
                .containsOnly(List.of(91));
        assertThat(postponed.stream()
                        .filter(state -> state.planning().causes().contains("SUPERVISOR_SHORTAGE"))
                        .map(state -> state.planning().days()))
                .hasSize(5)
                .containsOnly(List.of(182, 98));
    }

    @ParameterizedTest
    @CsvSource({"2020-04-01, 53", "2020-06-30, 50", "2020-09-01, 59", "2020-11-01, 59"})
    void inProgressInTheBroadSense(String day, int expected) {
        assertThat(states(day)
                        .filter(in(Status.SUITABLE)
                                .or(in(Status.MATCHED))
                                .or(in(Status.CONTRACTED))
                                .or(in(Status.IN_PROGRESS))))
                .hasSize(expected);
    }

    @Test
    void furtherFiguresOfAutumn() {
        List<TrajectoryState> all = states("2020-11-01").list();

        assertThat(all.stream()
                        .mapToInt(state -> state.werkprocessen().confirmed().size())
                        .sum())
                .isEqualTo(10);
        assertThat(all.stream().filter(state -> state.progression().advised().isPresent()))
                .hasSize(2);
        assertThat(all.stream().filter(state -> state.progression().started().isPresent()))
                .isEmpty();
        assertThat(all.stream().filter(state -> state.milestones().suitableOn().isPresent()))
                .hasSize(65);
        assertThat(all.stream().filter(state -> state.place().isPresent())).hasSize(60);
    }

    private static final Predicate<TrajectoryState> ON_HOLD =
            state -> state.hold().isPresent();
    private static final Predicate<TrajectoryState> IN_PROGRESS =
            in(Status.IN_PROGRESS).and(ON_HOLD.negate());
    private static final Predicate<TrajectoryState> WAITING =
            ((Predicate<TrajectoryState>) state -> state.waiting().isPresent()).and(ON_HOLD.negate());

    private static Predicate<TrajectoryState> in(Status status) {
        return state -> state.status() == status;
    }

    private record States(List<TrajectoryState> list) {

        List<TrajectoryState> filter(Predicate<TrajectoryState> condition) {
            return list.stream().filter(condition).toList();
        }
    }

    private static States states(String day) {
        return known(day, day);
    }

    private static States known(String validOn, String knownOn) {
        return new States(TwentePilot.on(validOn, knownOn, TrajectoryEvent.class, TrajectoryCourse::evolve));
    }

    private static String sectorOfK009(String knownOn) {
        return known("2020-01-16", knownOn).list().stream()
                .filter(state -> state.route().reference().equals("K009"))
                .map(state -> state.route().sector())
                .collect(Collectors.joining());
    }

    private static Map<String, Integer> sectors(List<TrajectoryState> states) {
        return states.stream()
                .collect(Collectors.groupingBy(state -> state.route().sector(), Collectors.summingInt(state -> 1)));
    }

    private static Map<String, Integer> withoutZeros(Map<String, Integer> counts) {
        Map<String, Integer> result = new TreeMap<>(counts);
        result.values().removeIf(count -> count == 0);
        return result;
    }
}
