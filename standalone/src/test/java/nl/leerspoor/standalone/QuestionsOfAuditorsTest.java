package nl.leerspoor.standalone;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Six of the ten questions of auditors, asked of Twente: those about the history of a trajectory, late and undone entries,
 * the decision on the holds, starts, the approval of verklaringen, and guided weeks. Published reports, erasure, the proof of the whole sequence and who looked are not told yet.
 */
class QuestionsOfAuditorsTest extends TwentePilot {

    private static final String FIRST_QUARTER = "recordedFrom=2020-01-01&recordedUntil=2020-03-31&limit=200";

    @Test
    void everythingThatHappenedToATrajectoryWithEntryDatesAndAuthors() {
        assertThat(history("K070", "effective"))
                .as("the stop of 2 March was entered on the nineteenth")
                .endsWith("trajectory.TrajectoryStopped 2020-03-02 2020-03-19 testwerkcoach-zorg");
        assertThat(history("K009", "recorded"))
                .containsExactly(
                        "trajectory.TrajectoryOpened 2020-01-15 2020-01-15 testwerkcoach-zorg",
                        "trajectory.CandidateSectorCorrected 2020-01-15 2020-01-20 testwerkcoach-zorg",
                        "trajectory.SuitabilityAssessed 2020-01-20 2020-01-20 testwerkcoach-zorg",
                        "trajectory.TrajectoryStartPlanned 2020-01-20 2020-01-20 testwerkcoach-zorg",
                        "trajectory.CandidateMatched 2020-01-31 2020-01-31 testwerkcoach-zorg",
                        "trajectory.TrajectoryContracted 2020-01-31 2020-01-31 testwerkcoach-zorg",
                        "trajectory.TrajectoryStarted 2020-02-03 2020-02-03 testwerkcoach-zorg");
    }

    @Test
    void whichEntriesOfTheLastQuarterWereLateByWhom() {
        var late = items("/v1/audit/late-entries?region=AM05&" + FIRST_QUARTER);

        assertThat(late.stream()
                        .collect(groupingBy(
                                entry -> entry.path("type").asString() + " "
                                        + entry.path("daysLate").asInt() + " "
                                        + entry.path("author").asString(),
                                counting())))
                .isEqualTo(Map.of(
                        "trajectory.CandidateSectorCorrected 5 testwerkcoach-zorg", 1L,
                        "trajectory.CandidateWaitlisted 1 testwerkcoach-groen", 5L,
                        "trajectory.TrajectoryStartPostponed 1 testwerkcoach-groen", 5L,
                        "trajectory.TrajectoryStopped 17 testwerkcoach-zorg", 1L,
                        "praktijkovereenkomst.PraktijkovereenkomstDissolved 17 testwerkcoach-zorg", 1L,
                        "supervisor.SupervisorReleased 17 testwerkcoach-zorg", 1L,
                        "cohort.CohortPutOnHold 3 testprojectleider", 1L,
                        "trajectory.CandidateOnHold 3 testprojectleider", 25L,
                        "cohort.CohortActionCompleted 3 testprojectleider", 1L));
    }

    @Test
    void whichWereCorrectedOrRetractedByWhomOnWhoseAuthority() {
        assertThat(items("/v1/audit/corrections?region=AM05&" + FIRST_QUARTER))
                .singleElement()
                .satisfies(correction -> {
                    assertThat(correction.path("kind").asString()).isEqualTo("CORRECTION");
                    assertThat(correction.path("type").asString()).isEqualTo("trajectory.CandidateSectorCorrected");
                    assertThat(correction.path("author").asString()).isEqualTo("testwerkcoach-zorg");
                    assertThat(correction.path("reason").asString()).isEqualTo("DATA_ENTRY_ERROR");
                    assertThat(correction.path("authorisedBy").isNull())
                            .as("that of a sector asks for no authority")
                            .isTrue();
                    assertThat(correction.at("/undone/0/type").asString()).isEqualTo("trajectory.TrajectoryOpened");
                });
    }

    @Test
    void whichDecisionLiesBehindTheTwentyFiveHoldsAndWasAnyRetracted() {
        String correlation = items("/v1/audit/late-entries?type=cohort.CohortPutOnHold&" + FIRST_QUARTER)
                .getFirst()
                .path("correlationId")
                .asString();
        JsonNode trail = answer("/v1/audit/decisions/" + correlation + "?limit=200");

        assertThat(trail.path("items").findValuesAsString("name").stream()
                        .collect(groupingBy(name -> name, counting())))
                .isEqualTo(Map.of(
                        "cohort.CohortPutOnHold", 1L,
                        "trajectory.CandidateOnHold", 25L,
                        "cohort.CohortActionCompleted", 1L));
        assertThat(trail.path("items").findValuesAsString("author")).containsOnly("testprojectleider");
        assertThat(trail.path("events").asInt()).isEqualTo(27);
        assertThat(trail.path("retracted").asInt()).isZero();
        assertThat(trail.path("skipped")).isEmpty();
        assertThat(trail.path("firstRecordedAt").asString()).startsWith("2020-03-26T");
    }

    @Test
    void didAnyTrajectoryStartWithoutAnActivePraktijkovereenkomstOrErkenning() {
        String starts = "/v1/audit/starts?region=AM05&limit=200&validOn=";

        assertThat(items(starts + "2020-12-31&founded=false")).isEmpty();
        assertThat(items(starts + "2020-12-31&founded=true")).hasSize(60);
        assertThat(items(starts + "2020-06-30&founded=true"))
                .as("four had completed by then, two stopped, and twelve learned on")
                .hasSize(18);
        assertThat(items(starts + "2020-12-31&q=K003")).singleElement().satisfies(start -> {
            assertThat(start.path("startedOn").asString()).isEqualTo("2019-11-11");
            assertThat(start.path("leerbedrijf").asString()).isEqualTo("LB07");
            assertThat(start.path("crebo").asString()).isEqualTo("25258");
            assertThat(start.path("praktijkovereenkomstId").asString())
                    .isEqualTo(TwenteIds.of("praktijkovereenkomst", "K003").toString());
        });
    }

    @Test
    void didAnyoneApproveAVerklaringWhoseWerkprocesTheyConfirmedThemselves() {
        String verklaringen = "/v1/verklaringen?region=AM05&validOn=2020-11-01&approvedByConfirmer=";

        assertThat(items(verklaringen + "true")).isEmpty();
        assertThat(items(verklaringen + "false").stream()
                        .collect(Collectors.toMap(
                                paper -> paper.path("trajectory").asString(),
                                paper -> paper.at("/lines/0/schoolCoachId").asString() + " "
                                        + paper.at("/approval/by").asString())))
                .isEqualTo(Map.of(
                        "K001", "testschoolcoach-roc testexamencie-roc",
                        "K002", "testschoolcoach-roc testexamencie-roc",
                        "K003", "testschoolcoach-zone testexamencie-zone",
                        "K004", "testschoolcoach-zone testexamencie-zone"));
    }

    @Test
    void onWhichAttendanceDoGuidedWeeksRestAndWereHoldWeeksExcluded() {
        JsonNode weeks = answer(trajectory("K025") + "/guided-weeks?validOn=2020-11-01");

        assertThat(weeks.path("from").asString())
                .as("the hold of spring lies before the praktijkovereenkomst, so no week of it is told")
                .isEqualTo("2020-09-07");
        assertThat(weeks.path("weeks"))
                .hasSize(8)
                .allSatisfy(week -> assertThat(week.path("attendanceEventIds")).isEmpty());
        assertThat(weeks.path("counted").asInt()).isZero();
    }

    private List<String> history(String reference, String order) {
        return answer(trajectory(reference) + "/history?order=" + order)
                .path("events")
                .valueStream()
                .map(event -> "%s %s %s %s"
                        .formatted(
                                event.path("name").asString(),
                                event.path("effectiveOn").asString(),
                                event.path("recordedAt").asString().substring(0, 10),
                                event.path("author").asString()))
                .toList();
    }

    private static String trajectory(String reference) {
        return "/v1/trajectories/" + TwenteIds.of("trajectory", reference);
    }
}
