package nl.leerspoor.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Routes a command to the stream that it names, so that commands carry no annotation of the framework. */
@Component(TargetOfCommand.NAME)
public final class TargetOfCommand implements CommandTargetResolver {

    public static final String NAME = "targetOfCommand";

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(((Command) message.getPayload()).target(), null);
    }
}
