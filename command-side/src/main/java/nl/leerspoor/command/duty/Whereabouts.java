package nl.leerspoor.command.duty;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.privacy.PrivacyCase;
import nl.leerspoor.command.supervisor.Supervisor;
import nl.leerspoor.command.trajectory.Trajectory;

/** Who is where, as it was known when an event came in: what one must know to tell whom the event concerns. */
interface Whereabouts {

    /** A trajectory with all that was entered up to the event. */
    Trajectory trajectory(UUID id);

    /** A leerbedrijf, likewise. */
    Leerbedrijf leerbedrijf(UUID id);

    /** A supervisor, likewise. */
    Supervisor supervisor(UUID id);

    /** An agreement, likewise. */
    Praktijkovereenkomst praktijkovereenkomst(UUID id);

    /** A request of a person over their own data, likewise. */
    PrivacyCase privacyCase(UUID id);

    /** Trajectories that have or may have a place at a leerbedrijf, or wait for one, in a fixed order. */
    List<UUID> turnedTo(UUID leerbedrijfId);

    /** Supervisors who were enrolled in a training, in a fixed order. */
    List<UUID> enrolledIn(UUID trainingId);

    /** Whether a verklaring of a trajectory was drafted and neither withdrawn nor refused. */
    boolean hasPaper(UUID trajectoryId);

    /** Whether it was recorded what had become of a candidate at a moment after the end. */
    boolean isOutcomeKnown(UUID candidateId, UUID trajectoryId, String moment);

    /** Whether a duty of a kind stands open for a trajectory. */
    boolean isOpen(DutyKind kind, UUID trajectoryId);
}
