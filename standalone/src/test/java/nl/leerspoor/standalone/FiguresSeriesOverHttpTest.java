package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The figures of Twente for charts. */
class FiguresSeriesOverHttpTest extends TwentePilot {

    private static final String PATH = "/v1/figures/series?region=AM05";

    private List<JsonNode> points(String question) {
        return answer(PATH + question).path("points").valueStream().toList();
    }

    @Test
    void theHoldOfSpringByMonth() {
        var points = points("&figure=inProgress,onHold&from=2020-01-01&until=2020-12-31&step=MONTH");

        assertThat(points.stream().map(point -> point.path("validOn").asString()))
                .startsWith("2020-01-31", "2020-02-29")
                .endsWith("2020-12-31")
                .hasSize(12);
        assertThat(points.stream()
                        .map(point -> point.at("/figures/onHold/total").asInt()))
                .containsExactly(0, 0, 25, 25, 25, 25, 25, 25, 0, 0, 0, 0);
        assertThat(points.stream()
                        .map(point -> point.at("/figures/inProgress/total").asInt()))
                .containsExactly(8, 16, 15, 15, 13, 12, 20, 29, 51, 54, 54, 54);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAY", "WEEK", "MONTH"})
    void everyPointSaysWhatItsDayAndPeriodSayAlone(String step) {
        String by = "&by=sector,cause,state,targetGroup,leerbedrijf&knownOn=2020-09-30";
        points("&from=2020-03-10&until=2020-04-08&step=" + step + by)
                .forEach(point -> assertThat(point.path("figures"))
                        .as(point.path("validOn").asString())
                        .isEqualTo(answer("/v1/figures?region=AM05&from="
                                        + point.path("from").asString() + "&validOn="
                                        + point.path("validOn").asString() + by)
                                .path("figures")));
    }

    @Test
    void theCountryCountsAsARegionDoesAloneInIt() {
        assertThat(answer("/v1/figures/series?from=2020-03-01&until=2020-05-31").path("points"))
                .isEqualTo(answer(PATH + "&from=2020-03-01&until=2020-05-31").path("points"));
    }

    @Test
    void whatWasIssuedInAMonthIsToldOfThatMonth() {
        var issued = points("&figure=F07&from=2020-06-01&until=2020-08-31&step=MONTH");

        assertThat(issued.stream()
                        .map(point ->
                                point.at("/figures/verklaringenIssued/inPeriod").asInt()))
                .containsExactly(0, 4, 0);
        assertThat(issued.stream()
                        .map(point ->
                                point.at("/figures/verklaringenIssued/total").asInt()))
                .containsExactly(0, 4, 4);
    }

    @Test
    void aSpreadsheetHasEveryNumberOnALineOfItsOwn() {
        var file = client.with("Accept", "text/csv")
                .get(PATH + "&figure=onHold,confidenceGrowth&by=sector&from=2020-03-31&until=2020-03-31&step=MONTH");

        assertThat(file.header("Content-Disposition")).contains("figures-series-2020-03-31.csv");
        assertThat(file.body())
                .startsWith("\uFEFFfrom;validOn;figure;number;value;suppressed\r\n")
                .contains("2020-03-31;2020-03-31;onHold;total;25;false\r\n")
                .contains("2020-03-31;2020-03-31;onHold;bySector.HV;6;false\r\n")
                .contains("2020-03-31;2020-03-31;confidenceGrowth;mean;2,00;false\r\n");
    }

    @Test
    void whoHasTheAnswerGetsItNotAgain() {
        String question = PATH + "&figure=onHold&from=2020-01-01&until=2020-12-31";
        var first = client.get(question);
        var again = client.with("If-None-Match", first.header("ETag")).get(question);

        assertThat(first.header("ETag")).startsWith("W/");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var refused = client.get("/v1/figures/series?region=AM99&figure=happiness&until=soon&step=YEAR&by=shoes");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(faults(refused))
                .isEqualTo(Map.of(
                        "region", "UNKNOWN_CODE",
                        "figure", "INVALID_VALUE",
                        "from", "REQUIRED",
                        "until", "INVALID_DATE",
                        "step", "INVALID_VALUE",
                        "by", "INVALID_VALUE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&from=2020-01-02&until=2020-01-01",
                "&from=2019-01-01&until=2020-02-05&step=DAY",
                "&from=1900-01-01&until=9999-12-30&step=DAY"
            })
    void aSeriesGoesForwardAndHasAnEnd(String question) {
        var refused = client.get(PATH + question);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(faults(refused)).isEqualTo(Map.of("until", "OUT_OF_RANGE"));
    }

    private static Map<String, String> faults(Client.Reply refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .collect(Collectors.toMap(
                        error -> error.path("parameter").asString(),
                        error -> error.path("code").asString()));
    }
}
