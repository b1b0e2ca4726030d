package nl.leerspoor.command.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.supervisor.SupervisorEvent;
import nl.leerspoor.events.supervisor.SupervisorEvent.SupervisorEnrolledInTraining;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateMatched;
import nl.leerspoor.events.trajectory.PlacementEvent.CandidateUnmatched;
import nl.leerspoor.events.trajectory.PlacementEvent.PlaceReplaced;
import nl.leerspoor.events.trajectory.PlanningEvent.CandidateWaitlisted;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import nl.leerspoor.platform.eventstore.StreamReader;
import org.springframework.stereotype.Component;

/**
 * Keeps who turned to which leerbedrijf and who is enrolled in which training, as sets of claimed keys, and reads the
 * rest from the streams, up to the event that is followed. Reading takes no locks, so no command waits for it.
 */
@Component
class WhereaboutsHandler {

    private final ClaimedKeys claims;
    private final StreamReader streams;

    WhereaboutsHandler(ClaimedKeys claims, StreamReader streams) {
        this.claims = claims;
        this.streams = streams;
    }

    /** Keeps what an event tells of who is where. Too many is no harm: the state of a trajectory tells them apart. */
    void note(Event event) {
        switch (event) {
            case CandidateMatched e -> turn(e.trajectoryId(), e.leerbedrijfId());
            case CandidateUnmatched e ->
                claims.release(turnedTo(e.leerbedrijfId()), e.trajectoryId().toString());
            case PlaceReplaced e -> {
                claims.release(turnedTo(e.fromLeerbedrijfId()), e.trajectoryId().toString());
                turn(e.trajectoryId(), e.toLeerbedrijfId());
            }
            case CandidateWaitlisted e
            when e.intendedLeerbedrijfId() != null -> turn(e.trajectoryId(), e.intendedLeerbedrijfId());
            case SupervisorEnrolledInTraining e ->
                claims.take(enrolledIn(e.trainingId()), e.supervisorId().toString(), e.supervisorId());
            default -> {}
        }
    }

    private void turn(UUID trajectory, UUID leerbedrijf) {
        claims.take(turnedTo(leerbedrijf), trajectory.toString(), trajectory);
    }

    /** Who was where when everything up to a position had come in. */
    Whereabouts asOf(long position, DutyHandler duties) {
        return new Whereabouts() {

            @Override
            public Trajectory trajectory(UUID id) {
                return TrajectoryStream.latest(streams.readAsOf(id, position, TrajectoryEvent.class));
            }

            @Override
            public List<UUID> turnedTo(UUID leerbedrijfId) {
                return sorted(WhereaboutsHandler.turnedTo(leerbedrijfId));
            }

            @Override
            public List<UUID> guidedBy(UUID supervisorId) {
                return switch (supervisor(supervisorId)) {
                    case Supervisor.NotRegistered s -> List.of();
                    case Supervisor.Registered s ->
                        s.reservations().keySet().stream().sorted().toList();
                };
            }

            @Override
            public List<UUID> enrolledIn(UUID trainingId) {
                return sorted(WhereaboutsHandler.enrolledIn(trainingId));
            }

            @Override
            public Optional<UUID> leerbedrijfOf(UUID supervisorId) {
                return switch (supervisor(supervisorId)) {
                    case Supervisor.NotRegistered s -> Optional.empty();
                    case Supervisor.Registered s -> Optional.of(s.post().leerbedrijfId());
                };
            }

            @Override
            public boolean isOpen(DutyKind kind, UUID trajectoryId) {
                return duties.isOpen(kind, trajectoryId);
            }

            private Supervisor supervisor(UUID id) {
                Timeline<SupervisorEvent, Supervisor> timeline =
                        Timeline.empty(new Supervisor.NotRegistered(), Supervisor::evolve);
                for (Fact<SupervisorEvent> fact : streams.readAsOf(id, position, SupervisorEvent.class)) {
                    timeline = timeline.plus(fact);
                }
                return timeline.latest();
            }
        };
    }

    private List<UUID> sorted(String scope) {
        return claims.holders(scope).stream().sorted().toList();
    }

    private static String turnedTo(UUID leerbedrijf) {
        return "turned-to/" + leerbedrijf;
    }

    private static String enrolledIn(UUID training) {
        return "enrolled-in/" + training;
    }
}
