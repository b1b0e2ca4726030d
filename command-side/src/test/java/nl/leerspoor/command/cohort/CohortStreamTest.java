package nl.leerspoor.command.cohort;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.cohort.CohortFacts.COHORT;
import static nl.leerspoor.command.cohort.CohortFacts.CREATED_ON;
import static nl.leerspoor.command.cohort.CohortFacts.HELD_ON;
import static nl.leerspoor.command.cohort.CohortFacts.TWENTE;
import static nl.leerspoor.command.cohort.CohortFacts.cohortOf;
import static nl.leerspoor.command.cohort.CohortFacts.created;
import static nl.leerspoor.command.cohort.CohortFacts.removed;
import static nl.leerspoor.command.cohort.CohortFacts.trajectory;

import java.time.LocalDate;
import java.util.Map;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.StreamFixture;
import nl.leerspoor.command.cohort.CohortCommand.CreateCohort;
import nl.leerspoor.command.cohort.CohortCommand.RemoveFromCohort;
import org.junit.jupiter.api.Test;

/** A command finds its cohort, is decided and recorded. */
class CohortStreamTest {

    private static CreateCohort create(LocalDate on) {
        return new CreateCohort(COHORT, TWENTE, on, "Instroom voorjaar 2020", "C-TEST");
    }

    @Test
    void aCohortBeginsAStream() {
        StreamFixture.of(CohortStream.class)
                .given()
                .when(create(CREATED_ON), CREATED_ON)
                .expectEvents(created());
    }

    @Test
    void anIdIsUsedOnceAlsoWhenTheSecondCohortIsDatedEarlier() {
        StreamFixture.of(CohortStream.class)
                .given(created())
                .when(create(CREATED_ON.minusDays(1)), CREATED_ON)
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Refused(0, ID_IN_USE, Map.of()));
    }

    @Test
    void aMemberIsTakenOut() {
        StreamFixture.of(CohortStream.class)
                .given(cohortOf(1, 2))
                .when(new RemoveFromCohort(COHORT, HELD_ON, trajectory(1)), HELD_ON)
                .expectEvents(removed(1, HELD_ON));
    }
}
