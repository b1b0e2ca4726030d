package nl.leerspoor.command.cohort;

import static nl.leerspoor.command.CommonRefusal.EFFECTIVE_DATE_IN_FUTURE;
import static nl.leerspoor.command.cohort.CohortFacts.COHORT;
import static nl.leerspoor.command.cohort.CohortFacts.CREATED_ON;
import static nl.leerspoor.command.cohort.CohortFacts.ENTERED_ON;
import static nl.leerspoor.command.cohort.CohortFacts.HELD_ON;
import static nl.leerspoor.command.cohort.CohortFacts.RESUMED_ON;
import static nl.leerspoor.command.cohort.CohortFacts.TWENTE;
import static nl.leerspoor.command.cohort.CohortFacts.and;
import static nl.leerspoor.command.cohort.CohortFacts.candidate;
import static nl.leerspoor.command.cohort.CohortFacts.cohortOf;
import static nl.leerspoor.command.cohort.CohortFacts.created;
import static nl.leerspoor.command.cohort.CohortFacts.opened;
import static nl.leerspoor.command.cohort.CohortFacts.removed;
import static nl.leerspoor.command.cohort.CohortFacts.trajectories;
import static nl.leerspoor.command.cohort.CohortFacts.trajectory;
import static nl.leerspoor.command.cohort.CohortRefusal.COHORT_EMPTY;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.EXPECTED_RESUME_NOT_LATER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.cohort.CohortCommand.AddToCohort;
import nl.leerspoor.command.cohort.CohortCommand.PutCohortOnHold;
import nl.leerspoor.command.cohort.CohortCommand.ResumeCohort;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.cohort.CohortEvent.CohortActionCompleted;
import nl.leerspoor.events.cohort.CohortEvent.CohortPutOnHold;
import nl.leerspoor.events.cohort.CohortEvent.CohortResumed;
import nl.leerspoor.events.cohort.CohortEvent.Skipped;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateOnHold;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.IntakeEvent.TrajectoryOpened;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One decision, n effects: each on the member's own stream (rule B20). */
class PutCohortOnHoldTest {

    private final StreamsInMemory streams = new StreamsInMemory();

    PutCohortOnHoldTest() {
        streams.with(new CohortHandler(streams.of(CohortStream.class), streams.of(TrajectoryStream.class)));
    }

    private void givenCohortOf(int... numbers) {
        streams.given(COHORT, cohortOf(numbers));
    }

    private void givenOpen(int... numbers) {
        for (int number : numbers) {
            streams.given(trajectory(number), opened(number, TWENTE));
        }
    }

    private void givenStopped(int number, LocalDate on) {
        streams.given(trajectory(number), opened(number, TWENTE), stopped(number, on));
    }

    private static TrajectoryStopped stopped(int number, LocalDate on) {
        return new TrajectoryStopped(trajectory(number), candidate(number), TWENTE, on, "PERSONAL");
    }

    private Outcome hold(LocalDate on, LocalDate today) {
        return streams.send(
                new PutCohortOnHold(COHORT, on, "CORONA", null), Given.by("testprojectleider", "", "", today));
    }

    private Outcome resume() {
        return streams.send(new ResumeCohort(COHORT, RESUMED_ON), Given.by("testprojectleider", "", "", RESUMED_ON));
    }

    private void alone(Command command) {
        assertThat(streams.send(command, Given.by("testwerkcoach", "", "", command.effectiveOn())))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private static Map<String, ?> told(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).result();
    }

    private static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    private static Map<String, ?> skipped(int number, String reason) {
        return Map.of("trajectoryId", trajectory(number), "reason", reason);
    }

    private Event last(UUID stream) {
        return streams.eventsOf(stream).getLast();
    }

    @Nested
    class AHold {

        @Test
        void reachesEveryMemberOnTheirOwnStream() {
            givenCohortOf(1, 2);
            givenOpen(1, 2);

            Outcome outcome = hold(HELD_ON, ENTERED_ON);

            assertThat(told(outcome)).isEqualTo(Map.of("applied", trajectories(1, 2), "skipped", List.of()));
            assertThat(streams.eventsOf(COHORT))
                    .endsWith(
                            new CohortPutOnHold(COHORT, TWENTE, HELD_ON, "CORONA", null, trajectories(1, 2), 2),
                            new CohortActionCompleted(COHORT, TWENTE, HELD_ON, "HOLD", trajectories(1, 2), List.of()));
            assertThat(last(trajectory(2)))
                    .isEqualTo(new CandidateOnHold(
                            trajectory(2),
                            candidate(2),
                            TWENTE,
                            "LOG",
                            HELD_ON,
                            "CORONA",
                            "INSTROOM",
                            "REGISTERED",
                            COHORT,
                            null,
                            null,
                            null));
        }

        @Test
        void isAnsweredWithTheVersionOfTheCohort() {
            givenCohortOf(1);
            givenOpen(1);
            assertThat(hold(HELD_ON, ENTERED_ON)).isInstanceOfSatisfying(Outcome.Recorded.class, recorded -> {
                assertThat(recorded.id()).isEqualTo(COHORT);
                assertThat(recorded.versionBefore()).isEqualTo(1);
                assertThat(recorded.version()).isEqualTo(3);
            });
        }

        @Test
        void skipsWhoIsOnHoldAlreadyOrEndedAndSaysWhy() {
            givenCohortOf(1, 2, 3);
            givenOpen(1, 2);
            givenStopped(3, CREATED_ON);
            alone(new PutCandidateOnHold(trajectory(2), CREATED_ON, "PERSONAL", null, null));

            assertThat(told(hold(HELD_ON, ENTERED_ON)))
                    .isEqualTo(Map.of(
                            "applied",
                            trajectories(1),
                            "skipped",
                            List.of(skipped(2, "ALREADY_ON_HOLD"), skipped(3, "TRAJECTORY_ENDED"))));
            assertThat(last(COHORT))
                    .isEqualTo(new CohortActionCompleted(
                            COHORT,
                            TWENTE,
                            HELD_ON,
                            "HOLD",
                            trajectories(1),
                            List.of(
                                    new Skipped(trajectory(2), "ALREADY_ON_HOLD"),
                                    new Skipped(trajectory(3), "TRAJECTORY_ENDED"))));
        }

        @Test
        void enteredLateSkipsWhoseLaterFactItWouldContradict() {
            givenCohortOf(1, 2);
            givenOpen(1);
            givenStopped(2, ENTERED_ON);

            hold(HELD_ON, ENTERED_ON);

            assertThat(last(COHORT))
                    .extracting("skipped")
                    .isEqualTo(List.of(new Skipped(trajectory(2), "CONFLICTS_WITH_LATER_FACT")));
            assertThat(last(trajectory(2))).isEqualTo(stopped(2, ENTERED_ON));
        }

        @Test
        void tellsWhichLaterFactWasInTheWay() {
            givenCohortOf(1, 2);
            givenOpen(1);
            givenStopped(2, ENTERED_ON);

            assertThat(told(hold(HELD_ON, ENTERED_ON)).get("skipped"))
                    .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                    .singleElement()
                    .extracting("details")
                    .extracting("event")
                    .isEqualTo("trajectory.TrajectoryStopped");
        }

        @Test
        void repeatedChangesNothing() {
            givenCohortOf(1, 2);
            givenOpen(1, 2);
            hold(HELD_ON, ENTERED_ON);
            List<Event> before = streams.eventsOf(COHORT);

            Outcome again = hold(HELD_ON, ENTERED_ON);

            assertThat(told(again))
                    .isEqualTo(Map.of(
                            "applied",
                            List.of(),
                            "skipped",
                            List.of(skipped(1, "ALREADY_ON_HOLD"), skipped(2, "ALREADY_ON_HOLD"))));
            assertThat(streams.eventsOf(COHORT)).isEqualTo(before);
            assertThat(streams.eventsOf(trajectory(1))).hasSize(2);
        }

        @Test
        void repeatedReachesWhoJoinedSince() {
            givenCohortOf(1);
            givenOpen(1, 2);
            hold(HELD_ON, ENTERED_ON);
            alone(new AddToCohort(COHORT, CREATED_ON, trajectory(2)));

            assertThat(told(hold(HELD_ON, ENTERED_ON)).get("applied")).isEqualTo(trajectories(2));
        }

        @Test
        void reachesTheMembersOfItsOwnDay() {
            streams.given(COHORT, and(cohortOf(1, 2), removed(2, HELD_ON)));
            givenOpen(1, 2);
            assertThat(told(hold(HELD_ON, ENTERED_ON)).get("applied")).isEqualTo(trajectories(1));
        }

        @Test
        void needsMembers() {
            streams.given(COHORT, created());
            assertThat(refusal(hold(HELD_ON, ENTERED_ON))).isEqualTo(COHORT_EMPTY);
        }

        @Test
        void isNoPlan() {
            givenCohortOf(1);
            givenOpen(1);
            assertThat(refusal(hold(HELD_ON.plusDays(2), HELD_ON))).isEqualTo(EFFECTIVE_DATE_IN_FUTURE);
            assertThat(streams.eventsOf(trajectory(1))).hasSize(1);
        }

        @Test
        void isNotExpectedToEndBeforeItBegins() {
            givenCohortOf(1);
            givenOpen(1);
            assertThat(refusal(streams.send(
                            new PutCohortOnHold(COHORT, HELD_ON, "CORONA", HELD_ON),
                            Given.by("testprojectleider", "", "", HELD_ON))))
                    .isEqualTo(EXPECTED_RESUME_NOT_LATER);
        }
    }

    @Nested
    class AResumption {

        @Test
        void endsTheHoldOfEveryMember() {
            givenCohortOf(1, 2);
            givenOpen(1, 2);
            hold(HELD_ON, ENTERED_ON);

            assertThat(told(resume()).get("applied")).isEqualTo(trajectories(1, 2));

            assertThat(streams.eventsOf(COHORT))
                    .endsWith(
                            new CohortResumed(COHORT, TWENTE, RESUMED_ON, trajectories(1, 2), 2),
                            new CohortActionCompleted(
                                    COHORT, TWENTE, RESUMED_ON, "RESUME", trajectories(1, 2), List.of()));
            assertThat(last(trajectory(1))).isInstanceOfSatisfying(CandidateResumed.class, resumed -> {
                assertThat(resumed.daysOnHold()).isEqualTo(162);
                assertThat(resumed.cohortId()).isEqualTo(COHORT);
            });
        }

        @Test
        void skipsWhoWasResumedEarlierEndedOrIsOnHoldForAReasonOfTheirOwn() {
            givenCohortOf(1, 2, 3, 4);
            givenOpen(1, 2, 4);
            givenStopped(3, CREATED_ON);
            alone(new PutCandidateOnHold(trajectory(4), CREATED_ON, "PERSONAL", null, null));
            hold(HELD_ON, ENTERED_ON);
            alone(new ResumeCandidate(trajectory(2), ENTERED_ON));

            assertThat(told(resume()))
                    .isEqualTo(Map.of(
                            "applied",
                            trajectories(1),
                            "skipped",
                            List.of(
                                    skipped(2, "NOT_ON_HOLD"),
                                    skipped(3, "TRAJECTORY_ENDED"),
                                    skipped(4, "ON_HOLD_FOR_OTHER_REASON"))));
        }

        @Test
        void repeatedChangesNothing() {
            givenCohortOf(1);
            givenOpen(1);
            hold(HELD_ON, ENTERED_ON);
            resume();
            List<Event> before = streams.eventsOf(COHORT);

            assertThat(told(resume()).get("skipped")).isEqualTo(List.of(skipped(1, "NOT_ON_HOLD")));
            assertThat(streams.eventsOf(COHORT)).isEqualTo(before);
        }
    }

    @Test
    void aMemberIsATrajectoryThatIsThere() {
        streams.given(COHORT, created());
        var add = new AddToCohort(COHORT, CREATED_ON, trajectory(9));
        assertThat(refusal(streams.send(add, Given.by("testprojectleider", "", "", CREATED_ON))))
                .isEqualTo(CohortRefusal.UNKNOWN_TRAJECTORY);
        TrajectoryOpened opened = opened(9, TWENTE);
        streams.given(trajectory(9), opened);
        alone(add);
        assertThat(streams.eventsOf(COHORT)).hasSize(2);
    }
}
