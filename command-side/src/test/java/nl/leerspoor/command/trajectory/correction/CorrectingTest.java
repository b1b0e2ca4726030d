package nl.leerspoor.command.trajectory.correction;

import static nl.leerspoor.command.CommonRefusal.SAME_PERSON_AUTHORISES;
import static nl.leerspoor.command.CommonRefusal.UNKNOWN_EVENT;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.OPENED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.and;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.by;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.completed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.confirmed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.given;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.idOf;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.judged;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.onHold;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.resumed;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.ALREADY_RETRACTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.CREBO_OF_OTHER_SECTOR;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_A_HOLD;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.NOT_STARTED;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.POK_NOT_ACTIVE;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.START_OUTSIDE_POK;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectCandidateSector;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectTrajectoryStart;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractCompletion;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractHold;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractStop;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractWerkprocesConfirmation;
import nl.leerspoor.events.trajectory.CorrectionEvent.CandidateSectorCorrected;
import nl.leerspoor.events.trajectory.HoldEvent.CandidateResumed;
import nl.leerspoor.events.trajectory.LearningEvent.AttendanceRegistered;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CorrectingTest {

    private static final String ERROR = "DATA_ENTRY_ERROR";
    private static final LocalDate HELD = LocalDate.parse("2020-03-23");

    @Nested
    class Sector {

        @Test
        void aCorrectedSectorHoldsFromTheBeginning() {
            var timeline = given(untilSuitable());
            List<TrajectoryEvent> events = events(decide(timeline, sector("DZ"), "testwerkcoach"));
            assertThat(events).singleElement().isInstanceOfSatisfying(CandidateSectorCorrected.class, event -> {
                assertThat(event.effectiveOn()).isEqualTo(OPENED);
                assertThat(event.correctsEventId()).isEqualTo(idOf(0));
                assertThat(event.oldSector()).isEqualTo("LOG");
            });
            assertThat(and(timeline, events.getFirst(), "testwerkcoach")
                            .on(OPENED)
                            .whose()
                            .orElseThrow()
                            .sector())
                    .isEqualTo("DZ");
        }

        @Test
        void aSectorThatTheCreboOfTheMatchDoesNotBelongToIsRefused() {
            assertThat(refusal(decide(given(untilContracted()), sector("DZ"), "testwerkcoach")))
                    .isEqualTo(CREBO_OF_OTHER_SECTOR);
            assertThat(refusal(decide(given(untilSuitable()), sector("LOG"), "testwerkcoach")))
                    .isEqualTo(UNCHANGED);
        }

        private CorrectCandidateSector sector(String sector) {
            return new CorrectCandidateSector(TRAJECTORY, sector, ERROR);
        }
    }

    @Nested
    class Start {

        @Test
        void aCorrectedStartMovesTheFact() {
            var timeline = given(untilStarted());
            TrajectoryEvent corrected = events(decide(timeline, start(START.plusDays(1)), "testwerkcoach"))
                    .getFirst();
            var after = and(timeline, corrected, "testwerkcoach");
            assertThat(stage(after.on(START))).isEqualTo("CONTRACTED");
            assertThat(stage(after.on(START.plusDays(1)))).isEqualTo("IN_PROGRESS");
        }

        @Test
        void aStartBeforeTheAgreementIsImpossible() {
            var timeline = given(untilStarted());
            List<TrajectoryEvent> events = events(decide(timeline, start(MATCHED.minusDays(1)), "testwerkcoach"));
            assertThat(timeline.conflictWith(events)).isPresent();
        }

        @Test
        void theCorrectedStartLiesInThePeriodOfTheAgreement() {
            var timeline = given(untilStarted());
            assertThat(underAgreement(timeline, START.plusDays(1), Optional.of(agreementFrom(START))))
                    .isInstanceOf(Decision.Accepted.class);
            assertThat(refusal(underAgreement(timeline, MATCHED, Optional.of(agreementFrom(START)))))
                    .isEqualTo(START_OUTSIDE_POK);
            assertThat(refusal(underAgreement(timeline, MATCHED, Optional.empty())))
                    .isEqualTo(POK_NOT_ACTIVE);
        }

        private Decision<TrajectoryEvent> underAgreement(
                Timeline<TrajectoryEvent, Trajectory> timeline,
                LocalDate newStart,
                Optional<Praktijkovereenkomst.Active> agreement) {
            return Correcting.underAgreement(decide(timeline, start(newStart), "testwerkcoach"), agreement, newStart);
        }

        private Praktijkovereenkomst.Active agreementFrom(LocalDate start) {
            return new Praktijkovereenkomst.Active(
                    new Praktijkovereenkomst.Parties(POK, TRAJECTORY, CANDIDATE, TWENTE, LEERBEDRIJF, "25254", false),
                    new Praktijkovereenkomst.Text(1, start, start.plusYears(1), 24, List.of(WERKPROCES), Set.of()),
                    Optional.empty());
        }

        @Test
        void withoutAStartThereIsNothingToCorrect() {
            assertThat(refusal(decide(given(untilContracted()), start(START), "testwerkcoach")))
                    .isEqualTo(NOT_STARTED);
        }

        private CorrectTrajectoryStart start(LocalDate day) {
            return new CorrectTrajectoryStart(TRAJECTORY, day, ERROR);
        }
    }

    @Nested
    class Holds {

        private final UUID hold = idOf(untilSuitable().size());

        @Test
        void aRetractedHoldNeverWasAndNeitherWasItsResumption() {
            var timeline = given(plus(untilSuitable(), onHold(HELD), resumed(MATCHED, hold)));
            TrajectoryEvent retraction =
                    events(decide(timeline, retract(hold), "testwerkcoach")).getFirst();
            var after = and(timeline, retraction, "testwerkcoach");
            assertThat(after.on(HELD))
                    .isInstanceOfSatisfying(
                            Trajectory.Open.class,
                            open -> assertThat(open.isOnHold()).isFalse());
            assertThat(after.latest())
                    .isInstanceOfSatisfying(
                            Trajectory.Open.class,
                            open -> assertThat(open.plan().start()).contains(START));
        }

        @Test
        void onlyAHoldThatStandsCanBeRetracted() {
            var timeline = given(plus(untilSuitable(), onHold(HELD)));
            assertThat(refusal(decide(timeline, retract(idOf(0)), "testwerkcoach")))
                    .isEqualTo(NOT_A_HOLD);
            assertThat(refusal(decide(timeline, retract(UUID.randomUUID()), "testwerkcoach")))
                    .isEqualTo(UNKNOWN_EVENT);
            var retracted = and(
                    timeline,
                    events(decide(timeline, retract(hold), "testwerkcoach")).getFirst(),
                    "testwerkcoach");
            assertThat(refusal(decide(retracted, retract(hold), "testwerkcoach")))
                    .isEqualTo(ALREADY_RETRACTED);
        }

        private RetractHold retract(UUID event) {
            return new RetractHold(TRAJECTORY, event, ERROR);
        }
    }

    /** B30: what guided weeks are counted by, once there are any. */
    @Nested
    class GuidedWeeks {

        private final Timeline<TrajectoryEvent, Trajectory> held =
                given(plus(untilStarted(), onHold(START.plusDays(14)), resumed(START.plusDays(28), HOLD)));
        private final Timeline<TrajectoryEvent, Trajectory> guided = and(
                held,
                new AttendanceRegistered(TRAJECTORY, CANDIDATE, TWENTE, START.plusDays(5), 2020, 15, BigDecimal.TEN),
                "testbegeleider-G01");

        private static final UUID HOLD = idOf(untilStarted().size());

        @Test
        void takeAnotherPersonThanWhoEnteredTheHoldOrTheStart() {
            for (CorrectionCommand correction : List.of(
                    new RetractHold(TRAJECTORY, HOLD, ERROR),
                    new CorrectTrajectoryStart(TRAJECTORY, START.plusDays(1), ERROR))) {
                String author = guided.find(HOLD).orElseThrow().recordedBy();
                assertThat(refusal(decide(guided, correction, author))).isEqualTo(SAME_PERSON_AUTHORISES);
                assertThat(events(decide(guided, correction, "testprojectleider")))
                        .hasSize(1);
                assertThat(events(decide(held, correction, author)))
                        .as("before any hours were registered")
                        .hasSize(1);
            }
        }
    }

    @Nested
    class Ends {

        private final LocalDate end = LocalDate.parse("2020-05-15");
        private final Timeline<TrajectoryEvent, Trajectory> confirmed = given(plus(
                untilStarted(),
                judged(WERKPROCES, "MASTERED", end),
                confirmed(WERKPROCES, idOf(untilStarted().size()), end)));

        @Test
        void aCompletionIsRetractedByAnotherPersonOnly() {
            var timeline = and(confirmed, completed(end), "testschoolcoach-roc");
            var retract = new RetractCompletion(TRAJECTORY, ERROR);
            assertThat(refusal(decide(timeline, retract, "testschoolcoach-roc")))
                    .isEqualTo(SAME_PERSON_AUTHORISES);
            TrajectoryEvent retraction =
                    events(decide(timeline, retract, "testprojectleider")).getFirst();
            assertThat(stage(and(timeline, retraction, "testprojectleider").latest()))
                    .isEqualTo("IN_PROGRESS");
        }

        @Test
        void aRetractedStopLeavesTheHoldAsItWas() {
            UUID hold = idOf(untilSuitable().size());
            var timeline = given(plus(
                    untilSuitable(),
                    onHold(HELD),
                    new CandidateResumed(
                            TRAJECTORY, onHold(HELD).candidateId(), onHold(HELD).region(), end, hold, 53, null, true),
                    stopped(end)));
            TrajectoryEvent retraction = events(decide(timeline, new RetractStop(TRAJECTORY, ERROR), "testwerkcoach"))
                    .getFirst();
            assertThat(and(timeline, retraction, "testwerkcoach").latest())
                    .isInstanceOfSatisfying(
                            Trajectory.Open.class,
                            open -> assertThat(open.isOnHold()).isTrue());
        }

        @Test
        void aConfirmationOnWhichACompletionRestsIsNotRetractedFromUnderIt() {
            var timeline = and(confirmed, completed(end), "testschoolcoach-roc");
            var retract = new RetractWerkprocesConfirmation(
                    TRAJECTORY, idOf(untilStarted().size() + 1), ERROR);
            assertThat(timeline.conflictWith(events(decide(timeline, retract, "testwerkcoach"))))
                    .isPresent();
        }
    }

    private static Decision<TrajectoryEvent> decide(
            Timeline<TrajectoryEvent, Trajectory> timeline, CorrectionCommand command, String name) {
        return Correcting.decide(timeline, command, by(name));
    }

    private static String stage(Trajectory state) {
        return ((Trajectory.Open) state).stage().code();
    }
}
