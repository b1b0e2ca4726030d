package nl.leerspoor.command.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.trajectory.Trajectory;

/** Who is where, as it was known when an event came in: what one must know to tell whom the event concerns. */
interface Whereabouts {

    /** A trajectory with all that was entered up to the event. */
    Trajectory trajectory(UUID id);

    /** Trajectories that have or may have a place at a leerbedrijf, or wait for one, in a fixed order. */
    List<UUID> turnedTo(UUID leerbedrijfId);

    /** Trajectories for which a place with a supervisor is taken, in a fixed order. */
    List<UUID> guidedBy(UUID supervisorId);

    /** Supervisors who were enrolled in a training, in a fixed order. */
    List<UUID> enrolledIn(UUID trainingId);

    /** Where a supervisor works; empty when there is no such supervisor. */
    Optional<UUID> leerbedrijfOf(UUID supervisorId);

    /** Whether a duty of a kind stands open for a trajectory. */
    boolean isOpen(DutyKind kind, UUID trajectoryId);
}
