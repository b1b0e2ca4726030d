package nl.leerspoor.command.cohort;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.cohort.CohortRefusal.ALREADY_A_MEMBER;
import static nl.leerspoor.command.cohort.CohortRefusal.COHORT_EMPTY;
import static nl.leerspoor.command.cohort.CohortRefusal.COHORT_FULL;
import static nl.leerspoor.command.cohort.CohortRefusal.COHORT_NOT_CREATED;
import static nl.leerspoor.command.cohort.CohortRefusal.NOT_A_MEMBER;
import static nl.leerspoor.command.cohort.CohortRefusal.UNKNOWN_TRAJECTORY;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.EXPECTED_RESUME_NOT_LATER;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.TRAJECTORY_ENDED;

import java.util.Optional;
import java.util.function.Function;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.cohort.Cohort.Created;
import nl.leerspoor.command.cohort.Cohort.NotCreated;
import nl.leerspoor.command.cohort.CohortCommand.AddToCohort;
import nl.leerspoor.command.cohort.CohortCommand.CreateCohort;
import nl.leerspoor.command.cohort.CohortCommand.PutCohortOnHold;
import nl.leerspoor.command.cohort.CohortCommand.RemoveFromCohort;
import nl.leerspoor.command.cohort.CohortCommand.ResumeCohort;
import nl.leerspoor.command.cohort.CohortCommand.Together;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.cohort.CohortEvent.CandidateAddedToCohort;
import nl.leerspoor.events.cohort.CohortEvent.CandidateRemovedFromCohort;
import nl.leerspoor.events.cohort.CohortEvent.CohortActionCompleted;
import nl.leerspoor.events.cohort.CohortEvent.CohortCreated;
import nl.leerspoor.events.cohort.CohortEvent.CohortPutOnHold;
import nl.leerspoor.events.cohort.CohortEvent.CohortResumed;

/** The rules of cohorts: who can be a member, and what is decided for all of them at once (rule B20). */
final class Cohorting {

    private Cohorting() {}

    static Decision<CohortEvent> create(Cohort state, CreateCohort c) {
        return switch (state) {
            case NotCreated s ->
                accepted(new CohortCreated(c.cohortId(), c.region(), c.effectiveOn(), c.name(), c.reference()));
            case Created s -> rejected(ID_IN_USE);
        };
    }

    /**
     * Decides on a new member.
     *
     * @param joining the trajectory as it was on the day; empty when there is no such trajectory
     */
    static Decision<CohortEvent> add(Cohort state, AddToCohort c, Optional<Trajectory> joining) {
        return whileCreated(state, cohort -> switch (joining.orElse(new Trajectory.NotOpened())) {
            case Trajectory.NotOpened s -> rejected(UNKNOWN_TRAJECTORY);
            case Trajectory.Ended s -> rejected(TRAJECTORY_ENDED);
            case Trajectory.Open s -> add(cohort, c, s);
        });
    }

    private static Decision<CohortEvent> add(Created cohort, AddToCohort c, Trajectory.Open joining) {
        if (!joining.route().region().equals(cohort.region())) {
            return rejected(OTHER_REGION);
        }
        if (cohort.has(c.trajectoryId())) {
            return rejected(ALREADY_A_MEMBER);
        }
        if (cohort.isFull()) {
            return rejected(COHORT_FULL);
        }
        return accepted(new CandidateAddedToCohort(
                cohort.id(),
                cohort.region(),
                c.effectiveOn(),
                c.trajectoryId(),
                joining.route().candidateId()));
    }

    static Decision<CohortEvent> remove(Cohort state, RemoveFromCohort c) {
        return whileCreated(
                state,
                cohort -> cohort.has(c.trajectoryId())
                        ? accepted(new CandidateRemovedFromCohort(
                                cohort.id(),
                                cohort.region(),
                                c.effectiveOn(),
                                c.trajectoryId(),
                                cohort.members().get(c.trajectoryId())))
                        : rejected(NOT_A_MEMBER));
    }

    /** The decision itself; the rules of holds say what it does to each member, {@link #completed} what came of it. */
    static Decision<CohortEvent> decide(Cohort state, Together command) {
        return whileCreated(state, cohort -> {
            if (cohort.members().isEmpty()) {
                return rejected(COHORT_EMPTY);
            }
            return switch (command) {
                case PutCohortOnHold c
                when c.expectedResumeOn() != null && !c.expectedResumeOn().isAfter(c.effectiveOn()) ->
                    rejected(EXPECTED_RESUME_NOT_LATER);
                case PutCohortOnHold c ->
                    accepted(new CohortPutOnHold(
                            cohort.id(),
                            cohort.region(),
                            c.effectiveOn(),
                            c.cause(),
                            c.expectedResumeOn(),
                            cohort.memberIds(),
                            cohort.members().size()));
                case ResumeCohort c ->
                    accepted(new CohortResumed(
                            cohort.id(),
                            cohort.region(),
                            c.effectiveOn(),
                            cohort.memberIds(),
                            cohort.members().size()));
            };
        });
    }

    /** What came of the decision. */
    static CohortEvent completed(CohortEvent decision, Together command, Effects effects) {
        return new CohortActionCompleted(
                decision.cohortId(),
                decision.region(),
                decision.effectiveOn(),
                action(command),
                effects.applied(),
                effects.skipped());
    }

    private static String action(Together command) {
        return switch (command) {
            case PutCohortOnHold c -> "HOLD";
            case ResumeCohort c -> "RESUME";
        };
    }

    private static Decision<CohortEvent> whileCreated(Cohort state, Function<Created, Decision<CohortEvent>> decision) {
        return switch (state) {
            case NotCreated s -> rejected(COHORT_NOT_CREATED);
            case Created s -> decision.apply(s);
        };
    }
}
