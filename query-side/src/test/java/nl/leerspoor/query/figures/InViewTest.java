package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.candidate;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** F01: candidates registered, whatever became of them. */
class InViewTest {

    @Test
    void everybodyCountsWhoWasRegisteredWithATrajectoryOrWithout() {
        var inView =
                given(candidate("K001"), candidate("K002"), trajectory("K002")).when(Figure.IN_VIEW, "2020-02-01");

        assertThat(inView).containsEntry("total", 2L).containsEntry("bySector", Map.of("LOG", 1L));
    }

    @Test
    void whoseTrajectoryEndedStaysInView() {
        var inView = given(
                        candidate("K001"),
                        trajectory("K001").ended(Trajectory.Status.STOPPED, "2020-01-20", "PERSONAL"))
                .when(Figure.IN_VIEW, "2020-02-01");

        assertThat(inView).containsEntry("total", 1L);
    }

    @Test
    void aPersonInTwoRegionsCountsOnceInTheCountryAndInEachOfItsRegions() {
        var inView = given(candidate("K001", "anna", "AM05", null), candidate("K002", "anna", "AM20", null))
                .inTheCountry()
                .when(Figure.IN_VIEW, "2020-02-01");

        assertThat(inView).containsEntry("total", 1L).containsEntry("byRegion", Map.of("AM05", 1L, "AM20", 1L));
    }

    @Test
    void whatPilotsAimAtIsSummed() {
        var inView = given(
                        new Pilot(Made.id("one"), "AM05", 100),
                        new Pilot(Made.id("two"), "AM05", 20),
                        new Pilot(Made.id("none"), "AM05", null))
                .when(Figure.IN_VIEW, "2020-02-01");

        assertThat(inView).containsEntry("target", 120L).containsEntry("total", 0L);
    }

    @Test
    void thePeriodBeginsAndEndsWithItsDays() {
        assertThat(given(candidate("K001")).since("2020-01-06").when(Figure.IN_VIEW, "2020-01-06"))
                .containsEntry("inPeriod", 1L);
        assertThat(given(candidate("K001")).since("2020-01-07").when(Figure.IN_VIEW, "2020-01-31"))
                .containsEntry("inPeriod", 0L);
    }
}
