package nl.leerspoor.command.retention;

import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.events.retention.RetentionEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one rule of one region, from when the region confirmed it until it ended it. */
@Aggregate(type = "retention", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class RetentionStream extends Stream<RetentionEvent, RetentionRule> {

    public RetentionStream() {
        super(new RetentionRule.Unconfirmed(), RetentionRule::evolve);
    }

    /** Where the rules that a region holds to are claimed, each by its code. */
    public static String inForce(String region) {
        return "retention-rule/" + region;
    }

    @EventSourcingHandler
    void on(RetentionEvent event, EventMessage<?> message) {
        append(event.retentionId(), event, message);
    }
}
