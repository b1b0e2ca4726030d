package nl.leerspoor.command.trajectory.correction;

import static nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstRefusal.POK_EXISTS;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.OPEN_TRAJECTORY_EXISTS;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.STANDS_ON_ISSUED_VERKLARING;
import static nl.leerspoor.command.trajectory.TrajectoryRefusal.STANDS_ON_VERKLARING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.praktijkovereenkomst.Praktijkovereenkomst;
import nl.leerspoor.command.praktijkovereenkomst.PraktijkovereenkomstStream;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.command.trajectory.Trajectory;
import nl.leerspoor.command.trajectory.Trajectory.Ended;
import nl.leerspoor.command.trajectory.TrajectoryStream;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectCandidateSector;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.CorrectTrajectoryStart;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractCompletion;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractHold;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractStop;
import nl.leerspoor.command.trajectory.correction.CorrectionCommand.RetractWerkprocesConfirmation;
import nl.leerspoor.command.trajectory.ending.Aftermath;
import nl.leerspoor.command.verklaring.Lines;
import nl.leerspoor.command.verklaring.VerklaringStream;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.praktijkovereenkomst.PraktijkovereenkomstEvent;
import nl.leerspoor.events.trajectory.LearningEvent.WerkprocesConfirmed;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Corrections that touch more than the trajectory. A retracted end gives back what the end took: the agreement and the
 * supervisor's place, when that is still free. What stands on a verklaring can't be retracted (rule B16).
 */
@Component
class CorrectionHandler {

    private final Repository<TrajectoryStream> trajectories;
    private final Repository<SupervisorStream> supervisors;
    private final Repository<PraktijkovereenkomstStream> agreements;
    private final Repository<VerklaringStream> verklaringen;
    private final ClaimedKeys claims;
    private final Lines lines;

    CorrectionHandler(
            Repository<TrajectoryStream> trajectories,
            Repository<SupervisorStream> supervisors,
            Repository<PraktijkovereenkomstStream> agreements,
            Repository<VerklaringStream> verklaringen,
            ClaimedKeys claims,
            Lines lines) {
        this.trajectories = trajectories;
        this.supervisors = supervisors;
        this.agreements = agreements;
        this.verklaringen = verklaringen;
        this.claims = claims;
        this.lines = lines;
    }

    @CommandHandler
    Outcome handle(CorrectCandidateSector command, By by) {
        return alone(command, by);
    }

    @CommandHandler
    Outcome handle(CorrectTrajectoryStart command, By by) {
        return Streams.load(trajectories, command.target()).invoke(stream -> {
            Optional<Praktijkovereenkomst.Active> agreement = Correcting.agreementOfStart(stream.timeline())
                    .flatMap(id -> Streams.load(agreements, id).invoke(found -> found.activeOn(command.newStart())));
            Decision<TrajectoryEvent> correction = Correcting.decide(stream.timeline(), command, by);
            return stream.publish(
                    correction.then(events -> Correcting.underAgreement(correction, agreement, command.newStart())),
                    by);
        });
    }

    @CommandHandler
    Outcome handle(RetractHold command, By by) {
        return alone(command, by);
    }

    @CommandHandler
    Outcome handle(RetractWerkprocesConfirmation command, By by) {
        return Streams.load(trajectories, command.target()).invoke(stream -> {
            Decision<TrajectoryEvent> decision = Correcting.decide(stream.timeline(), command, by);
            Optional<UUID> verklaring = stream.timeline()
                    .find(command.confirmationEventId())
                    .map(Fact::event)
                    .filter(WerkprocesConfirmed.class::isInstance)
                    .map(WerkprocesConfirmed.class::cast)
                    .flatMap(event -> lines.paperOf(command.target(), event.werkproces()));
            return stream.publish(
                    decision.then(events -> standingOn(verklaring.stream().toList(), decision)), by);
        });
    }

    @CommandHandler
    Outcome handle(RetractCompletion command, By by) {
        Set<UUID> standing = lines.papersOf(command.target());
        return reopening(command, standing, by);
    }

    @CommandHandler
    Outcome handle(RetractStop command, By by) {
        Set<UUID> standing = lines.papersOf(command.target());
        return reopening(command, standing, by);
    }

    private Outcome alone(CorrectionCommand command, By by) {
        return Streams.load(trajectories, command.target())
                .invoke(stream -> stream.publish(Correcting.decide(stream.timeline(), command, by), by));
    }

    private Outcome reopening(CorrectionCommand command, Set<UUID> standing, By by) {
        Aggregate<TrajectoryStream> trajectory = Streams.load(trajectories, command.target());
        Trajectory state = trajectory.invoke(stream -> stream.timeline().latest());
        Decision<TrajectoryEvent> decision =
                trajectory.invoke(stream -> Correcting.decide(stream.timeline(), command, by));
        Joint joint =
                Joint.by(by).with(trajectory, decision.then(events -> standingOn(List.copyOf(standing), decision)));
        if (decision instanceof Decision.Accepted<TrajectoryEvent> && state instanceof Ended ended) {
            restore(joint, ended, command.reason(), by);
        }
        return joint.record();
    }

    private void restore(Joint joint, Ended ended, String reason, By by) {
        UUID trajectoryId = ended.route().id();
        UUID candidateId = ended.route().candidateId();
        LocalDate on = ended.on();
        ended.stage().agreement().ifPresent(id -> {
            Aggregate<PraktijkovereenkomstStream> agreement = Streams.load(agreements, id);
            Decision<PraktijkovereenkomstEvent> again = agreement.invoke(stream -> stream.retractEnd(on, reason, by));
            joint.with(agreement, again);
            // An agreement that was over before the trajectory ended stays over, and leaves room for a new one.
            if (again instanceof Decision.Accepted<PraktijkovereenkomstEvent>(var events) && !events.isEmpty()) {
                joint.claiming(
                        claims, PraktijkovereenkomstStream.ONE_PER_TRAJECTORY, trajectoryId.toString(), id, POK_EXISTS);
            }
        });
        ended.stage().place().ifPresent(match -> {
            Aggregate<SupervisorStream> supervisor = Streams.load(supervisors, match.supervisorId());
            joint.with(
                    supervisor,
                    supervisor.invoke(stream -> stream.reserve(trajectoryId, candidateId, match.leerbedrijfId(), on)));
        });
        joint.claiming(
                claims,
                Aftermath.openTrajectory(ended.route().region()),
                candidateId.toString(),
                trajectoryId,
                OPEN_TRAJECTORY_EXISTS);
    }

    private Decision<TrajectoryEvent> standingOn(List<UUID> standing, Decision<TrajectoryEvent> otherwise) {
        if (standing.isEmpty()) {
            return otherwise;
        }
        boolean issued =
                standing.stream().anyMatch(id -> Streams.load(verklaringen, id).invoke(VerklaringStream::isIssued));
        return Decision.rejected(issued ? STANDS_ON_ISSUED_VERKLARING : STANDS_ON_VERKLARING);
    }
}
