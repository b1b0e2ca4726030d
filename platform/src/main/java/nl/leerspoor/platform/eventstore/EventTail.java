package nl.leerspoor.platform.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events in commit order, followed as they come. Since the store draws indexes in commit order, "everything above
 * this position" misses nothing and the token is a plain number. New events are read once per node, whatever the number
 * of followers; a follower that is behind reads its own pages.
 */
public final class EventTail implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final int PAGE = 500;
    private static final int RECENT = 1_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    /**
     * The newest events.
     *
     * @param after the position below the first of them; everything above it is here
     * @param head  the position of the last of them
     */
    private record Recent(long after, long head, List<TrackedEventMessage<?>> events) {

        Recent plus(List<? extends TrackedEventMessage<?>> more) {
            List<TrackedEventMessage<?>> all = new ArrayList<>(events);
            all.addAll(more);
            long newest = position(more.getLast());
            if (all.size() <= RECENT) {
                return new Recent(after, newest, all);
            }
            int dropped = all.size() - RECENT;
            return new Recent(position(all.get(dropped - 1)), newest, List.copyOf(all.subList(dropped, all.size())));
        }

        List<TrackedEventMessage<?>> above(long position) {
            return events.stream().filter(event -> position(event) > position).toList();
        }
    }

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcasterChain upcasters;
    private final AppendNotice notice;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-tail").daemon().factory());
    private volatile Recent recent;

    EventTail(EventReading reading, Serializer serializer, EventUpcasterChain upcasters) {
        this.jdbc = reading.jdbc();
        this.serializer = serializer;
        this.upcasters = upcasters;
        long newest = newest();
        this.recent = new Recent(newest, newest, List.of());
        watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        this.notice = new AppendNotice(reading.outside(), this::wake);
    }

    /** Looks for new events at once, here and on the other nodes, because some were appended on this one. */
    @EventListener(Appended.class)
    public void appended() {
        wake();
        notice.send();
    }

    /** Looks for new events now. */
    void wake() {
        if (!watch.isShutdown()) {
            watch.execute(this::look);
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        Follower follower = new Follower(token == null ? 0 : token.position().orElse(0));
        followers.add(follower);
        return follower;
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(newest());
    }

    @Override
    public void close() {
        notice.close();
        watch.shutdownNow();
    }

    private void look() {
        try {
            List<? extends TrackedEventMessage<?>> page = page(recent.head());
            while (!page.isEmpty()) {
                recent = recent.plus(page);
                followers.forEach(Follower::announce);
                page = page.size() < PAGE ? List.of() : page(recent.head());
            }
        } catch (DataAccessException unavailable) {
            // the database is away: the next look finds out, and processors report it through their own queries
        }
    }

    private long newest() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private List<? extends TrackedEventMessage<?>> page(long after) {
        List<TrackedDomainEventData<byte[]>> rows = jdbc.sql(
                        StoredEvents.SELECT + "where global_index > :after order by global_index limit :page")
                .param("after", after)
                .param("page", PAGE)
                .query(StoredEvents::row)
                .list();
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
                .toList();
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    /** One reader of the tail, at its own position. Used by one thread at a time. */
    private final class Follower implements BlockingStream<TrackedEventMessage<?>> {

        private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private volatile Runnable callback = () -> {};
        private long position;

        private Follower(long position) {
            this.position = position;
        }

        private void announce() {
            callback.run();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            fill();
            return Optional.ofNullable(ahead.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            fill();
            return !ahead.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            fill();
            return ahead.remove();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            this.callback = callback;
            return true;
        }

        @Override
        public void close() {
            followers.remove(this);
        }

        private void fill() {
            Recent newest = recent;
            if (ahead.isEmpty() && position < newest.head()) {
                ahead.addAll(position >= newest.after() ? newest.above(position) : page(position));
                position = EventTail.position(ahead.getLast());
            }
        }
    }
}
