package nl.leerspoor.command;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** Runs commands on several real streams, and the handlers between them, with their Axon wiring, in memory. */
public final class StreamsInMemory {

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();
    private final ParameterResolverFactory parameters;

    /** Streams whose handlers may ask for these things. */
    public StreamsInMemory(Object... resources) {
        parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(getClass()),
                new SimpleResourceParameterResolverFactory(List.of(resources)));
    }

    /** Has the commands of a stream handled. */
    public <T> Repository<T> of(Class<T> stream) {
        Repository<T> repository = EventSourcingRepository.builder(stream)
                .eventStore(events)
                .parameterResolverFactory(parameters)
                .build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(stream)
                .repository(repository)
                .commandTargetResolver(new TargetOfCommand())
                .parameterResolverFactory(parameters)
                .build()
                .subscribe(bus);
        return repository;
    }

    /** Has the commands of a handler of several streams handled. */
    public void with(Object handler) {
        new AnnotationCommandHandlerAdapter<>(handler, parameters).subscribe(bus);
    }

    /** A new stream holds these events, entered by somebody on the day on which they hold. */
    public void given(UUID stream, Event... facts) {
        for (int version = 0; version < facts.length; version++) {
            By by = Given.by(Given.SOMEBODY, "", "", facts[version].effectiveOn());
            events.publish(new GenericDomainEventMessage<>(
                    "", stream.toString(), version, facts[version], by.metadata(by.at())));
        }
    }

    /** Sends a command for somebody. */
    public Outcome send(Command command, By by) {
        return commands.sendAndWait(new GenericCommandMessage<>(command, by.metadata(by.at())));
    }

    /** The events of a stream. */
    public List<Event> eventsOf(UUID stream) {
        return events.readEvents(stream.toString())
                .asStream()
                .<Event>map(message -> (Event) message.getPayload())
                .toList();
    }
}
