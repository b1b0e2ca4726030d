package nl.leerspoor.standalone.twente;

import nl.leerspoor.command.Command;
import nl.leerspoor.command.cohort.CohortCommand.AddToCohort;
import nl.leerspoor.command.cohort.CohortCommand.CreateCohort;
import nl.leerspoor.command.cohort.CohortCommand.PutCohortOnHold;
import nl.leerspoor.command.cohort.CohortCommand.ResumeCohort;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PostponeTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.TakeOffWaitlist;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.WaitlistCandidate;

/** Planned starts, the waiting list, and the cohort that stood still together. */
final class PlanningSteps {

    private PlanningSteps() {}

    static Command planStart(ScenarioFact fact) {
        return new PlanTrajectoryStart(fact.trajectory(), fact.effectiveOn(), fact.date("start"));
    }

    static Command postponeStart(ScenarioFact fact) {
        return new PostponeTrajectoryStart(fact.trajectory(), fact.effectiveOn(), fact.date("new"), fact.text("cause"));
    }

    static Command waitlist(ScenarioFact fact) {
        return new WaitlistCandidate(
                fact.trajectory(),
                fact.effectiveOn(),
                fact.text("cause"),
                TwenteIds.of("leerbedrijf", fact.text("intendedLeerbedrijf")));
    }

    static Command takeOffWaitlist(ScenarioFact fact) {
        return new TakeOffWaitlist(fact.trajectory(), fact.effectiveOn());
    }

    static Command createCohort(ScenarioFact fact) {
        return new CreateCohort(
                fact.cohort(), ScenarioFact.REGION, fact.effectiveOn(), "Instroom voorjaar 2020", fact.text("cohort"));
    }

    static Command addToCohort(ScenarioFact fact) {
        return new AddToCohort(fact.cohort(), fact.effectiveOn(), fact.trajectory());
    }

    static Command putCohortOnHold(ScenarioFact fact) {
        return new PutCohortOnHold(fact.cohort(), fact.effectiveOn(), fact.text("cause"), null);
    }

    static Command resumeCohort(ScenarioFact fact) {
        return new ResumeCohort(fact.cohort(), fact.effectiveOn());
    }
}
