package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nl.leerspoor.query.figures.Candidate.Growth;
import org.junit.jupiter.api.Test;

/** F15: how confidence grew. */
class ConfidenceGrowthTest {

    @Test
    void theMeanIsThatOfThoseWithTwoScores() {
        var growth = given(
                        candidate("K001", "a", "AM05", new Growth(5, 7)),
                        candidate("K002", "b", "AM05", new Growth(5, 6)),
                        candidate("K003", "c", "AM05", new Growth(5, 5)),
                        candidate("K004"))
                .when(Figure.CONFIDENCE_GROWTH, "2020-11-01");

        assertThat(growth).containsEntry("mean", new BigDecimal("1.00")).containsEntry("n", 3L);
    }

    @Test
    void itCanShrinkAndIsRoundedHalfUp() {
        var growth = given(
                        candidate("K001", "a", "AM05", new Growth(7, 5)),
                        candidate("K002", "b", "AM05", new Growth(5, 6)),
                        candidate("K003", "c", "AM05", new Growth(5, 5)))
                .when(Figure.CONFIDENCE_GROWTH, "2020-11-01");

        assertThat(growth).containsEntry("mean", new BigDecimal("-0.33"));
    }

    @Test
    void ofNobodyThereIsNoMean() {
        assertThat(given(candidate("K001")).when(Figure.CONFIDENCE_GROWTH, "2020-11-01"))
                .containsEntry("mean", null)
                .containsEntry("n", 0L);
    }
}
