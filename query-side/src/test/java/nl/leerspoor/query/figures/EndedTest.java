package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.leerspoor.query.figures.Trajectory.Status;
import org.junit.jupiter.api.Test;

/** F06: how trajectories ended. */
class EndedTest {

    @Test
    void whoStoppedIsSplitByReasonAndWhoWentElsewhereByWhereto() {
        Given ended = given(
                trajectory("K070").ended(Status.STOPPED, "2020-03-02", "PERSONAL"),
                trajectory("K071").ended(Status.STOPPED, "2020-06-15", "WORK_FOUND"),
                trajectory("K064").ended(Status.REFERRED, "2019-11-18", "ENTREE"),
                trajectory("K080").ended(Status.TRANSFERRED_OUT, "2020-05-01", "AM20"),
                trajectory("K001").ended(Status.COMPLETED, "2019-12-13", null));

        assertThat(ended.when(Figure.STOPPED, "2020-06-30"))
                .containsEntry("total", 2L)
                .containsEntry("byReason", Map.of("PERSONAL", 1L, "WORK_FOUND", 1L));
        assertThat(ended.when(Figure.REFERRED, "2020-06-30")).containsEntry("byTarget", Map.of("ENTREE", 1L));
        assertThat(ended.when(Figure.TRANSFERRED, "2020-06-30")).containsEntry("byTarget", Map.of("AM20", 1L));
        assertThat(ended.when(Figure.COMPLETED, "2020-06-30")).containsEntry("total", 1L);
    }

    @Test
    void theDayOfTheEndBelongsToThePeriodWhetherItIsItsFirstOrItsLast() {
        Given ended = given(trajectory("K001").ended(Status.COMPLETED, "2020-05-15", null));

        assertThat(ended.since("2020-05-15").when(Figure.COMPLETED, "2020-05-31"))
                .containsEntry("inPeriod", 1L);
        assertThat(ended.since("2020-05-01").when(Figure.COMPLETED, "2020-05-15"))
                .containsEntry("inPeriod", 1L);
        assertThat(ended.since("2020-05-16").when(Figure.COMPLETED, "2020-05-31"))
                .containsEntry("inPeriod", 0L)
                .containsEntry("total", 1L);
    }

    @Test
    void withoutAPeriodNothingIsToldOfOne() {
        assertThat(given(trajectory("K001").ended(Status.COMPLETED, "2020-05-15", null))
                        .when(Figure.COMPLETED, "2020-05-31"))
                .doesNotContainKey("inPeriod");
    }
}
