package nl.leerspoor.command.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Command;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.junit.jupiter.api.Test;

/** A handler without a row in the table doesn't get as far as to handle anything. */
class EveryHandlerTest {

    record PutCandidateOnHold(UUID target, LocalDate effectiveOn) implements Command {}

    record BuyFlowers(UUID target, LocalDate effectiveOn) implements Command {}

    static final class Known {

        @CommandHandler
        void handle(PutCandidateOnHold command) {}
    }

    static final class Unknown {

        @CommandHandler
        void handle(BuyFlowers command) {}
    }

    private static AnnotationCommandHandlerAdapter<?> started(Object handlers) {
        ClassLoader loader = EveryHandlerTest.class.getClassLoader();
        HandlerDefinition definition =
                MultiHandlerDefinition.ordered(new EveryHandler(), ClasspathHandlerDefinition.forClassLoader(loader));
        return new AnnotationCommandHandlerAdapter<>(
                handlers, ClasspathParameterResolverFactory.forClassLoader(loader), definition);
    }

    @Test
    void aKnownCommandIsHandled() {
        assertThatCode(() -> started(new Known())).doesNotThrowAnyException();
    }

    @Test
    void anUnknownOneIsToldAtStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> started(new Unknown()))
                .withMessageContaining("BuyFlowers");
    }
}
