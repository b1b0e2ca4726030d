package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.trajectory;
import static nl.leerspoor.query.figures.Made.verklaring;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import nl.leerspoor.query.figures.Trajectory.Status;
import org.junit.jupiter.api.Test;

/** F08: who is owed a paper. */
class ToBeIssuedTest {

    @Test
    void whoCompletedAndHasNoDraftIsOwedOneAndWhoseDraftIsApprovedToo() {
        var due = given(
                        trajectory("K001").ended(Status.COMPLETED, "2020-05-15", null),
                        trajectory("K002").ended(Status.COMPLETED, "2020-05-15", null),
                        verklaring("K002", "APPROVED", "2020-05-28", null),
                        trajectory("K003").ended(Status.COMPLETED, "2020-05-15", null),
                        verklaring("K003", "DRAFTED", null, null),
                        trajectory("K004").started("2020-01-13"))
                .when(Figure.TO_BE_ISSUED, "2020-06-01");

        assertThat(due)
                .containsEntry("total", 2L)
                .containsEntry("withoutDraft", 1L)
                .containsEntry("approved", 1L);
    }

    @Test
    void aDraftThatWasWithdrawnOrRefusedIsNone() {
        var due = given(
                        trajectory("K001").ended(Status.COMPLETED, "2020-05-15", null),
                        verklaring("K001", "WITHDRAWN", null, null),
                        verklaring("K001", "REFUSED", null, null))
                .when(Figure.TO_BE_ISSUED, "2020-06-01");

        assertThat(due).containsEntry("withoutDraft", 1L);
    }

    @Test
    void daysAreCountedFromTheCompletionOfThoseWhoHaveNoPaperYet() {
        var due = given(
                        trajectory("K001").ended(Status.COMPLETED, "2020-05-22", null),
                        trajectory("K002").ended(Status.COMPLETED, "2020-05-31", null),
                        trajectory("K003").ended(Status.COMPLETED, "2019-12-13", null),
                        verklaring("K003", "ISSUED", "2020-01-10", "2020-01-20"))
                .when(Figure.TO_BE_ISSUED, "2020-06-01");

        assertThat(due).containsEntry("medianDaysSinceCompletion", new BigDecimal("5.50"));
    }
}
