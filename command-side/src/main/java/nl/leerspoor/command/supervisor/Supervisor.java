package nl.leerspoor.command.supervisor;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.PersonalDataErased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorCapacityChanged;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorDetailsRecorded;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorExemptedFromTraining;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrained;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainedRetracted;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorTrainingExpired;

/** A supervisor, as the facts make them. */
public sealed interface Supervisor {

    /** No company named them yet. */
    record NotRegistered() implements Supervisor {}

    /**
     * A company named them.
     *
     * @param trainings    the trainings in which they were ever enrolled
     * @param available    false while they can guide nobody
     * @param reservations the candidate per trajectory for which a place is taken
     */
    record Registered(
            Post post,
            Qualification qualification,
            Set<UUID> trainings,
            boolean available,
            Map<UUID, UUID> reservations)
            implements Supervisor {

        Registered with(Post next) {
            return new Registered(next, qualification, trainings, available, reservations);
        }

        Registered with(Qualification next) {
            return new Registered(post, next, trainings, available, reservations);
        }

        Registered enrolledIn(UUID training) {
            Set<UUID> next = new HashSet<>(trainings);
            next.add(training);
            return new Registered(post, qualification, Set.copyOf(next), available, reservations);
        }

        Registered available(boolean next) {
            return new Registered(post, qualification, trainings, next, reservations);
        }

        Registered reserved(UUID trajectory, UUID candidate) {
            Map<UUID, UUID> next = new HashMap<>(reservations);
            next.put(trajectory, candidate);
            return new Registered(post, qualification, trainings, available, Map.copyOf(next));
        }

        Registered released(UUID trajectory) {
            Map<UUID, UUID> next = new HashMap<>(reservations);
            next.remove(trajectory);
            return new Registered(post, qualification, trainings, available, Map.copyOf(next));
        }
    }

    /**
     * Where they work, and for how many candidates.
     *
     * @param maxCandidates how many candidates they can guide at a time
     */
    record Post(UUID supervisorId, UUID leerbedrijfId, String region, String sector, int maxCandidates) {

        Post at(UUID leerbedrijf) {
            return new Post(supervisorId, leerbedrijf, region, sector, maxCandidates);
        }

        Post forAtMost(int candidates) {
            return new Post(supervisorId, leerbedrijfId, region, sector, candidates);
        }
    }

    /** Whether they learned to guide. */
    sealed interface Qualification {

        /** Not yet. */
        record Untrained() implements Qualification {}

        /**
         * They did a training.
         *
         * @param validUntil the last day on which it counts; empty when it counts without end
         */
        record Trained(Optional<LocalDate> validUntil) implements Qualification {

            boolean countsOn(LocalDate day) {
                return validUntil.isEmpty() || !day.isAfter(validUntil.get());
            }

            /** Whether this counts at least as long as another one. */
            boolean outlasts(Trained other) {
                return validUntil.isEmpty()
                        || other.validUntil.isPresent() && !validUntil.get().isBefore(other.validUntil.get());
            }
        }

        /** Their experience counts as a training, without end. */
        record Exempted() implements Qualification {}

        /** Their training counts no more. */
        record Expired() implements Qualification {}
    }

    /**
     * The state after one more fact. Training, availability and capacity are conditions for taking a place, not for
     * having taken it: what comes to be known of them later does not undo a place that was taken on what was known then.
     */
    static Supervisor evolve(Supervisor state, Fact<SupervisorEvent> fact) {
        SupervisorEvent event = fact.event();
        return switch (event) {
            case SupervisorRegistered e -> {
                require(state instanceof NotRegistered, state, e);
                yield new Registered(
                        new Post(e.supervisorId(), e.leerbedrijfId(), e.region(), e.sector(), e.maxCandidates()),
                        new Qualification.Untrained(),
                        Set.of(),
                        true,
                        Map.of());
            }
            case SupervisorEnrolledInTraining e -> {
                Registered s = registered(state, e);
                require(!s.trainings().contains(e.trainingId()), s, e);
                yield s.enrolledIn(e.trainingId());
            }
            case SupervisorTrained e -> trained(registered(state, e), e);
            case SupervisorExemptedFromTraining e -> registered(state, e).with(new Qualification.Exempted());
            case SupervisorTrainingExpired e -> {
                Registered s = registered(state, e);
                require(s.qualification() instanceof Qualification.Trained, s, e);
                yield s.with(new Qualification.Expired());
            }
            case SupervisorReserved e -> {
                Registered s = registered(state, e);
                require(s.post().leerbedrijfId().equals(e.leerbedrijfId()), s, e);
                require(!s.reservations().containsKey(e.trajectoryId()), s, e);
                yield s.reserved(e.trajectoryId(), e.candidateId());
            }
            case SupervisorReleased e -> {
                Registered s = registered(state, e);
                require(s.reservations().containsKey(e.trajectoryId()), s, e);
                yield s.released(e.trajectoryId());
            }
            case SupervisorBecameUnavailable e -> {
                Registered s = registered(state, e);
                require(s.available(), s, e);
                yield s.available(false);
            }
            case SupervisorAvailableAgain e -> {
                Registered s = registered(state, e);
                require(!s.available(), s, e);
                yield s.available(true);
            }
            case SupervisorMoved e -> {
                Registered s = registered(state, e);
                require(s.post().leerbedrijfId().equals(e.fromLeerbedrijfId()), s, e);
                require(s.reservations().isEmpty(), s, e);
                yield s.with(s.post().at(e.leerbedrijfId()));
            }
            case SupervisorCapacityChanged e -> {
                Registered s = registered(state, e);
                require(s.post().maxCandidates() == e.oldMaxCandidates(), s, e);
                yield s.with(s.post().forAtMost(e.maxCandidates()));
            }
            case SupervisorTrainedRetracted e -> throw new Impossible(state, e);
            case SupervisorDetailsRecorded e -> registered(state, e);
            // nobody knows any more who it is, so nobody is sent to them
            case PersonalDataErased e -> registered(state, e).available(false);
        };
    }

    /** A training never shortens what counts already. */
    private static Registered trained(Registered state, SupervisorTrained event) {
        var trained = new Qualification.Trained(Optional.ofNullable(event.validUntil()));
        return switch (state.qualification()) {
            case Qualification.Untrained q -> state.with(trained);
            case Qualification.Expired q -> state.with(trained);
            case Qualification.Exempted q -> state;
            case Qualification.Trained q -> q.outlasts(trained) ? state : state.with(trained);
        };
    }

    private static Registered registered(Supervisor state, SupervisorEvent event) {
        if (state instanceof Registered registered) {
            return registered;
        }
        throw new Impossible(state, event);
    }

    private static void require(boolean possible, Supervisor state, SupervisorEvent event) {
        if (!possible) {
            throw new Impossible(state, event);
        }
    }
}
