package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

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
