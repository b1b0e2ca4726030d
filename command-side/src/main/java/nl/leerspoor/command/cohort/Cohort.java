package nl.leerspoor.command.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.cohort.CohortEvent;
import nl.leerspoor.events.cohort.CohortEvent.CandidateAddedToCohort;
import nl.leerspoor.events.cohort.CohortEvent.CandidateRemovedFromCohort;
import nl.leerspoor.events.cohort.CohortEvent.CohortActionCompleted;
import nl.leerspoor.events.cohort.CohortEvent.CohortCreated;
import nl.leerspoor.events.cohort.CohortEvent.CohortPutOnHold;
import nl.leerspoor.events.cohort.CohortEvent.CohortResumed;

/**
 * A cohort, as its facts make it: who its members are. Whether a member stands on hold is a fact of that member, so that
 * single members can be resumed earlier.
 */
public sealed interface Cohort {

    /** The most members that one decision can carry. */
    int MAX_MEMBERS = 500;

    /** The trajectories that are members, in the order in which they joined. */
    default List<UUID> memberIds() {
        return switch (this) {
            case NotCreated s -> List.of();
            case Created s -> List.copyOf(s.members().keySet());
        };
    }

    /** Nothing happened yet. */
    record NotCreated() implements Cohort {}

    /**
     * In being.
     *
     * @param members the candidate of each trajectory that is a member, in the order in which they joined
     */
    record Created(UUID id, String region, SequencedMap<UUID, UUID> members) implements Cohort {

        public Created {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        boolean has(UUID trajectory) {
            return members.containsKey(trajectory);
        }

        boolean isFull() {
            return members.size() == MAX_MEMBERS;
        }

        private Created with(UUID trajectory, UUID candidate) {
            LinkedHashMap<UUID, UUID> more = new LinkedHashMap<>(members);
            more.put(trajectory, candidate);
            return new Created(id, region, more);
        }

        private Created without(UUID trajectory) {
            LinkedHashMap<UUID, UUID> fewer = new LinkedHashMap<>(members);
            fewer.remove(trajectory);
            return new Created(id, region, fewer);
        }
    }

    /** The state after one more fact. */
    static Cohort evolve(Cohort state, Fact<CohortEvent> fact) {
        return switch (fact.event()) {
            case CohortCreated e
            when state instanceof NotCreated -> new Created(e.cohortId(), e.region(), new LinkedHashMap<>());
            case CohortCreated e -> throw new Impossible(state, e);
            case CandidateAddedToCohort e -> {
                Created created = created(state, e);
                require(!created.has(e.trajectoryId()) && !created.isFull(), state, e);
                yield created.with(e.trajectoryId(), e.candidateId());
            }
            case CandidateRemovedFromCohort e -> {
                Created created = created(state, e);
                require(created.has(e.trajectoryId()), state, e);
                yield created.without(e.trajectoryId());
            }
            case CohortPutOnHold e -> created(state, e);
            case CohortResumed e -> created(state, e);
            case CohortActionCompleted e -> created(state, e);
        };
    }

    private static Created created(Cohort state, CohortEvent event) {
        if (state instanceof Created created) {
            return created;
        }
        throw new Impossible(state, event);
    }

    private static void require(boolean possible, Cohort state, CohortEvent event) {
        if (!possible) {
            throw new Impossible(state, event);
        }
    }
}
