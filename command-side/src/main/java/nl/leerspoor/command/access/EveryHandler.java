package nl.leerspoor.command.access;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.springframework.stereotype.Component;

/** Has the program not start with a handler of a command that the table of who may what doesn't know. */
@Component
final class EveryHandler implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> handler) {
        if (handler.canHandleMessageType(CommandMessage.class)) {
            Permission.action(handler.payloadType());
        }
        return handler;
    }
}
