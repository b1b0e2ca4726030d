package nl.leerspoor.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.leerspoor.events.Event;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;

/** Runs commands on a real stream with its Axon wiring, in memory. */
public final class StreamFixture<T> {

    private final AggregateTestFixture<T> fixture;

    private StreamFixture(Class<T> stream) {
        fixture = new AggregateTestFixture<>(stream);
        fixture.registerCommandTargetResolver(new TargetOfCommand());
    }

    public static <T> StreamFixture<T> of(Class<T> stream) {
        return new StreamFixture<>(stream);
    }

    /** The same, where a handler asks for this thing. */
    public StreamFixture<T> with(Object resource) {
        fixture.registerInjectableResource(resource);
        return this;
    }

    /** The stream holds these events, entered on the day on which they hold. */
    public Recorded<T> given(Event... events) {
        List<GenericEventMessage<Event>> messages = Arrays.stream(events)
                .map(event -> new GenericEventMessage<>(
                        event,
                        somebody(event.effectiveOn())
                                .metadata(somebody(event.effectiveOn()).at())))
                .toList();
        return new Recorded<>(events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(messages));
    }

    /** A stream that is ready for a command. */
    public record Recorded<T>(TestExecutor<T> executor) {

        /** Somebody sends a command on a day. */
        public ResultValidator<T> when(Command command, LocalDate today) {
            By by = somebody(today);
            return executor.when(command, by.metadata(by.at()));
        }
    }

    private static By somebody(LocalDate today) {
        return Given.by(Given.SOMEBODY, "", "", today);
    }
}
