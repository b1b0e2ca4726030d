package nl.leerspoor.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.eventstore.Recorded;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Takes the events of a batch into a view, together, when the batch is about to commit. When that fails they are taken
 * one by one, so that only the event that can't be taken is parked. A passing error stops the batch, to be tried again.
 */
final class Applying<E extends Event, S> implements EventHandlerInvoker {

    private final View<E, S> view;
    private final ParkedEvents parked;
    private final Savepoint savepoint;
    private final String batch;

    Applying(View<E, S> view, JdbcOperations jdbc) {
        this.view = view;
        this.parked = view.parked();
        this.savepoint = Savepoint.in(jdbc);
        this.batch = "batch of " + view.version().name();
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return view.projection().family().isAssignableFrom(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType()) && segment.matches(streamOf(message));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var unit = CurrentUnitOfWork.get();
        List<TrackedEventMessage<?>> messages = unit.root().getOrComputeResource(batch, key -> {
            List<TrackedEventMessage<?>> list = new ArrayList<>();
            unit.onPrepareCommit(committing -> apply(list));
            return list;
        });
        messages.add((TrackedEventMessage<?>) message);
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    /** Takes the events of a batch one by one, and parks those that can't be taken with what is behind them. */
    void takeApart(List<? extends TrackedEventMessage<?>> messages) {
        takeApart(messages, waiting(messages));
    }

    private void apply(List<TrackedEventMessage<?>> messages) {
        view.share();
        Set<UUID> waiting = waiting(messages);
        savepoint
                .attempt(() -> view.apply(messages.stream()
                        .filter(message -> !waiting.contains(streamOf(message)))
                        .<Recorded<E>>map(message ->
                                Recorded.of(message, view.projection().family()))
                        .toList()))
                .ifPresentOrElse(
                        poison -> takeApart(messages, waiting),
                        () -> messages.stream()
                                .filter(message -> waiting.contains(streamOf(message)))
                                .forEach(message -> park(message, Failure.BEHIND)));
    }

    private void takeApart(List<? extends TrackedEventMessage<?>> messages, Set<UUID> waiting) {
        for (TrackedEventMessage<?> message : messages) {
            if (waiting.contains(streamOf(message))) {
                park(message, Failure.BEHIND);
            } else {
                takeAlone(message).ifPresent(poison -> {
                    park(message, Failure.of(poison));
                    waiting.add(streamOf(message));
                });
            }
        }
    }

    private Optional<RuntimeException> takeAlone(TrackedEventMessage<?> message) {
        return savepoint.attempt(
                () -> view.apply(List.of(Recorded.of(message, view.projection().family()))));
    }

    private Set<UUID> waiting(List<? extends TrackedEventMessage<?>> messages) {
        return new HashSet<>(
                parked.among(messages.stream().map(Applying::streamOf).toList()));
    }

    private void park(TrackedEventMessage<?> message, Failure failure) {
        parked.park(
                streamOf(message),
                message.trackingToken().position().orElseThrow(),
                UUID.fromString(message.getIdentifier()),
                Catalogue.nameOf(message.getPayloadType()),
                failure);
    }

    private static UUID streamOf(EventMessage<?> message) {
        return UUID.fromString(((DomainEventMessage<?>) message).getAggregateIdentifier());
    }
}
