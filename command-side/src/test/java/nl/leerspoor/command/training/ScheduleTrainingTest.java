package nl.leerspoor.command.training;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.training.TrainingFacts.END;
import static nl.leerspoor.command.training.TrainingFacts.FIRST;
import static nl.leerspoor.command.training.TrainingFacts.SCHEDULED_ON;
import static nl.leerspoor.command.training.TrainingFacts.SECOND;
import static nl.leerspoor.command.training.TrainingFacts.START;
import static nl.leerspoor.command.training.TrainingFacts.THIRD;
import static nl.leerspoor.command.training.TrainingFacts.TRAINING;
import static nl.leerspoor.command.training.TrainingFacts.TWENTE;
import static nl.leerspoor.command.training.TrainingFacts.cancelled;
import static nl.leerspoor.command.training.TrainingFacts.completed;
import static nl.leerspoor.command.training.TrainingFacts.day;
import static nl.leerspoor.command.training.TrainingFacts.given;
import static nl.leerspoor.command.training.TrainingFacts.resumed;
import static nl.leerspoor.command.training.TrainingFacts.scheduled;
import static nl.leerspoor.command.training.TrainingFacts.suspended;
import static nl.leerspoor.command.training.TrainingRefusal.END_BEFORE_RESUMPTION;
import static nl.leerspoor.command.training.TrainingRefusal.END_BEFORE_START;
import static nl.leerspoor.command.training.TrainingRefusal.PASSED_NOT_ENROLLED;
import static nl.leerspoor.command.training.TrainingRefusal.RESUMPTION_BEFORE_SUSPENSION;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_CANCELLED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_COMPLETED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SCHEDULED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_STARTED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SUSPENDED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_SUSPENDED;
import static nl.leerspoor.command.training.TrainingRefusal.VALID_UNTIL_BEFORE_COMPLETION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.training.Training.Planned;
import nl.leerspoor.command.training.TrainingCommand.CancelTraining;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.command.training.TrainingCommand.ResumeTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.command.training.TrainingCommand.SuspendTraining;
import nl.leerspoor.events.training.TrainingEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A training is planned, lies still, goes on, is called off or completed. It runs once its start is reached. */
class ScheduleTrainingTest {

    @Nested
    class Planning {

        @Test
        void aTrainingIsPlannedOnce() {
            assertThat(events(Scheduling.schedule(given().latest(), schedule(END))))
                    .containsExactly(scheduled());
            assertThat(refusal(Scheduling.schedule(given(scheduled()).latest(), schedule(END))))
                    .isEqualTo(ID_IN_USE);
        }

        @Test
        void itDoesNotEndBeforeItStarts() {
            assertThat(refusal(Scheduling.schedule(given().latest(), schedule(START.minusDays(1)))))
                    .isEqualTo(END_BEFORE_START);
        }

        private static ScheduleTraining schedule(LocalDate end) {
            return new ScheduleTraining(
                    TRAINING, TWENTE, SCHEDULED_ON, "BEGELEIDERSTRAINING", START, end, "LOG", 2, "BO-9");
        }
    }

    @Nested
    class LyingStill {

        @Test
        void itSaysWhoWaitsAndWhenItShouldHaveEnded() {
            assertThat(events(suspend("2020-03-16", null, scheduled())))
                    .containsExactly(suspended("2020-03-16", FIRST, SECOND));
        }

        @Test
        void beforeItsStartToo() {
            assertThat(events(suspend("2020-03-01", "2020-08-17", scheduled()))).hasSize(1);
        }

        @Test
        void onlyWhatIsToComeOrRuns() {
            assertThat(refusal(suspend("2020-02-16", null, scheduled()))).isEqualTo(TRAINING_NOT_SCHEDULED);
            assertThat(refusal(suspend("2020-03-20", null, scheduled(), suspended("2020-03-16"))))
                    .isEqualTo(TRAINING_SUSPENDED);
            assertThat(refusal(suspend("2020-04-04", null, scheduled(), completed("2020-04-03"))))
                    .isEqualTo(TRAINING_COMPLETED);
            assertThat(refusal(suspend("2020-03-20", null, scheduled(), cancelled("2020-03-16"))))
                    .isEqualTo(TRAINING_CANCELLED);
        }

        @Test
        void itDoesNotGoOnBeforeItStopped() {
            assertThat(refusal(suspend("2020-03-16", "2020-03-15", scheduled())))
                    .isEqualTo(RESUMPTION_BEFORE_SUSPENSION);
        }

        private static Decision<TrainingEvent> suspend(String on, String expected, TrainingEvent... facts) {
            return Scheduling.suspend(
                    given(facts).on(day(on)),
                    new SuspendTraining(TRAINING, day(on), "CORONA", expected == null ? null : day(expected)),
                    List.of(FIRST, SECOND));
        }
    }

    @Nested
    class GoingOn {

        @Test
        void untilANewEnd() {
            assertThat(events(resume("2020-08-28", scheduled(), suspended("2020-03-16"))))
                    .containsExactly(resumed("2020-08-17", "2020-08-28"));
        }

        @Test
        void onlyWhatLiesStill() {
            assertThat(refusal(resume("2020-08-28", scheduled()))).isEqualTo(TRAINING_NOT_SUSPENDED);
        }

        @Test
        void theNewEndDoesNotLieBefore() {
            assertThat(refusal(resume("2020-08-16", scheduled(), suspended("2020-03-16"))))
                    .isEqualTo(END_BEFORE_RESUMPTION);
            assertThat(refusal(resume("2020-03-15", scheduled(), suspended("2020-03-16"))))
                    .isEqualTo(END_BEFORE_START);
        }

        private static Decision<TrainingEvent> resume(String newEnd, TrainingEvent... facts) {
            return Scheduling.resume(
                    given(facts).on(day("2020-08-17")), new ResumeTraining(TRAINING, day("2020-08-17"), day(newEnd)));
        }
    }

    @Nested
    class CallingOff {

        @Test
        void whatIsToComeOrRunsOrLiesStill() {
            assertThat(events(cancel(scheduled()))).containsExactly(cancelled("2020-05-01"));
            assertThat(events(cancel(scheduled(), suspended("2020-03-16")))).containsExactly(cancelled("2020-05-01"));
        }

        @Test
        void notWhatIsDone() {
            assertThat(refusal(cancel(scheduled(), completed("2020-04-03")))).isEqualTo(TRAINING_COMPLETED);
            assertThat(refusal(cancel(scheduled(), cancelled("2020-04-03")))).isEqualTo(TRAINING_CANCELLED);
        }

        private static Decision<TrainingEvent> cancel(TrainingEvent... facts) {
            return Scheduling.cancel(
                    given(facts).on(day("2020-05-01")), new CancelTraining(TRAINING, day("2020-05-01"), "CORONA"));
        }
    }

    @Nested
    class Completing {

        @Test
        void fromItsStartOnAlsoBeforeThePlannedEnd() {
            assertThat(events(complete("2020-03-16", List.of(FIRST), scheduled())))
                    .containsExactly(completed("2020-03-16", FIRST));
            assertThat(refusal(complete("2020-03-15", List.of(FIRST), scheduled())))
                    .isEqualTo(TRAINING_NOT_STARTED);
        }

        @Test
        void onlyParticipantsPass() {
            var decision = complete("2020-04-03", List.of(FIRST, THIRD), scheduled());
            assertThat(refusal(decision)).isEqualTo(PASSED_NOT_ENROLLED);
            assertThat(details(decision)).isEqualTo(Map.of("notEnrolled", List.of(THIRD)));
        }

        @Test
        void nobodyNeedsToPassAndNobodyPassesTwice() {
            assertThat(events(complete("2020-04-03", List.of(), scheduled()))).containsExactly(completed("2020-04-03"));
            assertThat(events(complete("2020-04-03", List.of(FIRST, FIRST), scheduled())))
                    .containsExactly(completed("2020-04-03", FIRST));
        }

        @Test
        void notWhileItLiesStillButAfterIt() {
            assertThat(refusal(complete("2020-04-03", List.of(FIRST), scheduled(), suspended("2020-03-16"))))
                    .isEqualTo(TRAINING_SUSPENDED);
            assertThat(events(complete(
                            "2020-08-28",
                            List.of(FIRST),
                            scheduled(),
                            suspended("2020-03-16"),
                            resumed("2020-08-17", "2020-08-28"))))
                    .hasSize(1);
        }

        @Test
        void notTwiceAndNotAfterItWasCalledOff() {
            assertThat(refusal(complete("2020-04-04", List.of(FIRST), scheduled(), completed("2020-04-03"))))
                    .isEqualTo(TRAINING_COMPLETED);
            assertThat(refusal(complete("2020-04-04", List.of(FIRST), scheduled(), cancelled("2020-04-03"))))
                    .isEqualTo(TRAINING_CANCELLED);
        }

        @Test
        void whatItGivesDoesNotExpireBeforeItCounts() {
            var command = new CompleteTraining(TRAINING, END, List.of(FIRST), END.minusDays(1));
            assertThat(refusal(Scheduling.complete(planned(END, scheduled()), command, List.of(FIRST))))
                    .isEqualTo(VALID_UNTIL_BEFORE_COMPLETION);
        }

        private static Decision<TrainingEvent> complete(String on, List<UUID> passed, TrainingEvent... facts) {
            return Scheduling.complete(
                    planned(day(on), facts),
                    new CompleteTraining(TRAINING, day(on), passed, null),
                    List.of(FIRST, SECOND));
        }
    }

    @Nested
    class TakingPart {

        @Test
        void asLongAsItIsToComeOrRunsOrLiesStill() {
            assertThat(Scheduling.refusesParticipant(planned(START, scheduled()), TWENTE))
                    .isEmpty();
            assertThat(Scheduling.refusesParticipant(planned(START, scheduled(), suspended("2020-03-16")), TWENTE))
                    .isEmpty();
            assertThat(Scheduling.refusesParticipant(planned(END, scheduled(), completed("2020-04-03")), TWENTE))
                    .contains(TRAINING_COMPLETED);
            assertThat(Scheduling.refusesParticipant(planned(END, scheduled(), cancelled("2020-04-03")), TWENTE))
                    .contains(TRAINING_CANCELLED);
        }

        @Test
        void inTheRegionOnly() {
            assertThat(Scheduling.refusesParticipant(planned(START, scheduled()), "AM09"))
                    .contains(OTHER_REGION);
        }
    }

    private static Planned planned(LocalDate on, TrainingEvent... facts) {
        return (Planned) given(facts).on(on);
    }
}
