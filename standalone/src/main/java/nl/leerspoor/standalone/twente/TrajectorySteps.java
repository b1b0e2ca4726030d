package nl.leerspoor.standalone.twente;

import nl.leerspoor.command.Command;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectCandidateSector;
import nl.leerspoor.command.trajectory.ending.EndingCommand.AdviseProgression;
import nl.leerspoor.command.trajectory.ending.EndingCommand.CompleteTrajectory;
import nl.leerspoor.command.trajectory.ending.EndingCommand.StopTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.OpenTrajectory;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReferCandidate;

/** Trajectories: how they begin and how they end. */
final class TrajectorySteps {

    private TrajectorySteps() {}

    static Command open(ScenarioFact fact) {
        return new OpenTrajectory(
                fact.trajectory(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                fact.candidate(),
                fact.text("goal"),
                fact.text("sec"),
                1,
                fact.text("sec").equals("GP") ? "testwerkcoach-groen" : "testwerkcoach-zorg",
                fact.text("cand"));
    }

    static Command correctSector(ScenarioFact fact) {
        return new CorrectCandidateSector(fact.trajectory(), fact.text("new"), fact.text("reason"));
    }

    static Command assess(ScenarioFact fact) {
        return new AssessSuitability(
                fact.trajectory(),
                fact.effectiveOn(),
                true,
                fact.text("outcome").equals("SCHOOLBAAR"),
                "INTAKE_REPORT",
                "INTAKE-" + fact.text("cand"),
                "INTAKE-TWENTE",
                "1",
                "WERKCOACH");
    }

    static Command refer(ScenarioFact fact) {
        return new ReferCandidate(fact.trajectory(), fact.effectiveOn(), fact.text("to"));
    }

    static Command complete(ScenarioFact fact) {
        return new CompleteTrajectory(fact.trajectory(), fact.effectiveOn());
    }

    static Command stop(ScenarioFact fact) {
        return new StopTrajectory(fact.trajectory(), fact.effectiveOn(), fact.text("reason"));
    }

    static Command adviseProgression(ScenarioFact fact) {
        return new AdviseProgression(fact.trajectory(), fact.effectiveOn(), fact.text("to"));
    }
}
