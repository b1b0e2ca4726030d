package nl.leerspoor.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** Gives a command handler the {@link By} of its command; Axon finds it through the service loader. */
public final class ByParameter implements ParameterResolverFactory {

    @Override
    public ParameterResolver<By> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == By.class ? new FromMetadata() : null;
    }

    private static final class FromMetadata implements ParameterResolver<By> {

        @Override
        public By resolveParameterValue(Message<?> message) {
            return By.of(message.getMetaData());
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof CommandMessage<?>;
        }
    }
}
