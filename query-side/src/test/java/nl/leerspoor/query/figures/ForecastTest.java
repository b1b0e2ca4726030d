package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.day;
import static nl.leerspoor.query.figures.Made.id;
import static nl.leerspoor.query.figures.Made.supervisor;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.leerspoor.query.figures.Forecast.AtLeerbedrijf;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final UUID TRAINING = id("training BO-1");

    private static Forecast on(String day, Given rows) {
        return new Forecast(rows.situation("2020-11-01"), day(day), Map.of(TRAINING, day("2020-12-11")));
    }

    private static Object total(Situation situation, Figure figure) {
        return Calculation.of(situation, Forecasts.WANTED).get(figure.label()).get("total");
    }

    @Test
    void whoTakesPartIsTrainedFromTheDayOfCompletionOn() {
        Given rows = given(supervisor("G03", "LB09", "IN_TRAINING", null, 0, null));

        assertThat(total(on("2020-12-10", rows).expected(), Figure.SUPERVISORS_TRAINED))
                .isEqualTo(0L);
        assertThat(total(on("2020-12-11", rows).expected(), Figure.SUPERVISORS_TRAINED))
                .isEqualTo(1L);
        assertThat(total(on("2020-12-11", rows).expected(), Figure.FREE_PLACES)).isEqualTo(3L);
    }

    @Test
    void newPlacesAtOneLeerbedrijfDoNotHelpThoseWhoWaitForAnother() {
        Given rows = given(
                supervisor("G03", "LB09", "IN_TRAINING", null, 0, null),
                trajectory("K059").waiting("2020-03-16", "LB09"),
                trajectory("K001").waiting("2020-03-16", "LB01"));

        var leerbedrijven = on("2020-12-31", rows).leerbedrijven();

        assertThat(leerbedrijven)
                .containsExactlyInAnyOrder(
                        new AtLeerbedrijf(id("leerbedrijf LB09"), 1, 0, 3, 1, 0),
                        new AtLeerbedrijf(id("leerbedrijf LB01"), 1, 0, 0, 1, 1));
    }

    @Test
    void whoWaitsForNoLeerbedrijfInParticularWaitsOn() {
        Given rows = given(
                supervisor("G03", "LB09", "IN_TRAINING", null, 0, null),
                trajectory("K059").waiting("2020-03-16", null));

        assertThat(on("2020-12-31", rows).leerbedrijven())
                .containsExactlyInAnyOrder(
                        new AtLeerbedrijf(null, 1, 0, 0, 1, 1),
                        new AtLeerbedrijf(id("leerbedrijf LB09"), 0, 0, 3, 0, 0));
    }

    @Test
    void whoIsAwayGivesNoPlaces() {
        Given rows = given(supervisor("G03", "LB09", "IN_TRAINING", null, 0, "ILLNESS"));

        Situation expected = on("2020-12-31", rows).expected();

        assertThat(total(expected, Figure.SUPERVISORS_TRAINED)).isEqualTo(1L);
        assertThat(total(expected, Figure.FREE_PLACES)).isEqualTo(0L);
    }

    @Test
    void aTrainingThatRunsOutMeanwhileCountsNoMore() {
        Given rows = given(supervisor("L01", "LB01", "TRAINED", "2020-11-30", 0, null));

        assertThat(total(rows.situation("2020-11-01"), Figure.FREE_PLACES)).isEqualTo(3L);
        assertThat(total(on("2020-12-01", rows).expected(), Figure.FREE_PLACES)).isEqualTo(0L);
    }
}
