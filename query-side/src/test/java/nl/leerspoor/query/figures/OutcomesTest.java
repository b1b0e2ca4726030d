package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Given.numbers;
import static nl.leerspoor.query.figures.Made.candidate;
import static nl.leerspoor.query.figures.Made.outcome;
import static nl.leerspoor.query.figures.Made.trajectory;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import nl.leerspoor.query.figures.Trajectory.Status;
import org.junit.jupiter.api.Test;

/** F17: what became of people, and how many said so. */
class OutcomesTest {

    private static final String ENDED = "2020-01-15";

    @Test
    void aQuestionIsDueFromItsDayOn() {
        Given stopped = given(candidate("K001"), trajectory("K001").ended(Status.STOPPED, ENDED, "PERSONAL"));

        assertThat(response(stopped.when(Figure.OUTCOMES, "2020-04-14"), "M3")).containsEntry("due", 0L);
        assertThat(response(stopped.when(Figure.OUTCOMES, "2020-04-15"), "M3")).containsEntry("due", 1L);
    }

    @Test
    void withNobodyAskedThereIsNoRate() {
        var outcomes = given(trajectory("K001").started("2020-01-15")).when(Figure.OUTCOMES, "2020-11-01");

        assertThat(response(outcomes, "END"))
                .containsEntry("due", 0L)
                .containsEntry("rate", null)
                .containsEntry("byOutcome", Map.of());
    }

    @Test
    void nobodyWhoWasReferredOrTransferredOrDiedIsAsked() {
        var outcomes = given(
                        trajectory("K064").ended(Status.REFERRED, ENDED, "ENTREE"),
                        trajectory("K080").ended(Status.TRANSFERRED_OUT, ENDED, "AM20"),
                        trajectory("K090").ended(Status.STOPPED, ENDED, "DECEASED"))
                .when(Figure.OUTCOMES, "2020-11-01");

        assertThat(response(outcomes, "END")).containsEntry("due", 0L);
    }

    @Test
    void whatIsNotAnsweredWithinEightWeeksIsUnknown() {
        Given silent = given(candidate("K001"), trajectory("K001").ended(Status.COMPLETED, ENDED, null));

        assertThat(response(silent.when(Figure.OUTCOMES, "2020-03-11"), "END"))
                .containsEntry("awaited", 1L)
                .containsEntry("unknown", 0L);
        assertThat(response(silent.when(Figure.OUTCOMES, "2020-03-12"), "END"))
                .containsEntry("awaited", 0L)
                .containsEntry("unknown", 1L)
                .containsEntry("byOutcome", Map.of("UNKNOWN", 1L));
    }

    @Test
    void thatNobodyKnowsIsNoAnswer() {
        var outcomes = given(
                        candidate("K001", "a", "AM05", null, outcome("K001", "END", "EMPLOYED")),
                        trajectory("K001").ended(Status.COMPLETED, ENDED, null),
                        candidate("K002", "b", "AM05", null, outcome("K002", "END", "UNKNOWN")),
                        trajectory("K002").ended(Status.COMPLETED, ENDED, null))
                .when(Figure.OUTCOMES, "2020-01-20");

        assertThat(outcomes)
                .containsEntry("total", 2L)
                .containsEntry("byOutcome", Map.of("EMPLOYED", 1L, "UNKNOWN", 1L));
        assertThat(response(outcomes, "END"))
                .containsEntry("due", 2L)
                .containsEntry("answered", 1L)
                .containsEntry("unknown", 1L)
                .containsEntry("rate", new BigDecimal("0.50"));
    }

    private static Map<Object, Object> response(Map<String, Object> outcomes, String moment) {
        return numbers(numbers(outcomes.get("response")).get(moment));
    }
}
