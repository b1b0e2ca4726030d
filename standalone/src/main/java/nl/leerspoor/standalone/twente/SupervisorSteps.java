package nl.leerspoor.standalone.twente;

import java.time.LocalDate;
import java.util.Map;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.supervisor.SupervisorCommand.EnrolInTraining;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkAvailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import nl.leerspoor.command.training.TrainingCommand.CompleteTraining;
import nl.leerspoor.command.training.TrainingCommand.ResumeTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.command.training.TrainingCommand.SuspendTraining;

/** Supervisors and their trainings. */
final class SupervisorSteps {

    private static final int MAX_CANDIDATES = 3;

    private static final Map<String, String> SECTOR_OF_TRAINING = Map.of("BO-4", "GP");

    /** When the trainings that stood still ended after all. */
    private static final Map<String, LocalDate> NEW_END =
            Map.of("BO-3", LocalDate.of(2020, 8, 28), "BO-4", LocalDate.of(2020, 12, 11));

    private SupervisorSteps() {}

    static Command register(ScenarioFact fact) {
        return new RegisterSupervisor(
                fact.supervisor(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                fact.leerbedrijf(),
                fact.text("sec"),
                MAX_CANDIDATES,
                fact.text("sup"));
    }

    static Command becomeUnavailable(ScenarioFact fact) {
        return new MarkUnavailable(fact.supervisor(), fact.effectiveOn(), fact.text("cause"));
    }

    static Command becomeAvailable(ScenarioFact fact) {
        return new MarkAvailable(fact.supervisor(), fact.effectiveOn());
    }

    static Command scheduleTraining(ScenarioFact fact, Scenario scenario) {
        String training = fact.text("training");
        return new ScheduleTraining(
                fact.training(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                "BEGELEIDERSTRAINING",
                fact.date("start"),
                fact.date("end"),
                SECTOR_OF_TRAINING.get(training),
                scenario.enrolledIn(training).size(),
                training);
    }

    static Command enrol(ScenarioFact fact) {
        return new EnrolInTraining(fact.supervisor(), fact.effectiveOn(), fact.training());
    }

    static Command suspendTraining(ScenarioFact fact) {
        return new SuspendTraining(fact.training(), fact.effectiveOn(), fact.text("cause"), null);
    }

    static Command resumeTraining(ScenarioFact fact) {
        return new ResumeTraining(fact.training(), fact.effectiveOn(), NEW_END.get(fact.text("training")));
    }

    static Command completeTraining(ScenarioFact fact, Scenario scenario) {
        return new CompleteTraining(
                fact.training(), fact.effectiveOn(), scenario.enrolledIn(fact.text("training")), null);
    }
}
