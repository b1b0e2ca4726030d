package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.supervisor;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** F11: free places, and places that are short. */
class ShortageTest {

    @Test
    void placesAreFreeWithTrainedSupervisorsWhoAreThere() {
        var free = given(
                        supervisor("S1", "LB01", 1),
                        supervisor("S2", "LB01", "TRAINED", null, 0, "CORONA"),
                        supervisor("S3", "LB01", "IN_TRAINING", null, 0, null),
                        supervisor("S4", "LB01", "TRAINED", "2020-03-31", 0, null),
                        supervisor("S5", "LB01", 4))
                .when(Figure.FREE_PLACES, "2020-04-01");

        assertThat(free).containsEntry("total", 2L);
    }

    @Test
    void aFreePlaceElsewhereHelpsNobody() {
        var shortage = given(
                        trajectory("K059").waiting("2020-03-16", "LB09"),
                        trajectory("K060").waiting("2020-03-16", "LB09"),
                        supervisor("L01", "LB01", 0))
                .when(Figure.SHORTAGE, "2020-04-01");

        assertThat(shortage)
                .containsEntry("total", 2L)
                .containsEntry(
                        "byLeerbedrijf", Map.of(Made.id("leerbedrijf LB09").toString(), 2L));
    }

    @Test
    void whereMoreIsFreeThanAskedNothingIsShortAndNothingIsMadeUpForOthers() {
        var shortage = given(
                        trajectory("K001").waiting("2020-03-16", "LB01"),
                        supervisor("L01", "LB01", 0),
                        trajectory("K059").waiting("2020-03-16", "LB09"))
                .when(Figure.SHORTAGE, "2020-04-01");

        assertThat(shortage).containsEntry("total", 1L);
    }

    @Test
    void threePlacesAreOneSupervisorAndOneMoreIsAnother() {
        var shortage = given(
                        trajectory("K059").waiting("2020-03-16", "LB09"),
                        trajectory("K060").waiting("2020-03-16", "LB09"),
                        trajectory("K061").waiting("2020-03-16", "LB09"),
                        trajectory("K062").waiting("2020-03-16", "LB09"))
                .when(Figure.SHORTAGE, "2020-04-01");

        assertThat(shortage).containsEntry("total", 4L).containsEntry("supervisors", 2L);
    }

    @Test
    void whoWaitsForNoLeerbedrijfInParticularIsShortOfAPlaceWholly() {
        var shortage = given(trajectory("K059").waiting("2020-03-16", null), supervisor("L01", "LB01", 0))
                .when(Figure.SHORTAGE, "2020-04-01");

        assertThat(shortage).containsEntry("total", 1L).containsEntry("byLeerbedrijf", Map.of("NONE", 1L));
    }
}
