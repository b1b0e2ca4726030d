package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ten questions of a project lead, asked of Twente on 1 November 2020. */
class QuestionsOfProjectLeadsTest extends TwentePilot {

    private static final String ON = "region=AM05&validOn=2020-11-01&knownOn=2020-11-01";

    private JsonNode figures(String question) {
        return answer("/v1/figures?" + question).path("figures");
    }

    private static Map<String, Integer> parts(JsonNode split) {
        return split.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().asInt()));
    }

    @Test
    void howManyFollowTheTrajectTodayPerSector() {
        JsonNode inProgress = figures(ON + "&figure=inProgress&by=sector").path("inProgress");

        assertThat(inProgress.path("total").asInt()).isEqualTo(54);
        assertThat(parts(inProgress.path("bySector"))).isEqualTo(Map.of("LOG", 19, "DZ", 16, "GP", 6, "HV", 13));
    }

    @Test
    void howManyWereOnHoldOnTheFirstOfAprilAsWeKnewItThenAndAsWeKnowItNow() {
        JsonNode april = difference("validOn=2020-04-01&knownOn=2020-04-01&figure=onHold");
        JsonNode march = difference("validOn=2020-03-25&knownOn=2020-03-25&figure=onHold");

        assertThat(april.path("before").asInt()).isEqualTo(25);
        assertThat(april.path("after").asInt()).isEqualTo(25);
        assertThat(march.path("before").asInt())
                .as("a week earlier nothing was entered yet")
                .isZero();
        assertThat(march.path("after").asInt()).isEqualTo(25);
        assertThat(march.path("changes")).hasSize(25);
    }

    @Test
    void whatWouldTheFigureBeIfTheGreenTrainingResumed() {
        String training = each("id", "/v1/supervisor-trainings?" + ON + "&state=SUSPENDED")
                .getFirst();
        JsonNode forecast =
                answerOf("/v1/figures/forecast?" + ON + "&on=2020-12-31&training=" + training + ":2020-12-11");

        assertThat(forecast.path("forecast").asBoolean()).isTrue();
        assertThat(forecast.at("/present/shortage/total").asInt()).isEqualTo(5);
        assertThat(forecast.at("/expected/shortage/total").asInt()).isZero();
        assertThat(forecast.at("/expected/supervisorsTrained/total").asInt())
                .isEqualTo(22)
                .isEqualTo(figures("region=AM05&validOn=2020-12-31&knownOn=2020-12-31")
                        .at("/supervisorsTrained/total")
                        .asInt());
        assertThat(forecast.path("leerbedrijven")).singleElement().satisfies(leerbedrijf -> {
            assertThat(leerbedrijf.path("reference").asString()).isEqualTo("LB09");
            assertThat(leerbedrijf.path("waiting").asInt()).isEqualTo(5);
            assertThat(leerbedrijf.path("expectedFreePlaces").asInt()).isEqualTo(6);
        });
    }

    @Test
    void whichShareOfDelayIsCoronaAndWhichSupervisorShortage() {
        JsonNode postponed = figures(ON + "&figure=postponed&by=cause").path("postponed");

        assertThat(parts(postponed.path("byCause"))).isEqualTo(Map.of("CORONA", 8, "SUPERVISOR_SHORTAGE", 5));
        assertThat(parts(postponed.path("daysByCause")))
                .isEqualTo(Map.of("CORONA", 8 * 91, "SUPERVISOR_SHORTAGE", 5 * 280));
        assertThat(postponed.path("days").asInt()).isEqualTo(8 * 91 + 5 * 280);
    }

    @Test
    void howFarAreWeFromTheNumberOfCandidatesInViewThatWeAimedAt() {
        JsonNode inView = figures(ON + "&figure=inView").path("inView");

        assertThat(inView.path("total").asInt()).isEqualTo(72);
        assertThat(inView.path("target").asInt()).isEqualTo(100);
    }

    @Test
    void howLongFromCompletionToVerklaring() {
        JsonNode time = figures(ON + "&figure=leadTimes&by=sector").at("/leadTimes/completedToIssued");

        assertThat(time.path("medianDays").decimalValue()).isEqualByComparingTo("129.5");
        assertThat(time.path("n").asInt()).isEqualTo(4);
        assertThat(time.at("/bySector/GP/medianDays").decimalValue()).isEqualByComparingTo("52.5");
    }

    @Test
    void whichSectorLosesMostEmployersAndWhy() {
        JsonNode declined =
                figures(ON + "&figure=employersDeclined&by=sector,reason").path("employersDeclined");

        assertThat(parts(declined.path("bySector"))).isEqualTo(Map.of("LOG", 2, "GP", 2, "HV", 2, "DZ", 1));
        assertThat(parts(declined.path("byReason")))
                .containsEntry("NO_COMPENSATION", 3)
                .containsEntry("PREFERS_NIVEAU_3_OR_HIGHER", 2);
        assertThat(each("declines.0.reason", "/v1/leerbedrijven?" + ON + "&state=DECLINED&sector=LOG"))
                .containsExactly("NO_COMPENSATION", "NO_SUPERVISION_CAPACITY");
    }

    @Test
    void canWeFinishByTheEndOfDecemberAndWhichTrajectenWouldBeCarriedOver() {
        List<String> open = each(
                "reference",
                "/v1/trajectories?" + ON + "&limit=200&status=REGISTERED,SUITABLE,MATCHED,CONTRACTED,IN_PROGRESS");
        JsonNode pilot = items("/v1/pilots?region=AM05&validOn=2020-12-31").getFirst();

        assertThat(open).hasSize(59).contains("K059", "K060", "K061", "K062", "K063");
        assertThat(parts(figures(ON + "&figure=inProgressBroad&by=status").at("/inProgressBroad/byStatus")))
                .isEqualTo(Map.of("IN_PROGRESS", 54, "SUITABLE", 5));
        assertThat(pilot.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(pilot.path("carriedOver")).hasSize(59);
    }

    @Test
    void whichLessonsWereRecordedOnWhichFigures() {
        var lessons = items("/v1/lessons?" + ON);

        assertThat(lessons).hasSize(4);
        assertThat(lessons)
                .allSatisfy(lesson -> assertThat(figures("region=AM05&figure=inProgress&validOn="
                                        + lesson.path("on").asString() + "&knownOn="
                                        + lesson.path("on").asString())
                                .at("/inProgress/total")
                                .asInt())
                        .isEqualTo(54));
    }

    @Test
    void whatChangedInLastMonthsFiguresSinceTheyWerePublished() {
        assertThat(answer("/v1/figures/difference?region=AM05&validOn=2020-11-01&knownOn=2020-11-02")
                        .path("numbers")
                        .findValuesAsString("difference"))
                .isNotEmpty()
                .containsOnly("0");
        JsonNode march = difference("validOn=2020-03-15&knownOn=2020-03-15&figure=inProgress");
        assertThat(march.path("difference").asInt()).isEqualTo(-1);
        assertThat(march.at("/changes/0/reference").asString()).isEqualTo("K070");
        assertThat(march.at("/changes/0/causes/0/name").asString()).isEqualTo("trajectory.TrajectoryStopped");
    }

    /** The total of one figure on two dates of knowledge, the second being now. */
    private JsonNode difference(String question) {
        return answer("/v1/figures/difference?region=AM05&" + question)
                .path("numbers")
                .get(0);
    }

    private JsonNode answerOf(String question) {
        var reply = client.get(question);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }
}
