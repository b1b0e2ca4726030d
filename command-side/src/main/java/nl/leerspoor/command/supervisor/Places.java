package nl.leerspoor.command.supervisor;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.ALREADY_RESERVED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.NO_FREE_PLACE;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_REGISTERED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_NOT_TRAINED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_OF_OTHER_LEERBEDRIJF;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_TRAINING_EXPIRED;
import static nl.leerspoor.command.supervisor.SupervisorRefusal.SUPERVISOR_UNAVAILABLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor.NotRegistered;
import nl.leerspoor.command.supervisor.Supervisor.Qualification;
import nl.leerspoor.command.supervisor.Supervisor.Registered;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReleased;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorReserved;

/** The rules of places with a supervisor (rule B5). */
final class Places {

    private Places() {}

    /**
     * Takes a place. Where the supervisor works, and whether they are trained and available, is judged on the day from
     * which the place is taken; how many places are taken is judged on everything recorded, so that nobody is
     * overbooked by hindsight.
     */
    static Decision<SupervisorEvent> reserve(
            Timeline<SupervisorEvent, Supervisor> timeline,
            UUID trajectoryId,
            UUID candidateId,
            UUID leerbedrijfId,
            LocalDate on) {
        return switch (timeline.on(on)) {
            case NotRegistered s -> rejected(SUPERVISOR_NOT_REGISTERED);
            case Registered s
            when !s.post().leerbedrijfId().equals(leerbedrijfId) -> rejected(SUPERVISOR_OF_OTHER_LEERBEDRIJF);
            case Registered s when s.reservations().containsKey(trajectoryId) -> rejected(ALREADY_RESERVED);
            case Registered s ->
                unqualified(s.qualification(), on)
                        .or(() -> s.available() ? Optional.empty() : Optional.of(SUPERVISOR_UNAVAILABLE))
                        .or(() -> full(timeline.latest(), trajectoryId))
                        .<Decision<SupervisorEvent>>map(Decision::rejected)
                        .orElseGet(() -> accepted(new SupervisorReserved(
                                s.post().supervisorId(),
                                leerbedrijfId,
                                s.post().region(),
                                on,
                                trajectoryId,
                                candidateId)));
        };
    }

    private static Optional<Refusal> unqualified(Qualification qualification, LocalDate on) {
        return switch (qualification) {
            case Qualification.Untrained q -> Optional.of(SUPERVISOR_NOT_TRAINED);
            case Qualification.Expired q -> Optional.of(SUPERVISOR_TRAINING_EXPIRED);
            case Qualification.Trained q ->
                q.countsOn(on) ? Optional.empty() : Optional.of(SUPERVISOR_TRAINING_EXPIRED);
            case Qualification.Exempted q -> Optional.empty();
        };
    }

    private static Optional<Refusal> full(Supervisor recorded, UUID trajectoryId) {
        return switch (recorded) {
            case NotRegistered s -> Optional.of(SUPERVISOR_NOT_REGISTERED);
            case Registered s when s.reservations().containsKey(trajectoryId) -> Optional.of(ALREADY_RESERVED);
            case Registered s when s.reservations().size() >= s.post().maxCandidates() -> Optional.of(NO_FREE_PLACE);
            case Registered s -> Optional.empty();
        };
    }

    /** Gives a place back; nothing follows when none was taken for the trajectory. */
    static Decision<SupervisorEvent> release(Supervisor state, UUID trajectoryId, LocalDate on) {
        return switch (state) {
            case Registered s
            when s.reservations().containsKey(trajectoryId) ->
                accepted(new SupervisorReleased(
                        s.post().supervisorId(),
                        s.post().leerbedrijfId(),
                        s.post().region(),
                        on,
                        trajectoryId,
                        s.reservations().get(trajectoryId)));
            case Registered s -> accepted(List.of());
            case NotRegistered s -> accepted(List.of());
        };
    }
}
