package nl.leerspoor.standalone;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which entries of the Twente pilot were made after the day from which they hold, and which undid others. */
class LateEntriesTest extends TwentePilot {

    private static final String LATE = "/v1/audit/late-entries?region=AM05&limit=200";

    @Test
    void theHoldOfTheCohortAndTheFirstDaysOfCoronaAndAStopCameLate() {
        var types = items(LATE).stream()
                .collect(groupingBy(item -> item.path("type").asString(), counting()));

        assertThat(types)
                .isEqualTo(Map.of(
                        "trajectory.CandidateOnHold", 25L,
                        "cohort.CohortPutOnHold", 1L,
                        "cohort.CohortActionCompleted", 1L,
                        "trajectory.CandidateWaitlisted", 5L,
                        "trajectory.TrajectoryStartPostponed", 5L,
                        "trajectory.CandidateSectorCorrected", 1L,
                        "trajectory.TrajectoryStopped", 1L,
                        "praktijkovereenkomst.PraktijkovereenkomstDissolved", 1L,
                        "supervisor.SupervisorReleased", 1L));
    }

    @Test
    void oneStopCameSeventeenDaysLateWithWhatFollowsFromIt() {
        assertThat(items(LATE + "&daysLateMin=10")).hasSize(3).allSatisfy(item -> {
            assertThat(item.path("daysLate").asInt()).isEqualTo(17);
            assertThat(item.path("effectiveOn").asString()).isEqualTo("2020-03-02");
            assertThat(item.path("recordedAt").asString()).startsWith("2020-03-19T");
            assertThat(item.path("author").asString()).isEqualTo("testwerkcoach-zorg");
        });
    }

    @Test
    void theyAreFoundByWhoMadeThemAndWhen() {
        assertThat(items(LATE + "&author=testprojectleider&recordedFrom=2020-03-26&recordedUntil=2020-03-26"))
                .hasSize(27);
        assertThat(items(LATE + "&author=testprojectleider&recordedFrom=2020-03-27"))
                .isEmpty();
        assertThat(items(LATE + "&effectiveFrom=2020-03-16&effectiveUntil=2020-03-16"))
                .hasSize(10);
        assertThat(items(LATE + "&undoing=true")).hasSize(1);
    }

    @Test
    void oneCorrectionNamesWhatItCorrectsAndWhy() {
        assertThat(items("/v1/audit/corrections?region=AM05")).singleElement().satisfies(item -> {
            assertThat(item.path("kind").asString()).isEqualTo("CORRECTION");
            assertThat(item.path("type").asString()).isEqualTo("trajectory.CandidateSectorCorrected");
            assertThat(item.path("author").asString()).isEqualTo("testwerkcoach-zorg");
            assertThat(item.path("reason").asString()).isEqualTo("DATA_ENTRY_ERROR");
            assertThat(item.at("/undone/0/type").asString()).isEqualTo("trajectory.TrajectoryOpened");
            assertThat(item.at("/undone/0/effectiveOn").asString()).isEqualTo("2020-01-15");
        });
    }

    @Test
    void theHoldOfTwentyFiveWasOneDecisionOfWhichNothingWasRetracted() {
        String correlation = items(LATE + "&type=cohort.CohortPutOnHold")
                .getFirst()
                .path("correlationId")
                .asString();

        JsonNode trail = answer("/v1/audit/decisions/" + correlation + "?limit=200");

        assertThat(trail.path("items").findValuesAsString("name").stream().filter("trajectory.CandidateOnHold"::equals))
                .hasSize(25);
        assertThat(trail.at("/items/0/name").asString()).isEqualTo("cohort.CohortPutOnHold");
        assertThat(trail.at("/items/26/name").asString()).isEqualTo("cohort.CohortActionCompleted");
        assertThat(trail.path("retracted").asInt()).isZero();
        assertThat(trail.path("skipped").size()).isZero();
    }
}
