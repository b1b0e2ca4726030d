package nl.leerspoor.query.supervisors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.training.TrainingEvent;
import nl.leerspoor.query.supervisors.SupervisorState.Competence;
import nl.leerspoor.query.supervisors.TrainingState.Phase;
import nl.leerspoor.query.twente.TwentePilot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The supervisors of the Twente pilot and their trainings give the figures that were expected. */
class TwenteSupervisorsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # day, trained, trainings that lie still
            2019-10-31,  7,
            2019-12-31,  7,
            2020-02-29, 14,
            2020-04-01, 14, BO-3 BO-4
            2020-06-30, 14, BO-3 BO-4
            2020-07-31, 14, BO-3 BO-4
            2020-08-31, 20, BO-4
            2020-09-01, 20, BO-4
            2020-09-30, 20, BO-4
            2020-11-01, 20, BO-4
            2020-12-31, 22,""")
    void theTableOfExpectedFigures(String day, int trained, String suspended) {
        assertThat(supervisors(day).stream().filter(s -> s.competence() instanceof Competence.Trained))
                .hasSize(trained);
        assertThat(trainings(day).stream()
                        .filter(training -> training.phase() == Phase.SUSPENDED)
                        .map(training -> training.plan().reference())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(suspended == null ? "" : suspended);
    }

    @Test
    void freePlacesOfTrainedAndAvailableSupervisors() {
        assertThat(freePlaces("2020-11-01")).isEqualTo(Map.of("LOG", 2, "DZ", 2, "GP", 0, "HV", 2));
        assertThat(freePlaces("2020-12-31")).isEqualTo(Map.of("LOG", 2, "DZ", 2, "GP", 6, "HV", 2));
    }

    @Test
    void twoSupervisorsWereStillInTrainingInAutumn() {
        assertThat(supervisors("2020-11-01").stream().filter(s -> s.competence() instanceof Competence.InTraining))
                .hasSize(2);
    }

    private static Map<String, Integer> freePlaces(String day) {
        return supervisors(day).stream()
                .filter(s -> s.competence() instanceof Competence.Trained
                        && s.absence().isEmpty())
                .collect(Collectors.groupingBy(
                        s -> s.registration().sector(),
                        Collectors.summingInt(
                                s -> s.maxCandidates() - s.reservations().size())));
    }

    private static List<SupervisorState> supervisors(String day) {
        return TwentePilot.on(day, SupervisorEvent.class, SupervisorCourse::evolve);
    }

    private static List<TrainingState> trainings(String day) {
        return TwentePilot.on(day, TrainingEvent.class, TrainingCourse::evolve);
    }
}
