package nl.leerspoor.command.trajectory.correction;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.CommonRefusal.EFFECTIVE_DATE_IN_FUTURE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.stopped;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilContracted;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilStarted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.ClaimsInMemory;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectTrajectoryStart;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractStop;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.command.verklaring.Lines;
import nl.leerspoor.command.verklaring.VerklaringStream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstActivated;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDissolved;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstEndRetracted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstSigned;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A retracted end gives back what the end took, from the day of that end on, and nothing that was lost before. */
class ReopenTrajectoryTest {

    private static final UUID OTHER_LEERBEDRIJF = UUID.fromString("00000000-0000-0000-0000-0000000000b9");
    private static final LocalDate STOPPED = LocalDate.parse("2020-05-01");
    private static final LocalDate TODAY = LocalDate.parse("2020-06-10");

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final StreamsInMemory streams = new StreamsInMemory(claims);

    ReopenTrajectoryTest() {
        streams.with(new CorrectionHandler(
                streams.of(TrajectoryStream.class),
                streams.of(SupervisorStream.class),
                streams.of(PraktijkovereenkomstStream.class),
                streams.of(VerklaringStream.class),
                claims,
                new Lines(claims)));
    }

    @Nested
    class AfterAStop {

        @Test
        void theSupervisorKeepsThePlaceFromTheDayOfTheStop() {
            givenStopped(STOPPED);
            assertThat(send(retractStop())).isInstanceOf(Outcome.Recorded.class);
            assertThat(streams.eventsOf(SUPERVISOR)).last().isEqualTo(reserved(STOPPED));
        }

        @Test
        void theAgreementThatEndedWithItHoldsAgain() {
            givenStopped(STOPPED);
            send(retractStop());
            assertThat(streams.eventsOf(POK)).last().isInstanceOf(PraktijkovereenkomstEndRetracted.class);
            assertThat(claims.holder(PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, TRAJECTORY.toString()))
                    .contains(POK);
            assertThat(claims.holder(Aftermath.openTrajectory(TWENTE), CANDIDATE.toString()))
                    .contains(TRAJECTORY);
        }

        @Test
        void anAgreementThatWasDissolvedBeforeStaysDissolvedAndLeavesRoomForAnother() {
            givenStopped(STOPPED.minusDays(10));
            assertThat(send(retractStop())).isInstanceOf(Outcome.Recorded.class);
            assertThat(streams.eventsOf(POK)).last().isInstanceOf(PraktijkovereenkomstDissolved.class);
            assertThat(claims.holder(PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, TRAJECTORY.toString()))
                    .isEqualTo(Optional.empty());
        }

        @Test
        void aSupervisorWhoMovedSinceCannotTakeTheCandidateBack() {
            givenStopped(
                    STOPPED,
                    new SupervisorMoved(SUPERVISOR, OTHER_LEERBEDRIJF, TWENTE, STOPPED.plusDays(9), LEERBEDRIJF));
            assertThat(send(retractStop()))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT));
        }

        private RetractStop retractStop() {
            return new RetractStop(TRAJECTORY, "DATA_ENTRY_ERROR");
        }
    }

    @Nested
    class CorrectedStart {

        @Test
        void aStartCannotBeCorrectedToADayAhead() {
            givenAgreement();
            streams.given(TRAJECTORY, facts(untilStarted()));
            assertThat(send(new CorrectTrajectoryStart(TRAJECTORY, TODAY.plusDays(2), "DATA_ENTRY_ERROR")))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(EFFECTIVE_DATE_IN_FUTURE));
        }
    }

    private void givenStopped(LocalDate dissolved, Event... ofTheSupervisorSince) {
        streams.given(TRAJECTORY, facts(plus(untilContracted(), stopped(STOPPED))));
        givenAgreement(
                new PraktijkovereenkomstDissolved(POK, TRAJECTORY, CANDIDATE, TWENTE, dissolved, "TRAJECTORY_STOPPED"));
        List<Event> supervisor = new ArrayList<>(List.of(
                new SupervisorRegistered(SUPERVISOR, LEERBEDRIJF, TWENTE, MATCHED.minusDays(30), "LOG", 1, null),
                new SupervisorExemptedFromTraining(
                        SUPERVISOR, LEERBEDRIJF, TWENTE, MATCHED.minusDays(30), "EXPERIENCE"),
                reserved(MATCHED),
                new SupervisorReleased(SUPERVISOR, LEERBEDRIJF, TWENTE, STOPPED, TRAJECTORY, CANDIDATE)));
        supervisor.addAll(List.of(ofTheSupervisorSince));
        streams.given(SUPERVISOR, supervisor.toArray(Event[]::new));
    }

    private void givenAgreement(Event... since) {
        List<Event> agreement = new ArrayList<>();
        agreement.add(new PraktijkovereenkomstDrafted(
                POK,
                TRAJECTORY,
                CANDIDATE,
                TWENTE,
                MATCHED,
                LEERBEDRIJF,
                SUPERVISOR,
                "ROC",
                "25254",
                "23110-2015",
                START,
                START.plusYears(1),
                24,
                List.of(WERKPROCES),
                "DERDE_LEERWEG",
                false,
                null));
        for (String party : List.of("CANDIDATE", "LEERBEDRIJF", "SCHOOL")) {
            agreement.add(
                    new PraktijkovereenkomstSigned(POK, TRAJECTORY, CANDIDATE, TWENTE, MATCHED, party, "PAPER", 1));
        }
        agreement.add(new PraktijkovereenkomstActivated(POK, TRAJECTORY, CANDIDATE, TWENTE, MATCHED));
        agreement.addAll(List.of(since));
        streams.given(POK, agreement.toArray(Event[]::new));
    }

    private static SupervisorReserved reserved(LocalDate on) {
        return new SupervisorReserved(SUPERVISOR, LEERBEDRIJF, TWENTE, on, TRAJECTORY, CANDIDATE);
    }

    private static Event[] facts(List<TrajectoryEvent> facts) {
        return facts.toArray(Event[]::new);
    }

    private Outcome send(Command command) {
        return streams.send(command, Given.by("testprojectleider", "", "", TODAY));
    }
}
