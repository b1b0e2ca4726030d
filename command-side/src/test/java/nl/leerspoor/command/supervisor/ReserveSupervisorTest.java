package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.supervisor.SupervisorFacts.LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.available;
import static nl.leerspoor.command.supervisor.SupervisorFacts.candidate;
import static nl.leerspoor.command.supervisor.SupervisorFacts.capacityChanged;
import static nl.leerspoor.command.supervisor.SupervisorFacts.day;
import static nl.leerspoor.command.supervisor.SupervisorFacts.enrolled;
import static nl.leerspoor.command.supervisor.SupervisorFacts.exempted;
import static nl.leerspoor.command.supervisor.SupervisorFacts.expired;
import static nl.leerspoor.command.supervisor.SupervisorFacts.given;
import static nl.leerspoor.command.supervisor.SupervisorFacts.moved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorFacts.released;
import static nl.leerspoor.command.supervisor.SupervisorFacts.reserved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trained;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trainedUntil;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trajectory;
import static nl.leerspoor.command.supervisor.SupervisorFacts.unavailable;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_RESERVED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NO_FREE_PLACE;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_TRAINED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_OF_OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_TRAINING_EXPIRED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rule B5: a place with a supervisor of that leerbedrijf, who is trained and available and has a place free. */
class ReserveSupervisorTest {

    private static final Timeline<SupervisorEvent, Supervisor> TRAINED = given(registered(), trained("2019-10-11"));

    @Nested
    class WhoCanGuide {

        @Test
        void aTrainedSupervisorOfThatLeerbedrijf() {
            assertThat(events(reserve(TRAINED, 1, "2020-01-13"))).containsExactly(reserved("2020-01-13", 1));
        }

        @Test
        void notOneInTraining() {
            assertThat(refusal(reserve(given(registered(), enrolled("2020-01-06")), 1, "2020-01-13")))
                    .isEqualTo(SUPERVISOR_NOT_TRAINED);
        }

        @Test
        void oneWhoseExperienceCountsAsTraining() {
            assertThat(events(reserve(given(registered(), exempted("2019-10-11")), 1, "2020-01-13")))
                    .hasSize(1);
        }

        @Test
        void notOneOfAnotherLeerbedrijf() {
            assertThat(refusal(reserve(TRAINED, 1, "2020-01-13", OTHER_LEERBEDRIJF)))
                    .isEqualTo(SUPERVISOR_OF_OTHER_LEERBEDRIJF);
            var moved = given(registered(), trained("2019-10-11"), moved("2020-01-01"));
            assertThat(refusal(reserve(moved, 1, "2020-01-13"))).isEqualTo(SUPERVISOR_OF_OTHER_LEERBEDRIJF);
        }

        @Test
        void aTrainingThatIsValidUntilADayCountsOnThatDay() {
            var limited = given(registered(), trainedUntil("2019-10-11", "2020-10-11"));
            assertThat(events(reserve(limited, 1, "2020-10-11"))).hasSize(1);
            assertThat(refusal(reserve(limited, 1, "2020-10-12"))).isEqualTo(SUPERVISOR_TRAINING_EXPIRED);
        }

        @Test
        void notOneWhoseTrainingCountsNoMore() {
            var expired = given(registered(), trained("2019-10-11"), expired("2020-01-01"));
            assertThat(refusal(reserve(expired, 1, "2020-01-13"))).isEqualTo(SUPERVISOR_TRAINING_EXPIRED);
            assertThat(events(reserve(expired, 1, "2019-12-31"))).hasSize(1);
        }

        @Test
        void notOneWhoIsAway() {
            var away = given(registered(), trained("2019-10-11"), unavailable("2020-05-25"), available("2020-10-01"));
            assertThat(refusal(reserve(away, 1, "2020-09-30"))).isEqualTo(SUPERVISOR_UNAVAILABLE);
            assertThat(events(reserve(away, 1, "2020-10-01"))).hasSize(1);
        }

        @Test
        void notBeforeTheyWereTrainedOrRegistered() {
            assertThat(refusal(reserve(TRAINED, 1, "2019-10-10"))).isEqualTo(SUPERVISOR_NOT_TRAINED);
            assertThat(refusal(reserve(TRAINED, 1, "2019-09-30"))).isEqualTo(SUPERVISOR_NOT_REGISTERED);
        }
    }

    @Nested
    class FreePlaces {

        private static final Timeline<SupervisorEvent, Supervisor> FULL = full();

        /** All three places are taken, and then these facts. */
        private static Timeline<SupervisorEvent, Supervisor> full(SupervisorEvent... more) {
            List<SupervisorEvent> facts = new ArrayList<>(List.of(
                    registered(),
                    trained("2019-10-11"),
                    reserved("2020-01-10", 1),
                    reserved("2020-02-10", 2),
                    reserved("2020-03-10", 3)));
            facts.addAll(List.of(more));
            return given(facts.toArray(SupervisorEvent[]::new));
        }

        @Test
        void aFourthOfThreeIsRefused() {
            assertThat(refusal(reserve(FULL, 4, "2020-04-01"))).isEqualTo(NO_FREE_PLACE);
        }

        @Test
        void placesThatAreTakenLaterCountForALateEntryToo() {
            assertThat(refusal(reserve(FULL, 4, "2020-01-20"))).isEqualTo(NO_FREE_PLACE);
        }

        @Test
        void aPlaceThatWasGivenBackIsFree() {
            assertThat(events(reserve(full(released("2020-03-15", 1)), 4, "2020-04-01")))
                    .hasSize(1);
        }

        @Test
        void aPlaceThatWasGivenBackByNowIsFreeForALateEntryToo() {
            assertThat(events(reserve(full(released("2020-03-15", 1)), 4, "2020-03-12")))
                    .hasSize(1);
        }

        @Test
        void moreCapacityIsMorePlaces() {
            assertThat(events(reserve(full(capacityChanged("2020-03-11", 3, 4)), 4, "2020-04-01")))
                    .hasSize(1);
        }

        @Test
        void aTrajectoryTakesOnePlace() {
            var one = given(registered(), trained("2019-10-11"), reserved("2020-01-10", 1));
            assertThat(refusal(reserve(one, 1, "2020-02-01"))).isEqualTo(ALREADY_RESERVED);
            assertThat(refusal(reserve(one, 1, "2020-01-01"))).isEqualTo(ALREADY_RESERVED);
        }

        @Test
        void aPlaceThatWasTakenThenAndGivenBackSinceIsNotTakenTwice() {
            assertThat(refusal(reserve(full(released("2020-03-15", 1)), 1, "2020-02-01")))
                    .isEqualTo(ALREADY_RESERVED);
            assertThat(events(reserve(full(released("2020-03-15", 1)), 1, "2020-03-15")))
                    .hasSize(1);
        }
    }

    @Nested
    class GivingBack {

        @Test
        void aPlaceIsGivenBackOnTheDayOfTheEnd() {
            var taken = given(registered(), trained("2019-10-11"), reserved("2020-01-10", 1));
            assertThat(events(release(taken, 1, "2020-03-02"))).containsExactly(released("2020-03-02", 1));
        }

        @Test
        void nothingFollowsWhenNoneWasTaken() {
            assertThat(events(release(TRAINED, 1, "2020-03-02"))).isEmpty();
            assertThat(events(release(TRAINED, 1, "2019-09-01"))).isEmpty();
        }
    }

    @Nested
    class Hindsight {

        @Test
        void anAbsenceThatIsEnteredLateLeavesThePlacesThatWereTaken() {
            var taken = given(registered(), trained("2019-10-11"), reserved("2020-01-10", 1));
            assertThat(taken.conflictWith(List.of(unavailable("2020-01-08")))).isEmpty();
        }

        @Test
        void aMoveThatIsEnteredLateConflictsWithAPlaceThatWasTakenSince() {
            var taken = given(registered(), trained("2019-10-11"), reserved("2020-01-10", 1));
            assertThat(taken.conflictWith(List.of(moved("2020-01-08"))))
                    .hasValueSatisfying(fact -> assertThat(fact.event()).isEqualTo(reserved("2020-01-10", 1)));
        }
    }

    private static Decision<SupervisorEvent> reserve(
            Timeline<SupervisorEvent, Supervisor> facts, int candidate, String on) {
        return reserve(facts, candidate, on, LEERBEDRIJF);
    }

    private static Decision<SupervisorEvent> reserve(
            Timeline<SupervisorEvent, Supervisor> facts, int candidate, String on, UUID leerbedrijf) {
        return Places.reserve(facts, trajectory(candidate), candidate(candidate), leerbedrijf, day(on));
    }

    private static Decision<SupervisorEvent> release(
            Timeline<SupervisorEvent, Supervisor> facts, int candidate, String on) {
        return Places.release(facts.on(day(on)), trajectory(candidate), day(on));
    }
}
