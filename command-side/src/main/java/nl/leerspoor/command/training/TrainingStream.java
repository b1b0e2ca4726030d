package nl.leerspoor.command.training;

import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.training.TrainingCommand.CancelTraining;
import nl.leerspoor.command.training.TrainingCommand.ResumeTraining;
import nl.leerspoor.command.training.TrainingCommand.ScheduleTraining;
import nl.leerspoor.command.training.TrainingCommand.SuspendTraining;
import nl.leerspoor.events.training.TrainingEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The stream of one training. Enrolments and the completion touch supervisors too; {@link EnrolmentHandler} and
 * {@link CompletionHandler} handle those.
 */
@Aggregate(type = "training", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class TrainingStream extends Stream<TrainingEvent, Training> {

    TrainingStream() {
        super(new Training.NotScheduled(), Training::evolve);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(ScheduleTraining command, By by) {
        return publish(Scheduling.schedule(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(SuspendTraining command, By by, ClaimedKeys claims) {
        Seats seats = new Seats(claims, command.trainingId());
        return decide(command, by, state -> Scheduling.suspend(state, command, seats.participants()));
    }

    @CommandHandler
    Outcome handle(ResumeTraining command, By by) {
        return decide(command, by, state -> Scheduling.resume(state, command));
    }

    @CommandHandler
    Outcome handle(CancelTraining command, By by) {
        return decide(command, by, state -> Scheduling.cancel(state, command));
    }

    @EventSourcingHandler
    void on(TrainingEvent event, EventMessage<?> message) {
        append(event.trainingId(), event, message);
    }
}
