package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.leerspoor.standalone.twente.TwenteIds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The questions of leerbedrijven about their candidates, asked of Twente on days on which they mattered: nine of the ten.
 * What evidence lacks for the subsidy (the seventh) is told in part, by the weeks that don't count.
 */
class QuestionsOfEmployersTest extends TwentePilot {

    @Test
    void whoStartsWhenWithWhichSupervisor() {
        var starting = items(placements("LB04", "2020-06-30") + "&startsFrom=2020-06-30");

        assertThat(starting)
                .extracting(item -> item.path("reference").asString())
                .containsExactly("K017", "K018", "K019");
        assertThat(starting).allSatisfy(item -> {
            assertThat(item.at("/start/plannedOn").asString()).isEqualTo("2020-07-01");
            assertThat(item.at("/supervisor/reference").asString()).isEqualTo("D01");
            assertThat(item.path("status").asString()).isEqualTo("CONTRACTED");
        });
        assertThat(items(placements("LB09", "2020-11-01"))).hasSize(5).allSatisfy(item -> {
            assertThat(item.path("placed").asBoolean()).isFalse();
            assertThat(item.at("/start/plannedOn").asString()).isEqualTo("2021-01-11");
            assertThat(item.path("supervisor").isNull()).isTrue();
        });
    }

    @Test
    void whichWerkprocessenMustIJudgeAndByWhen() {
        var toJudge = items(placements("LB04", "2020-11-01") + "&toJudge=true");

        assertThat(toJudge)
                .extracting(QuestionsOfEmployersTest::referenceAndLastDay)
                .containsExactly(
                        "K009 2021-02-02", "K010 2021-02-02", "K017 2021-06-30", "K018 2021-06-30", "K019 2021-06-30");
        assertThat(toJudge)
                .allSatisfy(item -> assertThat(
                                item.at("/werkprocessen/toJudge").valueStream().map(JsonNode::asString))
                        .containsExactly("B1-K1-W1", "P2-K1-W1"));
        assertThat(each("reference", placements("LB07", "2020-05-19") + "&toJudge=true"))
                .as("K003 was judged on the fifteenth, K004 on the twentieth")
                .containsExactly("K004");
    }

    @Test
    void isMyErkenningInOrderForThisQualification() {
        assertThat(items(placements("LB04", "2020-11-01") + "&open=true"))
                .hasSize(5)
                .allSatisfy(item -> {
                    assertThat(item.path("crebo").asString()).isEqualTo("25251");
                    assertThat(item.path("erkend").asBoolean()).isTrue();
                });
        assertThat(items("/v1/placements?region=AM05&validOn=2020-11-01&erkend=false"))
                .isEmpty();
    }

    @Test
    void whenDoesTheTrainingOfMySupervisorResume() {
        String trainings = "/v1/supervisor-trainings?leerbedrijf=" + leerbedrijf("LB06") + "&q=BO-3&validOn=";

        assertThat(items(trainings + "2020-06-01")).singleElement().satisfies(training -> {
            assertThat(training.path("state").asString()).isEqualTo("SUSPENDED");
            assertThat(training.path("suspendedSince").asString()).isEqualTo("2020-03-16");
            assertThat(training.path("expectedResumeOn").isNull()).isTrue();
        });
        assertThat(items(trainings + "2020-08-17")).singleElement().satisfies(training -> {
            assertThat(training.path("state").asString()).isEqualTo("RUNNING");
            assertThat(training.path("endsOn").asString()).isEqualTo("2020-08-28");
        });
        assertThat(each("reference", "/v1/supervisor-trainings?leerbedrijf=" + leerbedrijf("LB09")))
                .containsExactly("BO-4");
    }

    @Test
    void whichPraktijkovereenkomstMustISign() {
        assertThat(items("/v1/placements?region=AM05&validOn=2020-06-28&toSign=true"))
                .as("all were signed on the day on which they were drawn up")
                .isEmpty();
        assertThat(items(placements("LB04", "2020-06-28") + "&startsFrom=2020-06-28"))
                .hasSize(3)
                .allSatisfy(item -> {
                    assertThat(item.at("/agreement/state").asString()).isEqualTo("ACTIVE");
                    assertThat(item.at("/agreement/startsOn").asString()).isEqualTo("2020-07-01");
                    assertThat(item.at("/agreement/missingSignatures")).isEmpty();
                });
    }

    @Test
    void howManyGuidedWeeksCountSoFarAndWhyNotMore() {
        JsonNode weeks =
                answer("/v1/trajectories/" + TwenteIds.of("trajectory", "K005") + "/guided-weeks?validOn=2020-11-01");

        assertThat(weeks.path("from").asString()).isEqualTo("2020-01-13");
        assertThat(weeks.path("counted").asInt()).isZero();
        assertThat(weeks.path("most").asInt()).isEqualTo(40);
        assertThat(weeks.at("/notCounted/NO_ATTENDANCE").asInt())
                .as("nobody registered presence in Twente, in the 42 weeks from 2020-W03 to 2020-W44")
                .isEqualTo(42);
        assertThat(weeks.path("weeks").findValuesAsString("week"))
                .hasSize(42)
                .startsWith("2020-W03")
                .endsWith("2020-W44");
    }

    @Test
    void whichDatesMovedAndWhy() {
        assertThat(items(placements("LB04", "2020-11-01") + "&moved=true"))
                .extracting(QuestionsOfEmployersTest::referenceAndMoves)
                .containsExactly("K017 CORONA 91", "K018 CORONA 91", "K019 CORONA 91");
        assertThat(items(placements("LB09", "2020-11-01") + "&moved=true"))
                .hasSize(5)
                .extracting(QuestionsOfEmployersTest::referenceAndMoves)
                .startsWith("K059 SUPERVISOR_SHORTAGE 182 SUPERVISOR_SHORTAGE 98");
    }

    @Test
    void whenIsTheHandingOver() {
        String before = placements("LB04", "2020-06-07") + "&handingOver=true";
        String after = placements("LB04", "2020-06-08") + "&handingOver=true";

        assertThat(each("reference", before)).containsExactly("K001", "K002");
        assertThat(each("handingOver.on", before)).containsOnly("2020-06-18");
        assertThat(each("handingOver.on", after)).containsOnly("2020-07-09");
        assertThat(each("handingOver.reference", after)).containsOnly("U-1");
    }

    @Test
    void whatHappensToMyCandidateWhileWeAreClosed() {
        assertThat(items("/v1/leerbedrijven?region=AM05&state=SUSPENDED&validOn=2020-04-01"))
                .as("no leerbedrijf took a break; all who were on hold had yet to be placed")
                .isEmpty();
        assertThat(items("/v1/placements?region=AM05&onHold=true&validOn=2020-04-01"))
                .isEmpty();
        assertThat(items(placements("LB07", "2020-06-15") + "&open=true"))
                .as("G01 was away, and guided nobody then")
                .isEmpty();
        assertThat(items("/v1/duties?kind=REPLACEMENT_PLACE&leerbedrijf=" + leerbedrijf("LB07")))
                .isEmpty();
    }

    private static String placements(String leerbedrijf, String validOn) {
        return "/v1/placements?leerbedrijf=" + leerbedrijf(leerbedrijf) + "&validOn=" + validOn;
    }

    private static String leerbedrijf(String reference) {
        return TwenteIds.of("leerbedrijf", reference).toString();
    }

    private static String referenceAndLastDay(JsonNode item) {
        return item.path("reference").asString() + " "
                + item.at("/werkprocessen/judgeBy").asString();
    }

    private static String referenceAndMoves(JsonNode item) {
        List<String> moves = item.at("/start/moves")
                .valueStream()
                .map(move ->
                        move.path("cause").asString() + " " + move.path("days").asInt())
                .toList();
        return item.path("reference").asString() + " " + String.join(" ", moves);
    }
}
