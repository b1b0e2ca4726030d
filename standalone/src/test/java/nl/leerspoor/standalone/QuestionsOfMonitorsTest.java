package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ten questions of the national monitor, asked of all regions; in the pilot Twente is the only one. */
class QuestionsOfMonitorsTest extends TwentePilot {

    private static final String ON = "validOn=2020-11-01&knownOn=2020-11-01";

    private JsonNode figures(String question) {
        return answer("/v1/figures?" + question).path("figures");
    }

    private static Map<String, Integer> parts(JsonNode split) {
        return split.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().asInt()));
    }

    @Test
    void howManyPersonsFollowATrajectInEachRegion() {
        JsonNode inProgress = figures(ON + "&figure=inProgress&by=region").path("inProgress");

        assertThat(inProgress.path("total").asInt()).isEqualTo(54);
        assertThat(parts(inProgress.path("byRegion"))).isEqualTo(Map.of("AM05", 54));
    }

    @Test
    void howManyVerklaringenWereIssuedThisQuarterAndInTotal() {
        JsonNode third = figures("figure=verklaringenIssued&from=2020-07-01&validOn=2020-09-30")
                .path("verklaringenIssued");
        JsonNode fourth = figures("figure=verklaringenIssued&from=2020-10-01&validOn=2020-12-31")
                .path("verklaringenIssued");

        assertThat(third.path("inPeriod").asInt()).isEqualTo(4);
        assertThat(fourth.path("inPeriod").asInt()).isZero();
        assertThat(fourth.path("total").asInt()).isEqualTo(4);
    }

    @Test
    void howManyWerkprocessenPerVerklaringAndWhichOnesMost() {
        JsonNode issued = figures(ON + "&figure=werkprocessenIssued").path("werkprocessenIssued");

        assertThat(issued.path("total").asInt()).isEqualTo(10);
        assertThat(issued.path("perVerklaring").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(parts(issued.path("byWerkproces")))
                .isEqualTo(Map.of("B1-K1-W1", 4, "P2-K1-W1", 2, "P9-K1-W1", 2, "P9-K1-W2", 2));
    }

    @Test
    void whichRegionsHaveCandidatesWaitingForSupervisors() {
        JsonNode figures = figures(ON + "&figure=waiting,shortage&by=region,cause");

        assertThat(parts(figures.at("/waiting/byCause"))).isEqualTo(Map.of("SUPERVISOR_SHORTAGE", 5));
        assertThat(parts(figures.at("/waiting/byRegion"))).isEqualTo(Map.of("AM05", 5));
        assertThat(parts(figures.at("/shortage/byRegion"))).isEqualTo(Map.of("AM05", 5));
    }

    @Test
    void whatShareWorksOrLearnsSixAndTwelveMonthsLater() {
        JsonNode response = figures(ON + "&figure=outcomes").at("/outcomes/response");

        assertThat(response.at("/END/byOutcome/EMPLOYED").asInt()).isEqualTo(2);
        assertThat(response.at("/M6/due").asInt())
                .as("K001, K002 and K070; the others ended less than six months ago")
                .isEqualTo(3);
        assertThat(response.at("/M6/rate").decimalValue()).isEqualByComparingTo("0");
        assertThat(response.at("/M12/due").asInt()).isZero();
        assertThat(response.at("/M12/rate").isNull()).isTrue();
    }

    @Test
    void whatDidCoronaCostInPersonWeeksOfHold() {
        int days = answer("/v1/figures/series?figure=onHold&by=cause&step=DAY&from=2020-03-01&until=2020-11-01")
                .path("points")
                .valueStream()
                .mapToInt(point -> point.at("/figures/onHold/byCause/CORONA").asInt(0))
                .sum();

        assertThat(days).as("25 people from 23 March to 31 August").isEqualTo(25 * 162);
    }

    @Test
    void whyDoEmployersDecline() {
        assertThat(parts(figures(ON + "&figure=employersDeclined&by=reason").at("/employersDeclined/byReason")))
                .isEqualTo(Map.of(
                        "NO_COMPENSATION", 3,
                        "PREFERS_NIVEAU_3_OR_HIGHER", 2,
                        "CORONA_CLOSURE", 1,
                        "NO_SUPERVISION_CAPACITY", 1));
    }

    @Test
    void whichTargetGroupsAreReachedPerRegion() {
        assertThat(parts(figures("region=AM05&" + ON + "&figure=inView&by=targetGroup")
                        .at("/inView/byTargetGroup")))
                .isEqualTo(Map.of(
                        "STATUSHOUDER", 18,
                        "GEDETACHEERDE", 18,
                        "PRAKTIJKONDERWIJS_JONGERE", 18,
                        "OVERIG_ZONDER_STARTKWALIFICATIE", 18));
    }

    @Test
    void howManyGoOnToEntree() {
        JsonNode figures = figures(ON + "&figure=F18&by=target");

        assertThat(parts(figures.at("/progressionAdvised/byTarget"))).isEqualTo(Map.of("ENTREE", 2));
        assertThat(figures.at("/progressionStarted/total").asInt()).isZero();
    }

    @Test
    void whichFiguresWereRevisedByHowMuchAndWhy() {
        JsonNode numbers = answer("/v1/figures/difference?validOn=2020-03-15&knownOn=2020-03-15&figure=F02,F06")
                .path("numbers");

        assertThat(numbers.valueStream()
                        .filter(number -> number.path("difference").asInt() != 0)
                        .collect(Collectors.toMap(
                                number -> number.path("figure").asString(),
                                number -> number.path("difference").asInt())))
                .isEqualTo(Map.of("inProgress", -1, "stopped", 1));
        assertThat(numbers.findValuesAsString("name")).containsOnly("trajectory.TrajectoryStopped");
    }
}
