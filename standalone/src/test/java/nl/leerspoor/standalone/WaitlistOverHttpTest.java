package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The waiting list of the Twente pilot: five wait at a company whose supervisor is not trained yet. */
class WaitlistOverHttpTest extends TwentePilot {

    private static final String LIST = "/v1/waitlist?region=AM05&validOn=2020-11-01";

    @Test
    void tellsWhoWaitsLongestFirstAndTheirPlaceAtTheCompany() {
        assertThat(items(LIST)).hasSize(5).allSatisfy(item -> {
            assertThat(item.path("waiting").asInt()).isEqualTo(5);
            assertThat(item.path("days").asInt()).isPositive();
        });
        assertThat(items(LIST).stream().map(item -> item.path("place").asInt())).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void thoseOfOneDayStandInTheOrderOfEntry() {
        String[] inOrder = {"K059", "K060", "K061", "K062", "K063"};
        assertThat(items(LIST).stream()
                        .map(item -> item.path("since").asString())
                        .distinct())
                .hasSize(1);

        assertThat(each("reference", LIST)).containsExactly(inOrder);
        assertThat(items(LIST).stream()
                        .sorted(Comparator.comparing(item -> item.path("place").asInt()))
                        .map(item -> item.path("reference").asString()))
                .containsExactly(inOrder);
        var next = client.get(LIST + "&limit=2").header("Link");
        String second = next.substring(next.indexOf('<') + 1, next.indexOf('>')).replaceFirst("^https?://[^/]+", "");
        assertThat(client.get(second)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("reference").asString()))
                .containsExactly("K061", "K062");
    }

    @Test
    void tellsHowManyPlacesAreFreeAndMissingThere() {
        JsonNode first = items(LIST + "&sort=-placesMissing").getFirst();

        assertThat(first.path("placesFree").asInt()).isZero();
        assertThat(first.path("placesMissing").asInt()).isEqualTo(5);
        assertThat(items(LIST + "&placeFree=true")).isEmpty();
        assertThat(items(LIST + "&placeFree=false")).hasSize(5);
    }

    @Test
    void canBeNarrowedToACompanyASectorAndALongWait() {
        JsonNode first = items(LIST).getFirst();
        int days = first.path("days").asInt();

        assertThat(items(LIST + "&leerbedrijf=" + first.path("leerbedrijfId").asString() + "&sector=GP"))
                .hasSize(5);
        assertThat(items(LIST + "&daysMin=" + days)).isNotEmpty();
        assertThat(items(LIST + "&daysMin=" + (days + 1))).isEmpty();
        assertThat(items(LIST + "&sector=DZ")).isEmpty();
    }

    @Test
    void isEmptyBeforeAnyoneWaited() {
        assertThat(items("/v1/waitlist?region=AM05&validOn=2019-01-01")).isEmpty();
    }
}
