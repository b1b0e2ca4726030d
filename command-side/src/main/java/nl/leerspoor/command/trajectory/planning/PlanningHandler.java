package nl.leerspoor.command.trajectory.planning;

import static nl.leerspoor.command.CommonRefusal.OTHER_REGION;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNKNOWN_LEERBEDRIJF;

import java.util.Optional;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.leerbedrijf.Leerbedrijf;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.WaitlistCandidate;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Lets a candidate wait for a place, perhaps at a leerbedrijf that the region knows. */
@Component
class PlanningHandler {

    private final Repository<TrajectoryStream> trajectories;
    private final Repository<LeerbedrijfStream> leerbedrijven;

    PlanningHandler(Repository<TrajectoryStream> trajectories, Repository<LeerbedrijfStream> leerbedrijven) {
        this.trajectories = trajectories;
        this.leerbedrijven = leerbedrijven;
    }

    @CommandHandler
    Outcome handle(WaitlistCandidate command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.trajectoryId());
        Decision<TrajectoryEvent> waiting =
                trajectory.invoke(stream -> Planning.decide(stream.on(command.effectiveOn()), command));
        Decision<TrajectoryEvent> waitingThere = command.intendedLeerbedrijfId() == null
                ? waiting
                : waiting.then(events -> at(intended(command), waiting, events.getFirst()));
        return trajectory.invoke(stream -> stream.publish(waitingThere, by));
    }

    private static Decision<TrajectoryEvent> at(
            Optional<Leerbedrijf.Known> leerbedrijf, Decision<TrajectoryEvent> waiting, TrajectoryEvent event) {
        if (leerbedrijf.isEmpty()) {
            return rejected(UNKNOWN_LEERBEDRIJF);
        }
        return leerbedrijf.get().region().equals(event.region()) ? waiting : rejected(OTHER_REGION);
    }

    /** The leerbedrijf, if it was known on the day. */
    private Optional<Leerbedrijf.Known> intended(WaitlistCandidate command) {
        return Streams.find(leerbedrijven, command.intendedLeerbedrijfId())
                .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())))
                .filter(Leerbedrijf.Known.class::isInstance)
                .map(Leerbedrijf.Known.class::cast);
    }
}
