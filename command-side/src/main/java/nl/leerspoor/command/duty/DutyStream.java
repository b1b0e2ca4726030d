package nl.leerspoor.command.duty;

import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.events.duty.DutyEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one duty. Its commands are handled by {@link DutyHandler}, which keeps the calendar too. */
@Aggregate(type = "duty", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class DutyStream extends Stream<DutyEvent, Duty> {

    DutyStream() {
        super(new Duty.NotRaised(), Duty::evolve);
    }

    @EventSourcingHandler
    void on(DutyEvent event, EventMessage<?> message) {
        append(event.dutyId(), event, message);
    }
}
