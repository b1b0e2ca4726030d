package nl.leerspoor.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.Recorded;
import nl.leerspoor.query.projection.ParkedEvents.Cause;
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
    private final JdbcOperations jdbc;
    private final String batch;

    Applying(View<E, S> view, JdbcOperations jdbc) {
        this.view = view;
        this.parked = view.parked();
        this.jdbc = jdbc;
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

    private void apply(List<TrackedEventMessage<?>> messages) {
        view.share();
        Set<UUID> waiting = new HashSet<>(
                parked.among(messages.stream().map(Applying::streamOf).toList()));
        try {
            List<Recorded<E>> facts = new ArrayList<>();
            for (TrackedEventMessage<?> message : messages) {
                if (!waiting.contains(streamOf(message))) {
                    facts.add(Recorded.of(message, view.projection().family()));
                }
            }
            inSavepoint(() -> view.apply(facts));
            messages.stream()
                    .filter(message -> waiting.contains(streamOf(message)))
                    .forEach(message -> park(message, Cause.BEHIND));
        } catch (RuntimeException failure) {
            requireLasting(failure);
            messages.forEach(message -> applyAlone(message, waiting));
        }
    }

    private void applyAlone(TrackedEventMessage<?> message, Set<UUID> waiting) {
        if (waiting.contains(streamOf(message))) {
            park(message, Cause.BEHIND);
            return;
        }
        try {
            inSavepoint(() ->
                    view.apply(List.of(Recorded.of(message, view.projection().family()))));
        } catch (RuntimeException failure) {
            requireLasting(failure);
            park(message, Failure.cause(failure));
            waiting.add(streamOf(message));
        }
    }

    private void inSavepoint(Runnable work) {
        jdbc.execute("savepoint before_events");
        try {
            work.run();
        } catch (RuntimeException failure) {
            requireLasting(failure);
            jdbc.execute("rollback to savepoint before_events");
            throw failure;
        }
        jdbc.execute("release savepoint before_events");
    }

    private static void requireLasting(RuntimeException failure) {
        if (Failure.isPassing(failure)) {
            throw failure;
        }
    }

    private void park(TrackedEventMessage<?> message, Cause cause) {
        parked.park(
                streamOf(message),
                message.trackingToken().position().orElseThrow(),
                UUID.fromString(message.getIdentifier()),
                Catalogue.nameOf(message.getPayloadType()),
                cause);
    }

    private static UUID streamOf(EventMessage<?> message) {
        return UUID.fromString(((DomainEventMessage<?>) message).getAggregateIdentifier());
    }
}
