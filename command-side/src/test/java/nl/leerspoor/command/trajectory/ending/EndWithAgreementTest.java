package nl.leerspoor.command.trajectory.ending;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.CANDIDATE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.MATCHED;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.POK;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.START;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.SUPERVISOR;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.TWENTE;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.WERKPROCES;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.matched;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.plus;
import static nl.leerspoor.command.trajectory.TrajectoryFacts.untilSuitable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.leerspoor.command.ClaimsInMemory;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstDrafted;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent.PraktijkovereenkomstRejected;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.trajectory.EndingEvent.TrajectoryStopped;
import org.junit.jupiter.api.Test;

/** The agreement ends with its trajectory, in the same transaction, or neither of them does. */
class EndWithAgreementTest {

    private static final LocalDate DRAFTED = MATCHED.plusDays(2);
    private static final LocalDate TODAY = LocalDate.parse("2020-05-04");

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final StreamsInMemory streams = new StreamsInMemory(claims);

    EndWithAgreementTest() {
        var trajectories = streams.of(TrajectoryStream.class);
        var aftermath =
                new Aftermath(streams.of(PraktijkovereenkomstStream.class), streams.of(SupervisorStream.class), claims);
        streams.with(new EndingHandler(trajectories, streams.of(CandidateStream.class), claims, aftermath));
        givenMatchedAndDrafted();
    }

    @Test
    void aStopGivesUpTheAgreementAndFreesThePlace() {
        assertThat(stop(DRAFTED)).isInstanceOf(Outcome.Recorded.class);
        assertThat(streams.eventsOf(TRAJECTORY)).last().isInstanceOf(TrajectoryStopped.class);
        assertThat(streams.eventsOf(POK)).last().isInstanceOf(PraktijkovereenkomstRejected.class);
        assertThat(streams.eventsOf(SUPERVISOR)).last().isInstanceOf(SupervisorReleased.class);
        assertThat(claims.holder(PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, TRAJECTORY.toString()))
                .isEmpty();
    }

    @Test
    void aStopThatIsEnteredLateCannotComeBeforeTheDraftOfTheAgreement() {
        assertThat(stop(DRAFTED.minusDays(1))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT);
            assertThat(refused.details().get("event")).isEqualTo("praktijkovereenkomst.PraktijkovereenkomstDrafted");
        });
        assertThat(claims.holder(PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, TRAJECTORY.toString()))
                .contains(POK);
    }

    private void givenMatchedAndDrafted() {
        streams.given(TRAJECTORY, plus(untilSuitable(), matched()).toArray(Event[]::new));
        streams.given(
                POK,
                new PraktijkovereenkomstDrafted(
                        POK,
                        TRAJECTORY,
                        CANDIDATE,
                        TWENTE,
                        DRAFTED,
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
        claims.take(PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, TRAJECTORY.toString(), POK);
        streams.given(
                SUPERVISOR,
                new SupervisorRegistered(SUPERVISOR, LEERBEDRIJF, TWENTE, MATCHED.minusDays(30), "LOG", 1, null),
                new SupervisorExemptedFromTraining(
                        SUPERVISOR, LEERBEDRIJF, TWENTE, MATCHED.minusDays(30), "EXPERIENCE"),
                new SupervisorReserved(SUPERVISOR, LEERBEDRIJF, TWENTE, MATCHED, TRAJECTORY, CANDIDATE));
    }

    private Outcome stop(LocalDate on) {
        return streams.send(new StopTrajectory(TRAJECTORY, on, "PERSONAL"), Given.by("testwerkcoach", "", "", TODAY));
    }
}
