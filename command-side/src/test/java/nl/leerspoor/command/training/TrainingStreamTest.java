package nl.leerspoor.command.training;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.training.TrainingFacts.END;
import static nl.leerspoor.command.training.TrainingFacts.FIRST;
import static nl.leerspoor.command.training.TrainingFacts.SCHEDULED_ON;
import static nl.leerspoor.command.training.TrainingFacts.START;
import static nl.leerspoor.command.training.TrainingFacts.TRAINING;
import static nl.leerspoor.command.training.TrainingFacts.TWENTE;
import static nl.leerspoor.command.training.TrainingFacts.cancelled;
import static nl.leerspoor.command.training.TrainingFacts.completed;
import static nl.leerspoor.command.training.TrainingFacts.day;
import static nl.leerspoor.command.training.TrainingFacts.resumed;
import static nl.leerspoor.command.training.TrainingFacts.scheduled;
import static nl.leerspoor.command.training.TrainingFacts.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import nl.leerspoor.command.ClaimsInMemory;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.training.Training.Course;
import nl.leerspoor.command.training.TrainingCommand.ResumeTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.command.training.TrainingCommand.SuspendTraining;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** A command finds its training, is decided and recorded. */
class TrainingStreamTest {

    private static final Course COURSE = new Course(TRAINING, TWENTE, "BEGELEIDERSTRAINING", START, END, "LOG", 2);

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final StreamFixture<TrainingStream> fixture =
            StreamFixture.of(TrainingStream.class).with(claims);

    @Test
    void aPlanBeginsAStream() {
        fixture.given()
                .when(
                        new ScheduleTraining(
                                TRAINING, TWENTE, SCHEDULED_ON, "BEGELEIDERSTRAINING", START, END, "LOG", 2, "BO-9"),
                        SCHEDULED_ON)
                .expectEvents(scheduled());
    }

    @Test
    void aSuspensionNamesWhoHasASeat() {
        new Seats(claims, TRAINING).take(COURSE, FIRST);
        fixture.given(scheduled())
                .when(new SuspendTraining(TRAINING, START, "CORONA", null), START)
                .expectEvents(suspended("2020-03-16", FIRST));
    }

    @Test
    void aTrainingGoesOn() {
        fixture.given(scheduled(), suspended("2020-03-16"))
                .when(new ResumeTraining(TRAINING, day("2020-08-17"), day("2020-08-28")), day("2020-08-17"))
                .expectEvents(resumed("2020-08-17", "2020-08-28"));
    }

    @Test
    void aSuspensionIsEnteredLate() {
        fixture.given(scheduled(), cancelled("2020-05-01"))
                .when(new SuspendTraining(TRAINING, START, "CORONA", null), day("2020-05-10"))
                .expectEvents(suspended("2020-03-16"));
    }

    @Test
    void aLateSuspensionConflictsWithACompletionSince() {
        fixture.given(scheduled(), completed("2020-04-03", FIRST))
                .when(new SuspendTraining(TRAINING, START, "CORONA", null), day("2020-05-01"))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(Matchers.matches(outcome -> {
                    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT);
                        assertThat(refused.details().get("event")).isEqualTo("training.SupervisorTrainingCompleted");
                    });
                    return true;
                }));
    }
}
