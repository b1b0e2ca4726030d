package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.CommonRefusal.UNKNOWN_EVENT;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.Given.SOMEBODY;
import static nl.leerspoor.command.Given.idOf;
import static nl.leerspoor.command.supervisor.SupervisorFacts.LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.SUPERVISOR;
import static nl.leerspoor.command.supervisor.SupervisorFacts.TRAINING;
import static nl.leerspoor.command.supervisor.SupervisorFacts.TWENTE;
import static nl.leerspoor.command.supervisor.SupervisorFacts.day;
import static nl.leerspoor.command.supervisor.SupervisorFacts.enrolled;
import static nl.leerspoor.command.supervisor.SupervisorFacts.exempted;
import static nl.leerspoor.command.supervisor.SupervisorFacts.expired;
import static nl.leerspoor.command.supervisor.SupervisorFacts.given;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorFacts.released;
import static nl.leerspoor.command.supervisor.SupervisorFacts.reserved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.retracted;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trained;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trainedUntil;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_ENROLLED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_EXEMPTED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_RETRACTED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_TRAINED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_A_TRAINED_FACT;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_ENROLLED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_HAS_RESERVATIONS;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_TRAINED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_TRAINING_EXPIRED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.VALID_UNTIL_BEFORE_TRAINED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor.Qualification;
import nl.leerspoor.command.supervisor.Supervisor.Registered;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.ExpireTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkTrained;
import nl.leerspoor.command.supervisor.SupervisorCommand.QualificationCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecogniseExperience;
import nl.leerspoor.command.supervisor.SupervisorCommand.RetractTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a supervisor comes to be trained, and stops being so. */
class TrainSupervisorTest {

    private static final LocalDate JANUARY = day("2020-01-31");

    @Nested
    class Enrolling {

        private static final EnrolInTraining ENROL = new EnrolInTraining(SUPERVISOR, JANUARY, TRAINING);

        @Test
        void aSupervisorEnrolsOnce() {
            assertThat(events(decide(ENROL, registered()))).containsExactly(enrolled("2020-01-31"));
            assertThat(refusal(decide(ENROL, registered(), enrolled("2020-01-06"))))
                    .isEqualTo(ALREADY_ENROLLED);
        }

        @Test
        void whoIsTrainedMayEnrolAgain() {
            assertThat(events(decide(ENROL, registered(), trained("2019-10-11"))))
                    .hasSize(1);
        }
    }

    @Nested
    class Passing {

        @Test
        void aParticipantWhoPassesIsTrained() {
            assertThat(events(pass(registered(), enrolled("2020-01-06"))))
                    .containsExactly(new SupervisorTrained(
                            SUPERVISOR, LEERBEDRIJF, TWENTE, JANUARY, "LOG", TRAINING, "BEGELEIDERSTRAINING", null, 3));
        }

        @Test
        void whoWasNotEnrolledByThenDoesNotPass() {
            assertThat(refusal(pass(registered()))).isEqualTo(NOT_ENROLLED);
            assertThat(refusal(pass(registered(), enrolled("2020-02-01")))).isEqualTo(NOT_ENROLLED);
            assertThat(refusal(pass())).isEqualTo(SUPERVISOR_NOT_REGISTERED);
        }

        private static Decision<SupervisorEvent> pass(SupervisorEvent... facts) {
            return Qualifying.passed(given(facts).on(JANUARY), TRAINING, "BEGELEIDERSTRAINING", null, JANUARY);
        }
    }

    @Nested
    class TrainedElsewhere {

        @Test
        void aTrainingElsewhereCounts() {
            assertThat(events(decide(markTrained(null), registered()))).containsExactly(trained("2020-01-31"));
        }

        @Test
        void aLongerOneCountsOnTopAndAShorterOneDoesNot() {
            assertThat(events(
                            decide(markTrained("2022-01-31"), registered(), trainedUntil("2019-10-11", "2021-10-11"))))
                    .containsExactly(trainedUntil("2020-01-31", "2022-01-31"));
            assertThat(refusal(
                            decide(markTrained("2021-10-11"), registered(), trainedUntil("2019-10-11", "2021-10-11"))))
                    .isEqualTo(ALREADY_TRAINED);
            assertThat(refusal(decide(markTrained(null), registered(), trained("2019-10-11"))))
                    .isEqualTo(ALREADY_TRAINED);
        }

        @Test
        void oneThatHasExpiredAlreadyDoesNot() {
            assertThat(refusal(decide(markTrained("2020-01-30"), registered()))).isEqualTo(VALID_UNTIL_BEFORE_TRAINED);
        }

        @Test
        void aShorterTrainingNeverShortensWhatCounts() {
            var both = given(registered(), trained("2019-10-11"), trainedUntil("2020-01-06", "2020-12-31"));
            assertThat(both.latest())
                    .isInstanceOfSatisfying(
                            Registered.class,
                            supervisor -> assertThat(supervisor.qualification())
                                    .isEqualTo(new Qualification.Trained(Optional.empty())));
        }

        private static MarkTrained markTrained(String validUntil) {
            return new MarkTrained(
                    SUPERVISOR, JANUARY, "BEGELEIDERSTRAINING", validUntil == null ? null : day(validUntil));
        }
    }

    @Nested
    class Experience {

        private static final RecogniseExperience RECOGNISE = new RecogniseExperience(SUPERVISOR, JANUARY, "EXPERIENCE");

        @Test
        void experienceCountsAsTraining() {
            assertThat(events(decide(RECOGNISE, registered()))).containsExactly(exempted("2020-01-31"));
        }

        @Test
        void onlyWhereItAddsSomething() {
            assertThat(refusal(decide(RECOGNISE, registered(), exempted("2019-10-11"))))
                    .isEqualTo(ALREADY_EXEMPTED);
            assertThat(refusal(decide(RECOGNISE, registered(), trained("2019-10-11"))))
                    .isEqualTo(ALREADY_TRAINED);
            assertThat(events(decide(RECOGNISE, registered(), trainedUntil("2019-10-11", "2020-10-11"))))
                    .hasSize(1);
        }
    }

    @Nested
    class Expiring {

        private static final ExpireTraining EXPIRE = new ExpireTraining(SUPERVISOR, JANUARY);

        @Test
        void aTrainingExpiresOnce() {
            assertThat(events(decide(EXPIRE, registered(), trained("2019-10-11"))))
                    .containsExactly(expired("2020-01-31"));
            assertThat(refusal(decide(EXPIRE, registered(), trained("2019-10-11"), expired("2020-01-01"))))
                    .isEqualTo(SUPERVISOR_TRAINING_EXPIRED);
        }

        @Test
        void whatWasNeverDoneDoesNotExpire() {
            assertThat(refusal(decide(EXPIRE, registered()))).isEqualTo(SUPERVISOR_NOT_TRAINED);
            assertThat(refusal(decide(EXPIRE, registered(), exempted("2019-10-11"))))
                    .isEqualTo(ALREADY_EXEMPTED);
        }
    }

    @Nested
    class Retracting {

        @Test
        void whoeverEnteredItMayRetractItUnderTheirOwnName() {
            assertThat(events(retract(idOf(1), registered(), trained("2019-10-11"))))
                    .containsExactly(retracted(idOf(1), "2019-10-11", SOMEBODY));
        }

        @Test
        void afterwardsTheSupervisorWasNeverTrained() {
            var facts = given(registered(), trained("2019-10-11"), retracted(idOf(1), "2019-10-11", SOMEBODY));
            assertThat(facts.on(JANUARY))
                    .isInstanceOfSatisfying(
                            Registered.class,
                            supervisor ->
                                    assertThat(supervisor.qualification()).isEqualTo(new Qualification.Untrained()));
        }

        @Test
        void notWhilePlacesAreTaken() {
            assertThat(refusal(retract(idOf(1), registered(), trained("2019-10-11"), reserved("2020-01-10", 1))))
                    .isEqualTo(SUPERVISOR_HAS_RESERVATIONS);
        }

        @Test
        void placesThatWereGivenBackStayHistory() {
            var facts =
                    given(registered(), trained("2019-10-11"), reserved("2020-01-10", 1), released("2020-03-02", 1));
            var retraction = events(retract(idOf(1), facts));
            assertThat(facts.conflictWith(retraction)).isEmpty();
        }

        @Test
        void onlyAFactThatSaysSoAndStillHolds() {
            assertThat(refusal(retract(idOf(9), registered(), trained("2019-10-11"))))
                    .isEqualTo(UNKNOWN_EVENT);
            assertThat(refusal(retract(idOf(0), registered(), trained("2019-10-11"))))
                    .isEqualTo(NOT_A_TRAINED_FACT);
            assertThat(refusal(retract(
                            idOf(1), registered(), trained("2019-10-11"), retracted(idOf(1), "2019-10-11", SOMEBODY))))
                    .isEqualTo(ALREADY_RETRACTED);
        }

        private static Decision<SupervisorEvent> retract(UUID event, SupervisorEvent... facts) {
            return retract(event, given(facts));
        }

        private static Decision<SupervisorEvent> retract(UUID event, Timeline<SupervisorEvent, Supervisor> facts) {
            return Qualifying.retract(facts, new RetractTrained(SUPERVISOR, event, "WRONG_PERSON"), SOMEBODY);
        }
    }

    private static Decision<SupervisorEvent> decide(QualificationCommand command, SupervisorEvent... facts) {
        return Qualifying.decide(given(facts).on(command.effectiveOn()), command);
    }
}
