package nl.leerspoor.command.training;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_ENROLLED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_ENROLLED;
import static nl.leerspoor.command.training.TrainingFacts.END;
import static nl.leerspoor.command.training.TrainingFacts.FIRST;
import static nl.leerspoor.command.training.TrainingFacts.SCHEDULED_ON;
import static nl.leerspoor.command.training.TrainingFacts.SECOND;
import static nl.leerspoor.command.training.TrainingFacts.START;
import static nl.leerspoor.command.training.TrainingFacts.THIRD;
import static nl.leerspoor.command.training.TrainingFacts.TRAINING;
import static nl.leerspoor.command.training.TrainingFacts.TWENTE;
import static nl.leerspoor.command.training.TrainingFacts.completed;
import static nl.leerspoor.command.training.TrainingFacts.scheduled;
import static nl.leerspoor.command.training.TrainingRefusal.PASSED_NOT_ENROLLED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_CANCELLED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_COMPLETED;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_FULL;
import static nl.leerspoor.command.training.TrainingRefusal.TRAINING_NOT_SCHEDULED;
import static nl.leerspoor.command.training.TrainingRefusal.UNKNOWN_TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimsInMemory;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.training.TrainingCommand.CancelTraining;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Supervisors take a seat in a training, and those who pass are trained. */
class TakePartInTrainingTest {

    private static final By SOMEBODY = Given.by(Given.SOMEBODY, "", "", LocalDate.parse("2020-12-31"));
    private static final UUID LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000d1");

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final StreamsInMemory streams = new StreamsInMemory(claims);

    @BeforeEach
    void givenATrainingWithTwoPlacesAndThreeSupervisors() {
        var trainings = streams.of(TrainingStream.class);
        var supervisors = streams.of(SupervisorStream.class);
        streams.with(new EnrolmentHandler(trainings, supervisors, claims));
        streams.with(new CompletionHandler(trainings, supervisors, claims));
        send(new ScheduleTraining(TRAINING, TWENTE, SCHEDULED_ON, "BEGELEIDERSTRAINING", START, END, "LOG", 2, "BO-9"));
        List.of(FIRST, SECOND, THIRD).forEach(supervisor -> streams.given(supervisor, registered(supervisor, TWENTE)));
    }

    @Nested
    class Enrolling {

        @Test
        void thePlacesAreTakenOneByOne() {
            send(enrol(FIRST));
            send(enrol(SECOND));
            assertThat(new Seats(claims, TRAINING).participants()).containsExactly(FIRST, SECOND);
            assertThat(refusalOf(enrol(THIRD))).isEqualTo(TRAINING_FULL);
        }

        @Test
        void aSupervisorTakesOneSeat() {
            send(enrol(FIRST));
            assertThat(refusalOf(enrol(FIRST))).isEqualTo(ALREADY_ENROLLED);
            send(enrol(SECOND));
        }

        @Test
        void aRefusedEnrolmentTakesNoSeat() {
            send(enrol(FIRST));
            assertThat(refusalOf(new EnrolInTraining(FIRST, SCHEDULED_ON.minusDays(1), TRAINING)))
                    .isEqualTo(CONFLICTS_WITH_LATER_FACT);
            assertThat(new Seats(claims, TRAINING).participants()).containsExactly(FIRST);
        }

        @Test
        void onlyInATrainingThatExistedThen() {
            assertThat(refusalOf(new EnrolInTraining(FIRST, START, UUID.randomUUID())))
                    .isEqualTo(UNKNOWN_TRAINING);
            assertThat(refusalOf(new EnrolInTraining(FIRST, SCHEDULED_ON.minusDays(1), TRAINING)))
                    .isEqualTo(TRAINING_NOT_SCHEDULED);
        }

        @Test
        void onlyInTheirOwnRegion() {
            UUID elsewhere = UUID.randomUUID();
            streams.given(elsewhere, registered(elsewhere, "AM09"));
            assertThat(refusalOf(enrol(elsewhere))).isEqualTo(OTHER_REGION);
        }

        @Test
        void notAfterItWasCompleted() {
            send(new CompleteTraining(TRAINING, START, List.of(), null));
            assertThat(refusalOf(enrol(FIRST))).isEqualTo(TRAINING_COMPLETED);
        }

        @Test
        void notAfterItWasCalledOff() {
            send(new CancelTraining(TRAINING, START, "CORONA"));
            assertThat(refusalOf(enrol(FIRST))).isEqualTo(TRAINING_CANCELLED);
        }
    }

    @Nested
    class Completing {

        @Test
        void whoPassesIsTrainedAndTheOthersAreNot() {
            send(enrol(FIRST));
            send(enrol(SECOND));
            send(new CompleteTraining(TRAINING, END, List.of(SECOND), null));
            assertThat(streams.eventsOf(TRAINING)).containsExactly(scheduled(), completed("2020-04-03", SECOND));
            assertThat(streams.eventsOf(SECOND)).last().isInstanceOfSatisfying(SupervisorTrained.class, trained -> {
                assertThat(trained.trainingId()).isEqualTo(TRAINING);
                assertThat(trained.effectiveOn()).isEqualTo(END);
            });
            assertThat(streams.eventsOf(FIRST)).noneMatch(SupervisorTrained.class::isInstance);
        }

        @Test
        void aStrangerStopsItAll() {
            send(enrol(FIRST));
            assertThat(refusalOf(new CompleteTraining(TRAINING, END, List.of(FIRST, THIRD), null)))
                    .isEqualTo(PASSED_NOT_ENROLLED);
            assertThat(streams.eventsOf(TRAINING)).containsExactly(scheduled());
            assertThat(streams.eventsOf(FIRST)).noneMatch(SupervisorTrained.class::isInstance);
        }

        @Test
        void soDoesOneWhoEnrolledOnlyAfterwards() {
            send(enrol(FIRST));
            send(new EnrolInTraining(SECOND, END.plusDays(1), TRAINING));
            assertThat(refusalOf(new CompleteTraining(TRAINING, END, List.of(FIRST, SECOND), null)))
                    .isEqualTo(NOT_ENROLLED);
            assertThat(streams.eventsOf(FIRST)).noneMatch(SupervisorTrained.class::isInstance);
        }
    }

    private static EnrolInTraining enrol(UUID supervisor) {
        return new EnrolInTraining(supervisor, START, TRAINING);
    }

    private static SupervisorRegistered registered(UUID supervisor, String region) {
        return new SupervisorRegistered(supervisor, LEERBEDRIJF, region, SCHEDULED_ON.minusDays(7), "LOG", 3, null);
    }

    private Outcome send(Command command) {
        return streams.send(command, SOMEBODY);
    }

    private Refusal refusalOf(Command command) {
        Outcome outcome = send(command);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }
}
