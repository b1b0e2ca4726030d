package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.supervisor.SupervisorFacts.SUPERVISOR;
import static nl.leerspoor.command.supervisor.SupervisorFacts.TWENTE;
import static nl.leerspoor.command.supervisor.SupervisorFacts.given;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorFacts.reserved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trained;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_GUIDES_NOW;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.supervisor.SupervisorEvent.PersonalDataErased;
import org.junit.jupiter.api.Test;

/** Who a supervisor is, is erased once nobody is guided by them. */
class EraseSupervisorTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-0000000000e9");
    private static final LocalDate JUNE = LocalDate.parse("2020-06-01");
    private static final String GROUND = "AVG_17_1_A";
    private static final PersonalDataErased ERASED =
            new PersonalDataErased(SUPERVISOR, TWENTE, JUNE, SUPERVISOR, CASE, "ALL", GROUND);

    @Test
    void leavesASignInTheStream() {
        assertThat(events(Posts.erase(given(registered()).latest(), CASE, JUNE, GROUND)))
                .containsExactly(ERASED);
        assertThat(refusal(Posts.erase(given().latest(), CASE, JUNE, GROUND))).isEqualTo(SUPERVISOR_NOT_REGISTERED);
    }

    @Test
    void waitsUntilNobodyIsGuided() {
        var guiding = given(registered(), trained("2019-11-01"), reserved("2020-01-06", 1))
                .latest();

        assertThat(refusal(Posts.erase(guiding, CASE, JUNE, GROUND))).isEqualTo(SUPERVISOR_GUIDES_NOW);
        assertThat(details(Posts.erase(guiding, CASE, JUNE, GROUND))).containsKey("trajectoryId");
        assertThat(events(Posts.eraseAgain(guiding, CASE, JUNE, GROUND)))
                .as("what was decided before")
                .containsExactly(ERASED);
    }

    @Test
    void leavesNobodyToBeSentToThem() {
        assertThat(given(registered(), trained("2019-11-01"), ERASED).latest())
                .isInstanceOfSatisfying(
                        Supervisor.Registered.class,
                        supervisor -> assertThat(supervisor.available()).isFalse());
    }
}
