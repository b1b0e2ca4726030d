package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.leerbedrijf.LeerbedrijfRefusal.LEERBEDRIJF_LEFT;
import static nl.leerspoor.command.supervisor.SupervisorFacts.LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorFacts.REGISTERED_ON;
import static nl.leerspoor.command.supervisor.SupervisorFacts.SUPERVISOR;
import static nl.leerspoor.command.supervisor.SupervisorFacts.TWENTE;
import static nl.leerspoor.command.supervisor.SupervisorFacts.day;
import static nl.leerspoor.command.supervisor.SupervisorFacts.moved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.UNKNOWN_LEERBEDRIJF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.StreamsInMemory;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.ApproachLeerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.JoinPilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfCommand.LeavePilot;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.supervisor.SupervisorCommand.MoveSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor works for a leerbedrijf that is known in their own region. */
class EmploySupervisorTest {

    private static final By SOMEBODY = Given.by(Given.SOMEBODY, "", "", day("2020-12-31"));
    private static final LocalDate MARCH = day("2020-03-01");

    private final StreamsInMemory streams = new StreamsInMemory();

    @BeforeEach
    void handle() {
        streams.with(new EmploymentHandler(streams.of(SupervisorStream.class), streams.of(LeerbedrijfStream.class)));
    }

    @Test
    void aSupervisorOfAKnownLeerbedrijfIsRegistered() {
        approached(LEERBEDRIJF, TWENTE);
        assertThat(send(register())).isInstanceOf(Outcome.Recorded.class);
        assertThat(streams.eventsOf(SUPERVISOR)).containsExactly(registered());
    }

    @Test
    void theLeerbedrijfMustExist() {
        assertThat(refusalOf(register())).isEqualTo(UNKNOWN_LEERBEDRIJF);
        assertThat(streams.eventsOf(SUPERVISOR)).isEmpty();
    }

    @Test
    void theLeerbedrijfMustBeOfTheSameRegion() {
        approached(LEERBEDRIJF, "AM09");
        assertThat(refusalOf(register())).isEqualTo(OTHER_REGION);
    }

    @Test
    void aSupervisorMovesWithinTheRegion() {
        approached(LEERBEDRIJF, TWENTE);
        approached(OTHER_LEERBEDRIJF, TWENTE);
        send(register());
        send(new MoveSupervisor(SUPERVISOR, MARCH, OTHER_LEERBEDRIJF));
        assertThat(streams.eventsOf(SUPERVISOR)).containsExactly(registered(), moved("2020-03-01"));
    }

    @Test
    void notToAnotherRegion() {
        approached(LEERBEDRIJF, TWENTE);
        approached(OTHER_LEERBEDRIJF, "AM09");
        send(register());
        assertThat(refusalOf(new MoveSupervisor(SUPERVISOR, MARCH, OTHER_LEERBEDRIJF)))
                .isEqualTo(OTHER_REGION);
    }

    @Test
    void notToALeerbedrijfThatLeftOrIsUnknown() {
        approached(LEERBEDRIJF, TWENTE);
        send(register());
        assertThat(refusalOf(new MoveSupervisor(SUPERVISOR, MARCH, OTHER_LEERBEDRIJF)))
                .isEqualTo(UNKNOWN_LEERBEDRIJF);
        approached(OTHER_LEERBEDRIJF, TWENTE);
        send(new JoinPilot(OTHER_LEERBEDRIJF, REGISTERED_ON, "LOG"));
        send(new LeavePilot(OTHER_LEERBEDRIJF, MARCH, "NO_SUITABLE_WORK"));
        assertThat(refusalOf(new MoveSupervisor(SUPERVISOR, MARCH, OTHER_LEERBEDRIJF)))
                .isEqualTo(LEERBEDRIJF_LEFT);
    }

    private void approached(UUID leerbedrijf, String region) {
        send(new ApproachLeerbedrijf(leerbedrijf, region, REGISTERED_ON, "Voorbeeld Logistiek", "LOG", null, null));
    }

    private static RegisterSupervisor register() {
        return new RegisterSupervisor(SUPERVISOR, TWENTE, REGISTERED_ON, LEERBEDRIJF, "LOG", 3, "L99");
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
