package nl.leerspoor.command.trajectory.ending;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.praktijkovereenkomst.Contracting;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What follows on other streams when a trajectory ends or loses its place. */
@Component
public class Aftermath {

    private final Repository<PraktijkovereenkomstStream> agreements;
    private final Repository<SupervisorStream> supervisors;
    private final ClaimedKeys claims;

    public Aftermath(
            Repository<PraktijkovereenkomstStream> agreements,
            Repository<SupervisorStream> supervisors,
            ClaimedKeys claims) {
        this.agreements = agreements;
        this.supervisors = supervisors;
        this.claims = claims;
    }

    /** Scope of the claims that keep a candidate to one open trajectory in a region; the key is the candidate's id. */
    public static String openTrajectory(String region) {
        return "open-trajectory/" + region;
    }

    /** The agreement is dissolved on a ground and the supervisor's place is free; the trajectory goes on. */
    public Joint ofLosingThePlace(Joint joint, Trajectory before, LocalDate on, String ground) {
        finishAgreement(joint, before, on, agreement -> Contracting.over(agreement, on, ground));
        releaseSupervisor(joint, before, on);
        return joint;
    }

    /** The same, and the candidate may open another trajectory. */
    public Joint ofEndingEarly(Joint joint, Trajectory before, LocalDate on, String ground) {
        ofLosingThePlace(joint, before, on, ground);
        closeTrajectory(joint, before);
        return joint;
    }

    /** The agreement ended as meant, the supervisor's place is free, and another trajectory may be opened. */
    public Joint ofCompleting(Joint joint, Trajectory before, LocalDate on) {
        finishAgreement(joint, before, on, agreement -> Contracting.ended(agreement, on));
        releaseSupervisor(joint, before, on);
        closeTrajectory(joint, before);
        return joint;
    }

    private void finishAgreement(
            Joint joint,
            Trajectory before,
            LocalDate on,
            Function<Praktijkovereenkomst, Decision<PraktijkovereenkomstEvent>> end) {
        before.whose().map(Route::id).flatMap(this::liveAgreement).ifPresent(id -> {
            var agreement = Streams.load(agreements, id);
            joint.with(agreement, agreement.invoke(stream -> stream.finish(on, end)));
            joint.releasing(() -> claims.release(
                    PraktijkovereenkomstStream.ONE_PER_TRAJECTORY,
                    before.whose().orElseThrow().id().toString()));
        });
    }

    private Optional<UUID> liveAgreement(UUID trajectoryId) {
        return claims.holder(PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, trajectoryId.toString());
    }

    private void releaseSupervisor(Joint joint, Trajectory before, LocalDate on) {
        if (before instanceof Open open) {
            open.stage().place().ifPresent(match -> {
                var supervisor = Streams.load(supervisors, match.supervisorId());
                joint.with(
                        supervisor,
                        supervisor.invoke(stream -> stream.release(open.route().id(), on)));
            });
        }
    }

    private void closeTrajectory(Joint joint, Trajectory before) {
        before.whose()
                .ifPresent(route -> joint.releasing(() -> claims.release(
                        openTrajectory(route.region()), route.candidateId().toString())));
    }
}
