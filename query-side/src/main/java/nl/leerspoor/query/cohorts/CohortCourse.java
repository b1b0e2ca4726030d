package nl.leerspoor.query.cohorts;

import java.util.List;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.cohort.CohortEvent.CandidateAddedToCohort;
import nl.leerspoor.events.cohort.CohortEvent.CandidateRemovedFromCohort;
import nl.leerspoor.events.cohort.CohortEvent.CohortActionCompleted;
import nl.leerspoor.events.cohort.CohortEvent.CohortCreated;
import nl.leerspoor.events.cohort.CohortEvent.CohortPutOnHold;
import nl.leerspoor.events.cohort.CohortEvent.CohortResumed;
import nl.leerspoor.query.cohorts.CohortState.Action;
import nl.leerspoor.query.cohorts.CohortState.Making;

/** What each fact changes in what is told of a cohort. A decision is told once its effects are known. */
final class CohortCourse {

    private CohortCourse() {}

    static CohortState evolve(CohortState state, Fact<CohortEvent> fact) {
        return switch (fact.event()) {
            case CohortCreated e ->
                new CohortState(
                        new Making(e.region(), e.reference(), e.name(), fact.effectiveOn()), List.of(), List.of());
            case CandidateAddedToCohort e -> state.with(e.trajectoryId());
            case CandidateRemovedFromCohort e -> state.without(e.trajectoryId());
            case CohortActionCompleted e ->
                state.after(new Action(fact.effectiveOn(), e.action(), e.applied(), e.skipped()));
            case CohortPutOnHold e -> state;
            case CohortResumed e -> state;
        };
    }
}
