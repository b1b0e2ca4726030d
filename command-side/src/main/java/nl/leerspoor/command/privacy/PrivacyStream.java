package nl.leerspoor.command.privacy;

import nl.leerspoor.command.By;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.command.privacy.PrivacyCommand.ExtendPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.GrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.InformRecipients;
import nl.leerspoor.command.privacy.PrivacyCommand.PartlyGrantPrivacyCase;
import nl.leerspoor.command.privacy.PrivacyCommand.RefusePrivacyCase;
import nl.leerspoor.events.privacy.PrivacyEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The stream of one privacy case. What touches the candidates too is handled by {@link ErasureHandler} and
 * {@link CarryingOutHandler}.
 */
@Aggregate(type = "privacy", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class PrivacyStream extends Stream<PrivacyEvent, PrivacyCase> {

    public PrivacyStream() {
        super(new PrivacyCase.NotOpened(), PrivacyCase::evolve);
    }

    @CommandHandler
    Outcome handle(ExtendPrivacyCase command, By by) {
        return decide(command, by, state -> Handling.extend(state, command));
    }

    @CommandHandler
    Outcome handle(GrantPrivacyCase command, By by) {
        return decide(command, by, state -> Handling.grant(state, command));
    }

    @CommandHandler
    Outcome handle(PartlyGrantPrivacyCase command, By by) {
        return decide(command, by, state -> Handling.partlyGrant(state, command));
    }

    @CommandHandler
    Outcome handle(RefusePrivacyCase command, By by) {
        return decide(command, by, state -> Handling.refuse(state, command));
    }

    @CommandHandler
    Outcome handle(InformRecipients command, By by) {
        return decide(command, by, state -> CarryingOut.inform(state, command));
    }

    @EventSourcingHandler
    void on(PrivacyEvent event, EventMessage<?> message) {
        append(event.privacyCaseId(), event, message);
    }
}
