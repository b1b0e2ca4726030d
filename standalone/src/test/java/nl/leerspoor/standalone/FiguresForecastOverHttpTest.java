package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What would be in Twente if trainings were completed on some day. */
class FiguresForecastOverHttpTest extends TwentePilot {

    private static final String PATH = "/v1/figures/forecast?region=AM05&validOn=2020-11-01&knownOn=2020-11-01";

    private String training(String reference) {
        return items("/v1/supervisor-trainings?region=AM05&validOn=2020-11-01&q=" + reference)
                .getFirst()
                .path("id")
                .asString();
    }

    private JsonNode forecast(String on, String training) {
        var reply = client.get(PATH + "&on=" + on + "&training=" + training);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("ETag")).isNull();
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        return reply.json();
    }

    @Test
    void theGreenTrainingWouldTakeFiveOffTheWaitingListOfLb09() {
        JsonNode forecast = forecast("2020-12-31", training("BO-4") + ":2020-12-11");

        assertThat(forecast.path("forecast").asBoolean()).isTrue();
        assertThat(forecast.path("assumptions")).singleElement().satisfies(assumption -> {
            assertThat(assumption.path("reference").asString()).isEqualTo("BO-4");
            assertThat(assumption.path("state").asString()).isEqualTo("SUSPENDED");
            assertThat(assumption.path("completedOn").asString()).isEqualTo("2020-12-11");
            assertThat(assumption.path("counts").asBoolean()).isTrue();
            assertThat(assumption.path("supervisors").asInt()).isEqualTo(2);
            assertThat(assumption.path("newPlaces").asInt()).isEqualTo(6);
        });
        assertThat(forecast.at("/present/supervisorsTrained/total").asInt()).isEqualTo(20);
        assertThat(forecast.at("/expected/supervisorsTrained/total").asInt()).isEqualTo(22);
        assertThat(forecast.at("/present/freePlaces/total").asInt()).isEqualTo(6);
        assertThat(forecast.at("/expected/freePlaces/total").asInt()).isEqualTo(12);
        assertThat(forecast.at("/expected/waiting/total").asInt()).isEqualTo(5);
        assertThat(forecast.at("/present/shortage/bySector/GP").asInt()).isEqualTo(5);
        assertThat(forecast.at("/expected/shortage/total").asInt()).isZero();
    }

    @Test
    void onADayBeforeTheCompletionNothingIsOtherwise() {
        JsonNode forecast = forecast("2020-12-10", training("BO-4") + ":2020-12-11");

        assertThat(forecast.at("/assumptions/0/counts").asBoolean(true)).isFalse();
        assertThat(forecast.at("/expected/supervisorsTrained/total").asInt()).isEqualTo(20);
        assertThat(forecast.at("/leerbedrijven/0/expectedShortage").asInt()).isEqualTo(5);
    }

    @Test
    void nothingOfItIsKept() {
        long before = sql.events();

        forecast("2020-12-31", training("BO-4") + ":2020-12-11");

        assertThat(sql.events()).isEqualTo(before);
        assertThat(answer("/v1/figures?region=AM05&validOn=2020-11-01&knownOn=2020-11-01&figure=F10")
                        .at("/figures/supervisorsTrained/total")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var refused = client.get(PATH + "&on=2020-10-31"
                + "&training=" + training("BO-4") + ":2020-10-31"
                + "," + training("BO-1") + ":2020-12-01"
                + "," + UUID.randomUUID() + ":2020-12-01"
                + ",soon");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(codes(refused))
                .containsExactlyInAnyOrder(
                        "on OUT_OF_RANGE",
                        "training OUT_OF_RANGE",
                        "training INVALID_VALUE",
                        "training INVALID_VALUE",
                        "training INVALID_VALUE");
    }

    @Test
    void withoutADayOrAnAssumptionThereIsNothingToExpect() {
        assertThat(codes(client.get(PATH))).containsExactlyInAnyOrder("on REQUIRED", "training REQUIRED");
    }

    @Test
    void allTrainingsStandInOneParameterWithCommas() {
        String one = training("BO-4") + ":2020-12-11";
        String other = "%s:2020-12-01".formatted(UUID.randomUUID());

        var repeated = client.get(PATH + "&on=2020-12-31&training=" + one + "&training=" + one);
        var mixed = client.get(PATH + "&on=2020-12-31&training=" + one + "," + other + "&training=" + one);

        assertThat(List.of(repeated, mixed)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(codes(refused)).containsExactly("training INVALID_VALUE");
            assertThat(refused.body()).contains("één parameter, met komma's");
        });
        assertThat(codes(client.get(PATH + "&on=2020-12-31&training=" + one + ",")))
                .containsExactly("training INVALID_VALUE");
    }

    @Test
    void waitsForAPosition() {
        String question = PATH + "&on=2020-12-31&training=" + training("BO-4") + ":2020-12-11&minPosition=";

        assertThat(client.get(question + sql.head()).status()).isEqualTo(200);
        assertThat(client.get(question + (sql.head() + 1_000_000)).code()).isEqualTo("VIEW_BEHIND");
        assertThat(codes(client.get(question + "soon"))).containsExactly("minPosition INVALID_VALUE");
    }

    private static List<String> codes(Client.Reply refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("parameter").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
