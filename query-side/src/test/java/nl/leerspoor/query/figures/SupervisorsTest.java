package nl.leerspoor.query.figures;

import static nl.leerspoor.query.figures.Given.given;
import static nl.leerspoor.query.figures.Made.supervisor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** F10: who can guide candidates. */
class SupervisorsTest {

    @Test
    void aTrainingThatRanOutYesterdayCountsNoMoreAndOneThatRunsOutTodayStillDoes() {
        Given supervisors = given(
                supervisor("S1", "LB01", "TRAINED", "2020-06-30", 0, null),
                supervisor("S2", "LB01", "TRAINED", "2020-07-01", 0, null),
                supervisor("S3", "LB01", "EXPIRED", null, 0, null));

        assertThat(supervisors.when(Figure.SUPERVISORS_TRAINED, "2020-07-01")).containsEntry("total", 1L);
        assertThat(supervisors.when(Figure.SUPERVISORS_EXPIRED, "2020-07-01")).containsEntry("total", 2L);
    }

    @Test
    void whoIsAwayForAWhileIsTrainedAllTheSame() {
        Given supervisors = given(supervisor("G01", "LB07", "TRAINED", null, 0, "CORONA"));

        assertThat(supervisors.when(Figure.SUPERVISORS_TRAINED, "2020-07-01")).containsEntry("total", 1L);
        assertThat(supervisors.when(Figure.SUPERVISORS_UNAVAILABLE, "2020-07-01"))
                .containsEntry("total", 1L);
    }

    @Test
    void whoTakesPartInATrainingIsInTraining() {
        Given supervisors = given(
                supervisor("G03", "LB09", "IN_TRAINING", null, 0, null),
                supervisor("G04", "LB09", "REGISTERED", null, 0, null));

        assertThat(supervisors.when(Figure.SUPERVISORS_IN_TRAINING, "2020-07-01"))
                .containsEntry("total", 1L);
        assertThat(supervisors.when(Figure.SUPERVISORS_TRAINED, "2020-07-01")).containsEntry("total", 0L);
    }
}
