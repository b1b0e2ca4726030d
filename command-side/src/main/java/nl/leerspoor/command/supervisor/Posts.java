package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.CommonRefusal.ID_IN_USE;
import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_UNAVAILABLE;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.CAPACITY_BELOW_RESERVATIONS;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.CAPACITY_UNCHANGED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NOT_UNAVAILABLE;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SAME_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_GUIDES_NOW;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_HAS_RESERVATIONS;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor.NotRegistered;
import nl.leerspoor.command.supervisor.Supervisor.Post;
import nl.leerspoor.command.supervisor.Supervisor.Registered;
import nl.leerspoor.command.supervisor.SupervisorCommand.ChangeCapacity;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkAvailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MarkUnavailable;
import nl.leerspoor.command.supervisor.SupervisorCommand.MoveSupervisor;
import nl.leerspoor.command.supervisor.SupervisorCommand.PostCommand;
import nl.leerspoor.command.supervisor.SupervisorCommand.RecordSupervisorDetails;
import nl.leerspoor.command.supervisor.SupervisorCommand.RegisterSupervisor;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.PersonalDataErased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorAvailableAgain;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorBecameUnavailable;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorCapacityChanged;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorDetailsRecorded;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorMoved;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorRegistered;

/** The rules of where a supervisor works, for how many candidates, and when. */
final class Posts {

    private Posts() {}

    static Decision<SupervisorEvent> register(Supervisor state, RegisterSupervisor c) {
        return switch (state) {
            case NotRegistered s ->
                accepted(new SupervisorRegistered(
                        c.supervisorId(),
                        c.leerbedrijfId(),
                        c.region(),
                        c.effectiveOn(),
                        c.sector(),
                        c.maxCandidates(),
                        c.reference()));
            case Registered s -> rejected(ID_IN_USE);
        };
    }

    /** Decides on the state of the command's day; that another leerbedrijf suits is for the caller to see. */
    static Decision<SupervisorEvent> decide(Timeline<SupervisorEvent, Supervisor> timeline, PostCommand command) {
        return switch (timeline.on(command.effectiveOn())) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s ->
                switch (command) {
                    case MoveSupervisor c -> move(s, c);
                    case ChangeCapacity c -> changeCapacity(s, taken(timeline.latest()), c);
                    case MarkUnavailable c -> markUnavailable(s, c);
                    case MarkAvailable c -> markAvailable(s, c);
                };
        };
    }

    private static Decision<SupervisorEvent> move(Registered state, MoveSupervisor c) {
        Post post = state.post();
        if (post.leerbedrijfId().equals(c.leerbedrijfId())) {
            return rejected(SAME_LEERBEDRIJF);
        }
        if (!state.reservations().isEmpty()) {
            return rejected(SUPERVISOR_HAS_RESERVATIONS);
        }
        return accepted(new SupervisorMoved(
                post.supervisorId(), c.leerbedrijfId(), post.region(), c.effectiveOn(), post.leerbedrijfId()));
    }

    private static int taken(Supervisor recorded) {
        return switch (recorded) {
            case NotRegistered s -> 0;
            case Registered s -> s.reservations().size();
        };
    }

    /** The places that are taken count as recorded, as in {@link Places#reserve}. */
    private static Decision<SupervisorEvent> changeCapacity(Registered state, int taken, ChangeCapacity c) {
        Post post = state.post();
        if (post.maxCandidates() == c.maxCandidates()) {
            return rejected(CAPACITY_UNCHANGED);
        }
        if (c.maxCandidates() < taken) {
            return rejected(CAPACITY_BELOW_RESERVATIONS);
        }
        return accepted(new SupervisorCapacityChanged(
                post.supervisorId(),
                post.leerbedrijfId(),
                post.region(),
                c.effectiveOn(),
                post.maxCandidates(),
                c.maxCandidates()));
    }

    /** Places that are taken stay taken: what becomes of those candidates is for people to decide. */
    private static Decision<SupervisorEvent> markUnavailable(Registered state, MarkUnavailable c) {
        Post post = state.post();
        return state.available()
                ? accepted(new SupervisorBecameUnavailable(
                        post.supervisorId(), post.leerbedrijfId(), post.region(), c.effectiveOn(), c.cause()))
                : rejected(ALREADY_UNAVAILABLE);
    }

    private static Decision<SupervisorEvent> markAvailable(Registered state, MarkAvailable c) {
        Post post = state.post();
        return state.available()
                ? rejected(NOT_UNAVAILABLE)
                : accepted(new SupervisorAvailableAgain(
                        post.supervisorId(), post.leerbedrijfId(), post.region(), c.effectiveOn()));
    }

    /** Who somebody is decides nothing, so there is nothing to refuse once they are registered. */
    static Decision<SupervisorEvent> details(Supervisor state, RecordSupervisorDetails c) {
        return switch (state) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s ->
                accepted(new SupervisorDetailsRecorded(
                        c.supervisorId(), s.post().region(), c.effectiveOn(), c.name(), c.email(), c.telephone()));
        };
    }

    /**
     * Erases who the supervisor is (AVG art. 17): only once they guide nobody any more.
     *
     * @param day        of the erasure
     * @param legalBasis the ground of AVG art. 17(1)
     */
    static Decision<SupervisorEvent> erase(Supervisor state, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return switch (state) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s
            when !s.reservations().isEmpty() ->
                rejected(
                        SUPERVISOR_GUIDES_NOW,
                        Map.of(
                                "trajectoryId",
                                s.reservations().keySet().stream()
                                        .sorted()
                                        .findFirst()
                                        .orElseThrow()));
            case Registered s -> accepted(erased(s.post(), privacyCaseId, day, legalBasis));
        };
    }

    /** The same whatever they do now, for it was decided on before a backup brought them back. */
    static Decision<SupervisorEvent> eraseAgain(
            Supervisor state, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return switch (state) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s -> accepted(erased(s.post(), privacyCaseId, day, legalBasis));
        };
    }

    private static PersonalDataErased erased(Post post, UUID privacyCaseId, LocalDate day, String legalBasis) {
        return new PersonalDataErased(
                post.supervisorId(), post.region(), day, post.supervisorId(), privacyCaseId, "ALL", legalBasis);
    }
}
