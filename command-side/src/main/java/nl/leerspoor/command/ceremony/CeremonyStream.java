package nl.leerspoor.command.ceremony;

import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.ceremony.CeremonyCommand.CancelCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.RescheduleCeremony;
import nl.leerspoor.command.ceremony.CeremonyCommand.ScheduleCeremony;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one ceremony. What touches verklaringen too is handled by {@link HandingOverHandler}. */
@Aggregate(type = "ceremony", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class CeremonyStream extends Stream<CeremonyEvent, Ceremony> {

    CeremonyStream() {
        super(new Ceremony.NotScheduled(), Ceremony::evolve);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(ScheduleCeremony command, By by) {
        return publish(Scheduling.schedule(timeline().latest(), command), by);
    }

    @CommandHandler
    Outcome handle(RescheduleCeremony command, By by) {
        return decide(command, by, state -> Scheduling.reschedule(state, command));
    }

    @CommandHandler
    Outcome handle(CancelCeremony command, By by) {
        return decide(command, by, state -> Scheduling.cancel(state, command));
    }

    @EventSourcingHandler
    void on(CeremonyEvent event, EventMessage<?> message) {
        append(event.ceremonyId(), event, message);
    }
}
