package nl.leerspoor.query.trajectories;

import static nl.leerspoor.query.trajectories.GuidedWeeks.Standing.COUNTS;
import static nl.leerspoor.query.trajectories.GuidedWeeks.Standing.NO_ATTENDANCE;
import static nl.leerspoor.query.trajectories.GuidedWeeks.Standing.ON_HOLD;
import static nl.leerspoor.query.trajectories.GuidedWeeks.Standing.OVER_FORTY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateHoldRetracted;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.query.trajectories.GuidedWeeks.Standing;
import nl.leerspoor.query.trajectories.GuidedWeeks.Week;
import org.junit.jupiter.api.Test;

/** Which weeks count as guided: of an agreement that starts on Monday 3 February 2020, the sixth week of that year. */
class GuidedWeeksTest {

    private static final LocalDate FROM = LocalDate.of(2020, 2, 3);
    private static final UUID TRAJECTORY = new UUID(0, 1);
    private static final UUID CANDIDATE = new UUID(0, 2);

    private final List<Fact<TrajectoryEvent>> facts = new ArrayList<>();

    @Test
    void countsTheWeeksWithHours() {
        present("2020-02-07", 24);
        present("2020-02-21", 8);

        assertThat(on("2020-02-23")).extracting(Week::week).containsExactly("2020-W06", "2020-W07", "2020-W08");
        assertThat(standings("2020-02-23")).containsExactly(COUNTS, NO_ATTENDANCE, COUNTS);
    }

    @Test
    void tellsOfNoWeekThatIsYetToCome() {
        assertThat(on("2020-02-02")).isEmpty();
        assertThat(on("2020-02-03")).extracting(Week::week).containsExactly("2020-W06");
    }

    @Test
    void takesTheLastEntryOfAWeekAndNamesThemAll() {
        present("2020-02-07", 24);
        present("2020-02-10", FROM, 0);

        assertThat(on("2020-02-08").getFirst().standing()).isEqualTo(COUNTS);
        assertThat(on("2020-02-10").getFirst()).satisfies(week -> {
            assertThat(week.standing()).isEqualTo(NO_ATTENDANCE);
            assertThat(week.hours()).isEqualByComparingTo("0");
            assertThat(week.attendanceEventIds()).containsExactly(new UUID(1, 0), new UUID(1, 1));
        });
    }

    @Test
    void takesWhatWasEnteredLastAlsoWhenItIsOfAnEarlierDay() {
        present("2020-02-20", FROM, 24);
        present("2020-02-10", FROM, 0);

        assertThat(on("2020-02-23").getFirst().standing()).isEqualTo(NO_ATTENDANCE);
    }

    @Test
    void leavesOutAWeekOfTwoHoldsThatMeet() {
        hold("2020-02-03");
        resume("2020-02-06");
        hold("2020-02-06");
        resume("2020-02-12");
        present("2020-02-12", FROM, 8);

        assertThat(standings("2020-02-12")).containsExactly(ON_HOLD, NO_ATTENDANCE);
    }

    @Test
    void leavesOutTheLastWeekOfWhoStoppedWhileOnHold() {
        hold("2020-02-03");
        add(new TrajectoryStopped(TRAJECTORY, CANDIDATE, "AM05", LocalDate.of(2020, 2, 12), "PERSONAL"));

        assertThat(standings("2020-11-01")).containsExactly(ON_HOLD, ON_HOLD);
    }

    @Test
    void leavesOutAWeekThatIsWhollyOnHoldAndNoOther() {
        present("2020-02-07", 24);
        hold("2020-02-12");
        resume("2020-02-27");
        present("2020-02-28", LocalDate.of(2020, 2, 12), 8);
        present("2020-02-28", LocalDate.of(2020, 2, 19), 8);
        present("2020-02-28", LocalDate.of(2020, 2, 28), 8);

        assertThat(standings("2020-03-01")).containsExactly(COUNTS, COUNTS, ON_HOLD, COUNTS);
    }

    @Test
    void leavesOutWeeksOfAHoldThatGoesOn() {
        hold("2020-02-03");

        assertThat(standings("2020-02-12")).containsExactly(ON_HOLD, ON_HOLD);
    }

    @Test
    void countsAWeekAgainWhoseHoldNeverWas() {
        present("2020-02-03", 8);
        hold("2020-02-04");
        resume("2020-02-24");
        present("2020-02-24", LocalDate.of(2020, 2, 12), 8);
        add(new CandidateHoldRetracted(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                LocalDate.of(2020, 2, 4),
                new UUID(1, 1),
                List.of(new UUID(1, 2)),
                "DATA_ENTRY_ERROR",
                "testprojectleider"));

        assertThat(standings("2020-02-24")).containsExactly(COUNTS, COUNTS, NO_ATTENDANCE, NO_ATTENDANCE);
    }

    @Test
    void endsWithTheTrajectory() {
        present("2020-02-07", 24);
        add(new TrajectoryStopped(TRAJECTORY, CANDIDATE, "AM05", LocalDate.of(2020, 2, 11), "PERSONAL"));

        assertThat(standings("2020-11-01")).containsExactly(COUNTS, NO_ATTENDANCE);
    }

    @Test
    void countsNoMoreThanForty() {
        for (LocalDate day = FROM; day.isBefore(FROM.plusWeeks(42)); day = day.plusWeeks(1)) {
            present(day.toString(), 8);
        }

        assertThat(standings("2020-11-22")).filteredOn(COUNTS::equals).hasSize(40);
        assertThat(standings("2020-11-22")).endsWith(COUNTS, OVER_FORTY, OVER_FORTY);
    }

    @Test
    void knowsTheFiftyThirdWeekOfTheYear() {
        present("2020-12-31", 8);
        present("2021-01-03", 8);

        assertThat(on("2021-01-04"))
                .filteredOn(week -> week.standing() == COUNTS)
                .extracting(Week::week)
                .containsExactly("2020-W53");
        assertThat(on("2021-01-04").getLast().week()).isEqualTo("2021-W01");
    }

    private void present(String day, int hours) {
        present(day, LocalDate.parse(day), hours);
    }

    private void present(String enteredFor, LocalDate inWeekOf, int hours) {
        add(new AttendanceRegistered(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                LocalDate.parse(enteredFor),
                inWeekOf.get(IsoFields.WEEK_BASED_YEAR),
                inWeekOf.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                BigDecimal.valueOf(hours)));
    }

    private void hold(String day) {
        add(new CandidateOnHold(
                TRAJECTORY,
                CANDIDATE,
                "AM05",
                "DZ",
                LocalDate.parse(day),
                "CORONA",
                "LOPEND",
                "IN_PROGRESS",
                null,
                null,
                null,
                null));
    }

    private void resume(String day) {
        add(new CandidateResumed(TRAJECTORY, CANDIDATE, "AM05", LocalDate.parse(day), new UUID(1, 0), 1, null, false));
    }

    private void add(TrajectoryEvent event) {
        facts.add(new Fact<>(new UUID(1, facts.size()), facts.size(), Instant.EPOCH, "testwerkcoach", event));
    }

    private List<Week> on(String day) {
        return GuidedWeeks.of(facts, FROM, LocalDate.parse(day));
    }

    private List<Standing> standings(String day) {
        return on(day).stream().map(Week::standing).toList();
    }
}
