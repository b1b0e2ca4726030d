package nl.leerspoor.command.cohort;

import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.cohort.CohortCommand.CreateCohort;
import nl.leerspoor.command.cohort.CohortCommand.RemoveFromCohort;
import nl.leerspoor.events.cohort.CohortEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one cohort. What touches its members too is handled by {@link CohortHandler}. */
@Aggregate(type = "cohort", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class CohortStream extends Stream<CohortEvent, Cohort> {

    CohortStream() {
        super(new Cohort.NotCreated(), Cohort::evolve);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(CreateCohort command, By by) {
        return publish(Cohorting.create(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(RemoveFromCohort command, By by) {
        return decide(command, by, state -> Cohorting.remove(state, command));
    }

    @EventSourcingHandler
    void on(CohortEvent event, EventMessage<?> message) {
        append(event.cohortId(), event, message);
    }
}
