package nl.leerspoor.command.trajectory;

import java.util.List;
import java.util.Optional;
import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.trajectory.hold.HoldCommand.PutCandidateOnHold;
import nl.leerspoor.command.trajectory.hold.HoldCommand.ResumeCandidate;
import nl.leerspoor.command.trajectory.hold.Holding;
import nl.leerspoor.command.trajectory.intake.Intake;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.AssessSuitability;
import nl.leerspoor.command.trajectory.intake.IntakeCommand.ReassignWerkcoach;
import nl.leerspoor.command.trajectory.planning.Planning;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PlanTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.PostponeTrajectoryStart;
import nl.leerspoor.command.trajectory.planning.PlanningCommand.TakeOffWaitlist;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.trajectory.TrajectoryEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The stream of one trajectory. It handles what it can decide alone; what touches other streams too is the work of the
 * handlers in the packages of the phases.
 */
@Aggregate(type = "trajectory", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class TrajectoryStream extends Stream<TrajectoryEvent, Trajectory> {

    public TrajectoryStream() {
        super(new Trajectory.NotOpened(), Course::evolve);
    }

    /** The state that these facts make, plans that lie ahead included; for readers that want no lock on the stream. */
    public static Trajectory latest(List<Fact<TrajectoryEvent>> facts) {
        Timeline<TrajectoryEvent, Trajectory> timeline = Timeline.empty(new Trajectory.NotOpened(), Course::evolve);
        for (Fact<TrajectoryEvent> fact : facts) {
            timeline = timeline.plus(fact);
        }
        return timeline.latest();
    }

    @CommandHandler
    Outcome handle(AssessSuitability command, By by) {
        return decide(command, by, state -> Intake.decide(state, command));
    }

    @CommandHandler
    Outcome handle(ReassignWerkcoach command, By by) {
        return decide(command, by, state -> Intake.decide(state, command));
    }

    @CommandHandler
    Outcome handle(PlanTrajectoryStart command, By by) {
        return decide(command, by, state -> Planning.decide(state, command));
    }

    @CommandHandler
    Outcome handle(PostponeTrajectoryStart command, By by) {
        return decide(command, by, state -> Planning.decide(state, command));
    }

    @CommandHandler
    Outcome handle(TakeOffWaitlist command, By by) {
        return decide(command, by, state -> Planning.decide(state, command));
    }

    @CommandHandler
    Outcome handle(PutCandidateOnHold command, By by) {
        return decide(command, by, state -> Holding.decide(state, command, Optional.empty()));
    }

    @CommandHandler
    Outcome handle(ResumeCandidate command, By by) {
        return decide(command, by, state -> Holding.decide(state, command, Optional.empty()));
    }

    @EventSourcingHandler
    void on(TrajectoryEvent event, EventMessage<?> message) {
        append(event.trajectoryId(), event, message);
    }
}
