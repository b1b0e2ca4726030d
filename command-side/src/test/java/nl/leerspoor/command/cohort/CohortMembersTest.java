package nl.leerspoor.command.cohort;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.cohort.CohortFacts.COHORT;
import static nl.leerspoor.command.cohort.CohortFacts.CREATED_ON;
import static nl.leerspoor.command.cohort.CohortFacts.HELD_ON;
import static nl.leerspoor.command.cohort.CohortFacts.OPENED_ON;
import static nl.leerspoor.command.cohort.CohortFacts.TWENTE;
import static nl.leerspoor.command.cohort.CohortFacts.added;
import static nl.leerspoor.command.cohort.CohortFacts.and;
import static nl.leerspoor.command.cohort.CohortFacts.candidate;
import static nl.leerspoor.command.cohort.CohortFacts.cohortOf;
import static nl.leerspoor.command.cohort.CohortFacts.created;
import static nl.leerspoor.command.cohort.CohortFacts.given;
import static nl.leerspoor.command.cohort.CohortFacts.removed;
import static nl.leerspoor.command.cohort.CohortFacts.trajectories;
import static nl.leerspoor.command.cohort.CohortFacts.trajectory;
import static nl.leerspoor.command.cohort.CohortRefusal.ALREADY_A_MEMBER;
import static nl.leerspoor.command.cohort.CohortRefusal.COHORT_FULL;
import static nl.leerspoor.command.cohort.CohortRefusal.COHORT_NOT_CREATED;
import static nl.leerspoor.command.cohort.CohortRefusal.NOT_A_MEMBER;
import static nl.leerspoor.command.cohort.CohortRefusal.UNKNOWN_TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.cohort.CohortCommand.AddToCohort;
import nl.leerspoor.command.cohort.CohortCommand.CreateCohort;
import nl.leerspoor.command.cohort.CohortCommand.RemoveFromCohort;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.End;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.Trajectory.NotOpened;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Plan;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.Trajectory.Stage.Registered;
import nl.leerspoor.events.cohort.CohortEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CohortMembersTest {

    private static final CreateCohort CREATE =
            new CreateCohort(COHORT, TWENTE, CREATED_ON, "Instroom voorjaar 2020", "C-TEST");

    private static Route route(String region) {
        return new Route(
                trajectory(1),
                candidate(1),
                region,
                "PRAKTIJKVERKLARING",
                "LOG",
                1,
                "testwerkcoach",
                new UUID(0, 1),
                OPENED_ON);
    }

    private static Open open(String region) {
        return new Open(route(region), new Registered(), new Plan(Optional.empty(), 0), Optional.empty());
    }

    private static Decision<CohortEvent> add(
            Timeline<CohortEvent, Cohort> given, LocalDate on, Optional<Trajectory> joining) {
        return Cohorting.add(given.on(on), new AddToCohort(COHORT, on, trajectory(1)), joining);
    }

    @Test
    void aCohortBeginsWithoutMembers() {
        assertThat(events(Cohorting.create(given().latest(), CREATE))).containsExactly(created());
        assertThat(given(created()).latest().memberIds()).isEmpty();
    }

    @Test
    void anIdIsUsedOnce() {
        assertThat(refusal(Cohorting.create(given(created()).latest(), CREATE))).isEqualTo(ID_IN_USE);
    }

    @Nested
    class AMember {

        @Test
        void isAnOpenTrajectory() {
            assertThat(events(add(given(created()), CREATED_ON, Optional.of(open(TWENTE)))))
                    .containsExactly(added(1, CREATED_ON));
        }

        @Test
        void exists() {
            assertThat(refusal(add(given(created()), CREATED_ON, Optional.empty())))
                    .isEqualTo(UNKNOWN_TRAJECTORY);
            assertThat(refusal(add(given(created()), CREATED_ON, Optional.of(new NotOpened()))))
                    .isEqualTo(UNKNOWN_TRAJECTORY);
        }

        @Test
        void hasNotEnded() {
            assertThat(refusal(add(
                            given(created()),
                            CREATED_ON,
                            Optional.of(new Ended(route(TWENTE), new Registered(), End.STOPPED, OPENED_ON)))))
                    .isEqualTo(TRAJECTORY_ENDED);
        }

        @Test
        void isOfTheRegionOfTheCohort() {
            assertThat(refusal(add(given(created()), CREATED_ON, Optional.of(open("AM09")))))
                    .isEqualTo(OTHER_REGION);
        }

        @Test
        void joinsOnce() {
            assertThat(refusal(add(given(cohortOf(1)), CREATED_ON, Optional.of(open(TWENTE)))))
                    .isEqualTo(ALREADY_A_MEMBER);
        }

        @Test
        void joinsAgainAfterLeaving() {
            var left = given(and(cohortOf(1), removed(1, HELD_ON)));
            assertThat(events(add(left, HELD_ON, Optional.of(open(TWENTE))))).hasSize(1);
        }

        @Test
        void joinsACohortThatWasThere() {
            assertThat(refusal(add(given(created()), CREATED_ON.minusDays(1), Optional.of(open(TWENTE)))))
                    .isEqualTo(COHORT_NOT_CREATED);
        }

        @Test
        void enteredLateConflictsWithJoiningLater() {
            assertThat(given(created(), added(1, HELD_ON)).conflictWith(List.of(added(1, CREATED_ON))))
                    .hasValueSatisfying(fact -> assertThat(fact.event()).isEqualTo(added(1, HELD_ON)));
        }

        @Test
        void isTakenOut() {
            var remove = new RemoveFromCohort(COHORT, HELD_ON, trajectory(1));
            assertThat(events(Cohorting.remove(given(cohortOf(1, 2)).on(HELD_ON), remove)))
                    .containsExactly(removed(1, HELD_ON));
            assertThat(given(and(cohortOf(1, 2), removed(1, HELD_ON))).latest().memberIds())
                    .isEqualTo(trajectories(2));
        }

        @Test
        void isTakenOutOnlyOfACohortThatItIsIn() {
            var remove = new RemoveFromCohort(COHORT, HELD_ON, trajectory(1));
            assertThat(refusal(Cohorting.remove(given(cohortOf(2)).on(HELD_ON), remove)))
                    .isEqualTo(NOT_A_MEMBER);
        }
    }

    @Test
    void aCohortHasFiveHundredMembersAtMost() {
        var full = given(cohortOf(IntStream.rangeClosed(2, 501).toArray()));
        assertThat(refusal(add(full, CREATED_ON, Optional.of(open(TWENTE))))).isEqualTo(COHORT_FULL);
    }
}
