package nl.leerspoor.command.trajectory;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.CommonRefusal.EFFECTIVE_DATE_IN_FUTURE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.FOUND_SUITABLE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.foundSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.opened;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_ON_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.PlanningEvent.TrajectoryStartPlanned;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** A command finds its trajectory, is decided as things were on its date, and recorded (rule B38). */
class TrajectoryStreamTest {

    private static final LocalDate MARCH_23 = LocalDate.parse("2020-03-23");
    private static final LocalDate MARCH_26 = LocalDate.parse("2020-03-26");

    private static ResultValidator<TrajectoryStream> after(
            List<? extends TrajectoryEvent> events, Command command, LocalDate today) {
        return StreamFixture.of(TrajectoryStream.class)
                .given(events.toArray(TrajectoryEvent[]::new))
                .when(command, today);
    }

    private static void expectConflict(ResultValidator<TrajectoryStream> result, String event, LocalDate on) {
        result.expectNoEvents().expectResultMessagePayloadMatching(Matchers.matches(outcome -> {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT);
                assertThat(refused.details().get("event")).isEqualTo(event);
                assertThat(refused.details().get("effectiveOn")).isEqualTo(on);
            });
            return true;
        }));
    }

    @Test
    void anAssessmentIsRecorded() {
        after(
                        List.of(opened()),
                        new AssessSuitability(
                                TRAJECTORY,
                                FOUND_SUITABLE,
                                true,
                                false,
                                "INTAKE_REPORT",
                                "INTAKE-K999",
                                "INTAKE-TWENTE",
                                "1",
                                "WERKCOACH"),
                        FOUND_SUITABLE)
                .expectEvents(foundSuitable(FOUND_SUITABLE));
    }

    @Test
    void aHoldIsEnteredThreeDaysLate() {
        after(untilSuitable(), new PutCandidateOnHold(TRAJECTORY, MARCH_23, "CORONA", null, null), MARCH_26)
                .expectEvents(new CandidateOnHold(
                        TRAJECTORY,
                        CANDIDATE,
                        TWENTE,
                        "LOG",
                        MARCH_23,
                        "CORONA",
                        "INSTROOM",
                        "SUITABLE",
                        null,
                        null,
                        START,
                        null));
    }

    @Test
    void aPlanIsEnteredLateAndThenStillLaterThanItsOwnDay() {
        after(
                        List.of(opened(), foundSuitable(FOUND_SUITABLE)),
                        new PlanTrajectoryStart(TRAJECTORY, FOUND_SUITABLE, MARCH_23),
                        MARCH_26)
                .expectEvents(new TrajectoryStartPlanned(TRAJECTORY, CANDIDATE, TWENTE, FOUND_SUITABLE, MARCH_23));
    }

    @Test
    void aSecondHoldIsRefused() {
        after(
                        plus(untilSuitable(), onHold(MARCH_23)),
                        new PutCandidateOnHold(TRAJECTORY, MARCH_26, "CORONA", null, null),
                        MARCH_26)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(3, ALREADY_ON_HOLD, Map.of()));
    }

    @Test
    void aHoldEnteredLateConflictsWithALaterHold() {
        expectConflict(
                after(
                        plus(untilSuitable(), onHold(MARCH_26)),
                        new PutCandidateOnHold(TRAJECTORY, MARCH_23, "CORONA", null, null),
                        MARCH_26),
                "trajectory.CandidateOnHold",
                MARCH_26);
    }

    @Test
    void aHoldEnteredLateConflictsWithTheMatchThatFollowed() {
        expectConflict(
                after(
                        untilStarted(),
                        new PutCandidateOnHold(TRAJECTORY, MARCH_23, "CORONA", null, null),
                        START.plusDays(1)),
                "trajectory.CandidateMatched",
                TrajectoryFacts.MATCHED);
    }

    @Test
    void aHoldEnteredLateConflictsWithTheStopThatFollowed() {
        expectConflict(
                after(
                        plus(untilSuitable(), stopped(MARCH_26)),
                        new PutCandidateOnHold(TRAJECTORY, MARCH_23, "CORONA", null, null),
                        MARCH_26),
                "trajectory.TrajectoryStopped",
                MARCH_26);
    }

    @Test
    void aHoldIsNoPlan() {
        after(untilSuitable(), new PutCandidateOnHold(TRAJECTORY, MARCH_26.plusDays(2), "CORONA", null, null), MARCH_26)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(2, EFFECTIVE_DATE_IN_FUTURE, Map.of()));
    }
}
