package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.CommonRefusal.CONFLICTS_WITH_LATER_FACT;
import static nl.leerspoor.command.CommonRefusal.EFFECTIVE_DATE_IN_FUTURE;
import static nl.leerspoor.command.supervisor.SupervisorFacts.SUPERVISOR;
import static nl.leerspoor.command.supervisor.SupervisorFacts.capacityChanged;
import static nl.leerspoor.command.supervisor.SupervisorFacts.day;
import static nl.leerspoor.command.supervisor.SupervisorFacts.registered;
import static nl.leerspoor.command.supervisor.SupervisorFacts.reserved;
import static nl.leerspoor.command.supervisor.SupervisorFacts.trained;
import static nl.leerspoor.command.supervisor.SupervisorFacts.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.supervisor.SupervisorCommand.ChangeCapacity;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkTrained;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;

/** A command finds its supervisor, is decided and recorded. */
class SupervisorStreamTest {

    private static final LocalDate MAY = day("2020-05-25");

    @Test
    void aTrainingElsewhereIsRecorded() {
        StreamFixture.of(SupervisorStream.class)
                .given(registered())
                .when(new MarkTrained(SUPERVISOR, MAY, "BEGELEIDERSTRAINING", null), MAY)
                .expectEvents(trained("2020-05-25"));
    }

    @Test
    void anAbsenceIsEnteredLate() {
        StreamFixture.of(SupervisorStream.class)
                .given(registered(), trained("2019-10-11"), reserved("2020-05-20", 1))
                .when(new MarkUnavailable(SUPERVISOR, day("2020-05-18"), "CORONA"), MAY)
                .expectEvents(unavailable("2020-05-18"));
    }

    @Test
    void anAbsenceIsNoPlan() {
        StreamFixture.of(SupervisorStream.class)
                .given(registered())
                .when(new MarkUnavailable(SUPERVISOR, MAY.plusDays(2), "CORONA"), MAY)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(0, EFFECTIVE_DATE_IN_FUTURE, Map.of()));
    }

    @Test
    void aLateChangeOfCapacityConflictsWithAChangeSince() {
        StreamFixture.of(SupervisorStream.class)
                .given(registered(), capacityChanged("2020-02-01", 3, 4))
                .when(new ChangeCapacity(SUPERVISOR, day("2020-01-01"), 2), MAY)
                .expectNoEvents()
                .expectResultMessagePayloadMatching(Matchers.matches(outcome -> {
                    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(CONFLICTS_WITH_LATER_FACT);
                        assertThat(refused.details().get("event")).isEqualTo("supervisor.SupervisorCapacityChanged");
                    });
                    return true;
                }));
    }
}
