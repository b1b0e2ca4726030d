package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** F18: on to further education, advised and begun. */
class ProgressionTest {

    @Test
    void advisedIsNotBegunAndEachIsSplitByWhereto() {
        Given trajectories = given(
                trajectory("K003").advised("ENTREE"),
                trajectory("K004").advised("ENTREE").progressed("MBO_2"),
                trajectory("K001"));

        assertThat(trajectories.when(Figure.PROGRESSION_ADVISED, "2020-11-01"))
                .containsEntry("total", 2L)
                .containsEntry("byTarget", Map.of("ENTREE", 2L));
        assertThat(trajectories.when(Figure.PROGRESSION_STARTED, "2020-11-01"))
                .containsEntry("total", 1L)
                .containsEntry("byTarget", Map.of("MBO_2", 1L));
    }
}
