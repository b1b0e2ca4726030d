package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** F16: the share of matches in the sector that candidates prefer. */
class PreferenceMetTest {

    @Test
    void itIsAShareOfTheMatchesAndNotOfAll() {
        var met = given(
                        trajectory("K001").matched(true),
                        trajectory("K002").matched(true),
                        trajectory("K003").matched(false),
                        trajectory("K004"))
                .when(Figure.PREFERENCE_MET, "2020-11-01");

        assertThat(met)
                .containsEntry("total", 2L)
                .containsEntry("n", 3L)
                .containsEntry("share", new BigDecimal("0.67"));
    }

    @Test
    void withoutMatchesThereIsNoShare() {
        assertThat(given(trajectory("K004")).when(Figure.PREFERENCE_MET, "2020-11-01"))
                .containsEntry("share", null);
    }
}
