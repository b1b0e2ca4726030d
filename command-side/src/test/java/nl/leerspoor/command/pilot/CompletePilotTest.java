package nl.leerspoor.command.pilot;

import static nl.leerspoor.command.pilot.PilotRefusal.CARRY_OVER_INCOMPLETE;
import static nl.leerspoor.command.pilot.PilotRefusal.PILOT_ALREADY_COMPLETED;
import static nl.leerspoor.command.pilot.PilotRefusal.PILOT_ALREADY_RUNNING;
import static nl.leerspoor.command.pilot.PilotRefusal.PILOT_NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.ClaimsInMemory;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.pilot.PilotCommand.CompletePilot;
import nl.leerspoor.command.pilot.PilotCommand.RecordLesson;
import nl.leerspoor.command.pilot.PilotCommand.StartRegionPilot;
import nl.leerspoor.events.pilot.PilotEvent.LessonRecorded;
import nl.leerspoor.events.pilot.PilotEvent.RegionPilotCompleted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One pilot runs per region and programme, and it ends with a list of all who go on (rule B36). */
class CompletePilotTest {

    private static final String TWENTE = "AM05";
    private static final UUID PILOT = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID NEXT_PILOT = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final UUID THIRD_PILOT = UUID.fromString("00000000-0000-0000-0000-0000000000a3");
    private static final UUID TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    private static final UUID OTHER_TRAJECTORY = UUID.fromString("00000000-0000-0000-0000-0000000000b2");
    private static final LocalDate STARTED = LocalDate.parse("2019-10-01");
    private static final LocalDate ENDED = LocalDate.parse("2020-12-31");

    private final ClaimsInMemory claims = new ClaimsInMemory();
    private final StreamsInMemory streams = new StreamsInMemory(claims);

    CompletePilotTest() {
        streams.of(PilotStream.class);
    }

    @Nested
    class CarryOver {

        @Test
        void everyOpenTrajectoryOfTheRegionIsCarriedOver() {
            givenOpen(TRAJECTORY, OTHER_TRAJECTORY);
            send(start(PILOT));
            send(complete(PILOT, TRAJECTORY, OTHER_TRAJECTORY));
            assertThat(streams.eventsOf(PILOT))
                    .last()
                    .isEqualTo(new RegionPilotCompleted(PILOT, TWENTE, ENDED, List.of(TRAJECTORY, OTHER_TRAJECTORY)));
        }

        @Test
        void aListThatForgetsSomebodyIsRefused() {
            givenOpen(TRAJECTORY, OTHER_TRAJECTORY);
            send(start(PILOT));
            assertThat(refusal(complete(PILOT, TRAJECTORY))).isEqualTo(CARRY_OVER_INCOMPLETE);
        }

        @Test
        void aListWithSomebodyWhoEndedIsRefused() {
            send(start(PILOT));
            assertThat(refusal(complete(PILOT, TRAJECTORY))).isEqualTo(CARRY_OVER_INCOMPLETE);
        }

        private void givenOpen(UUID... trajectories) {
            for (UUID trajectory : trajectories) {
                claims.take("open-trajectory/" + TWENTE, trajectory.toString(), trajectory);
            }
        }
    }

    @Nested
    class OneRunningPilot {

        @Test
        void aSecondOneOfTheProgrammeIsRefusedUntilTheFirstIsCompleted() {
            send(start(PILOT));
            assertThat(refusal(start(NEXT_PILOT))).isEqualTo(PILOT_ALREADY_RUNNING);
            send(complete(PILOT));
            assertThat(send(start(NEXT_PILOT))).isInstanceOf(Outcome.Recorded.class);
        }

        @Test
        void completingTheFirstAgainLeavesNoRoomForAThird() {
            send(start(PILOT));
            send(complete(PILOT));
            send(start(NEXT_PILOT));
            assertThat(refusal(complete(PILOT))).isEqualTo(PILOT_ALREADY_COMPLETED);
            assertThat(refusal(start(THIRD_PILOT))).isEqualTo(PILOT_ALREADY_RUNNING);
        }
    }

    @Nested
    class Before {

        @Test
        void aPilotCannotBeCompletedBeforeItStarted() {
            send(start(PILOT));
            assertThat(refusal(new CompletePilot(PILOT, STARTED.minusDays(1), List.of())))
                    .isEqualTo(PILOT_NOT_STARTED);
        }

        @Test
        void lessonsAreLearnedAfterTheEndToo() {
            send(start(PILOT));
            send(complete(PILOT));
            send(new RecordLesson(PILOT, ENDED, "TIP", "LEERBAAR_SCHOOLBAAR", null));
            assertThat(streams.eventsOf(PILOT)).last().isInstanceOf(LessonRecorded.class);
        }
    }

    private static StartRegionPilot start(UUID pilot) {
        return new StartRegionPilot(
                pilot, TWENTE, STARTED, "TEST-PROGRAMME", "Testpilot", List.of("LOG"), ENDED, "DAY", 100, null);
    }

    private static CompletePilot complete(UUID pilot, UUID... carriedOver) {
        return new CompletePilot(pilot, ENDED, List.of(carriedOver));
    }

    private Outcome send(Command command) {
        return streams.send(command, Given.by(Given.SOMEBODY, "", "", ENDED));
    }

    private Refusal refusal(Command command) {
        Outcome outcome = send(command);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }
}
