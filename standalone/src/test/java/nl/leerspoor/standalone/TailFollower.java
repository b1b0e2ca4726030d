package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Follows a tail as a projection does: reads what there is, then waits to be told of more, and writes down the ids. */
final class TailFollower {

    private static final long PATIENCE_SECONDS = 60;

    private final StreamableMessageSource<TrackedEventMessage<?>> tail;
    private final int restartEvery;
    private final List<String> seen = new ArrayList<>();
    private TrackingToken position;

    private TailFollower(StreamableMessageSource<TrackedEventMessage<?>> tail, TrackingToken from, int restartEvery) {
        this.tail = tail;
        this.position = from;
        this.restartEvery = restartEvery;
    }

    /** Follows from a position on. */
    static TailFollower from(TrackingToken position, StreamableMessageSource<TrackedEventMessage<?>> tail) {
        return new TailFollower(tail, position, Integer.MAX_VALUE);
    }

    /** Follows from a position on, and after some events begins anew at the position that it reached. */
    static TailFollower restartingAfter(
            int events, TrackingToken position, StreamableMessageSource<TrackedEventMessage<?>> tail) {
        return new TailFollower(tail, position, events);
    }

    /** Follows in a thread of its own up to and including an event, and gives the ids of all. */
    CompletableFuture<List<String>> upTo(Predicate<TrackedEventMessage<?>> last) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        while (!read(last)) {
                            // it begins anew where it was
                        }
                        return List.copyOf(seen);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }

    /** Opens the tail and reads until it has to begin anew; whether it has come to the last. */
    private boolean read(Predicate<TrackedEventMessage<?>> last) throws InterruptedException {
        Semaphore told = new Semaphore(0);
        try (BlockingStream<TrackedEventMessage<?>> stream = tail.openStream(position)) {
            stream.setOnAvailableCallback(told::release);
            for (int read = 0; read < restartEvery; read++) {
                while (!stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
                    assertThat(told.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                            .as("told of more after " + seen.size() + " events")
                            .isTrue();
                }
                TrackedEventMessage<?> event = stream.nextAvailable();
                position = event.trackingToken();
                seen.add(event.getIdentifier());
                if (last.test(event)) {
                    return true;
                }
            }
            return false;
        }
    }
}
