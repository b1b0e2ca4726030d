package nl.leerspoor.command.trajectory.placement;

import static nl.leerspoor.command.Decision.accepted;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNKNOWN_LEERBEDRIJF;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.UNKNOWN_SUPERVISOR;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.CandidateStream;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Match;
import nl.leerspoor.command.trajectory.Trajectory.Open;
import nl.leerspoor.command.trajectory.Trajectory.Route;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.MatchCandidate;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.ReplacePlace;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.StartTrajectory;
import nl.leerspoor.command.trajectory.placement.PlacementCommand.Unmatch;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** A match takes a place with a supervisor, and losing it frees one: both streams are written together. */
@Component
class PlacementHandler {

    private final Repository<TrajectoryStream> trajectories;
    private final Repository<SupervisorStream> supervisors;
    private final Repository<LeerbedrijfStream> leerbedrijven;
    private final Repository<PraktijkovereenkomstStream> agreements;
    private final Repository<CandidateStream> candidates;
    private final Aftermath aftermath;

    PlacementHandler(
            Repository<TrajectoryStream> trajectories,
            Repository<SupervisorStream> supervisors,
            Repository<LeerbedrijfStream> leerbedrijven,
            Repository<PraktijkovereenkomstStream> agreements,
            Repository<CandidateStream> candidates,
            Aftermath aftermath) {
        this.trajectories = trajectories;
        this.supervisors = supervisors;
        this.leerbedrijven = leerbedrijven;
        this.agreements = agreements;
        this.candidates = candidates;
        this.aftermath = aftermath;
    }

    @CommandHandler
    Outcome handle(MatchCandidate command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.trajectoryId());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Decision<TrajectoryEvent> match = Placement.match(state, command, preferredSector(state, command.effectiveOn()))
                .then(events -> erkend(
                        command.leerbedrijfId(),
                        command.crebo(),
                        Placement.erkendOn(state, command.effectiveOn()),
                        state,
                        accepted(events)));
        return reserving(trajectory, match, command.supervisorId(), command.leerbedrijfId(), command.effectiveOn(), by);
    }

    @CommandHandler
    Outcome handle(Unmatch command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.trajectoryId());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Joint joint = Joint.by(by).with(trajectory, Placement.unmatch(state, command));
        return aftermath
                .ofLosingThePlace(joint, state, command.effectiveOn(), "UNMATCHED")
                .record();
    }

    @CommandHandler
    Outcome handle(StartTrajectory command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.trajectoryId());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Optional<Praktijkovereenkomst.Active> agreement = state instanceof Open open
                ? open.stage()
                        .agreement()
                        .flatMap(id ->
                                Streams.load(agreements, id).invoke(stream -> stream.activeOn(command.effectiveOn())))
                : Optional.empty();
        Decision<TrajectoryEvent> start = Placement.start(state, command, agreement);
        return trajectory.invoke(stream -> stream.publish(start, by));
    }

    @CommandHandler
    Outcome handle(ReplacePlace command, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.trajectoryId());
        Trajectory state = trajectory.invoke(stream -> stream.on(command.effectiveOn()));
        Optional<Match> place = state instanceof Open open ? open.stage().place() : Optional.empty();
        Decision<TrajectoryEvent> replacement = Placement.replace(state, command)
                .then(events -> erkend(
                        command.leerbedrijfId(),
                        place.orElseThrow().crebo(),
                        command.effectiveOn(),
                        state,
                        accepted(events)));
        if (replacement instanceof Decision.Rejected<TrajectoryEvent>) {
            return trajectory.invoke(stream -> stream.publish(replacement, by));
        }
        Joint joint = Joint.by(by).with(trajectory, replacement);
        aftermath.ofLosingThePlace(joint, state, command.effectiveOn(), "PLACE_REPLACED");
        return reserve(joint, state, command.supervisorId(), command.leerbedrijfId(), command.effectiveOn())
                .map(Joint::record)
                .orElseGet(() -> trajectory.invoke(stream -> stream.publish(rejected(UNKNOWN_SUPERVISOR), by)));
    }

    private Outcome reserving(
            Aggregate<TrajectoryStream> trajectory,
            Decision<TrajectoryEvent> decision,
            UUID supervisorId,
            UUID leerbedrijfId,
            LocalDate on,
            By by) {
        if (decision instanceof Decision.Rejected<TrajectoryEvent>) {
            return trajectory.invoke(stream -> stream.publish(decision, by));
        }
        Trajectory state = trajectory.invoke(stream -> stream.on(on));
        return reserve(Joint.by(by).with(trajectory, decision), state, supervisorId, leerbedrijfId, on)
                .map(Joint::record)
                .orElseGet(() -> trajectory.invoke(stream -> stream.publish(rejected(UNKNOWN_SUPERVISOR), by)));
    }

    private Optional<Joint> reserve(
            Joint joint, Trajectory state, UUID supervisorId, UUID leerbedrijfId, LocalDate on) {
        Route route = state.whose().orElseThrow();
        return Streams.find(supervisors, supervisorId)
                .map(supervisor -> joint.with(
                        supervisor,
                        supervisor.invoke(
                                stream -> stream.reserve(route.id(), route.candidateId(), leerbedrijfId, on))));
    }

    /** The decision, unless the leerbedrijf can't provide a place for the qualification on a day (rule B4). */
    private Decision<TrajectoryEvent> erkend(
            UUID leerbedrijfId, String crebo, LocalDate on, Trajectory state, Decision<TrajectoryEvent> decision) {
        return Streams.find(leerbedrijven, leerbedrijfId)
                .map(leerbedrijf -> leerbedrijf
                        .invoke(stream ->
                                stream.refusesMatch(crebo, on, state.region().orElseThrow()))
                        .map(Decision::<TrajectoryEvent>rejected)
                        .orElse(decision))
                .orElseGet(() -> rejected(UNKNOWN_LEERBEDRIJF));
    }

    private Optional<String> preferredSector(Trajectory state, LocalDate on) {
        return state.whose()
                .flatMap(route -> Streams.load(candidates, route.candidateId())
                        .invoke(stream -> stream.latestPreferredSector(on)));
    }
}
