package nl.leerspoor.platform.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events in commit order, followed as they come. Since the store draws indexes in commit order, "everything above
 * this position" misses nothing and the token is a plain number. New events are read once per node, whatever the number
 * of followers; a follower that is behind reads its own pages. Who sends events on is told of them at once; who writes
 * them into views is told of several together.
 */
public final class EventTail implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
    private static final int PAGE = 1_000;
    private static final int SPAN = 4_000;
    private static final int RECENT = 1_000;

    /** Looks that somebody asks for come no sooner after one another: each costs a query. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Processors are told no sooner after one another: each time costs each of them a transaction. */
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    /**
     * An event that this release can't read, since a later one wrote it. Nothing after it is told, for an event that is
     * skipped would silently falsify every state after it; a release that knows it goes on there.
     *
     * @param position where its readers stand still
     * @param name     the name of the event
     * @param revision its revision
     */
    public record Stuck(long position, String name, String revision) {}

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

        List<TrackedEventMessage<?>> above(long position, Class<?> family) {
            return events.stream()
                    .filter(event -> position(event) > position)
                    .filter(event -> family.isAssignableFrom(event.getPayloadType()) || position(event) == head)
                    .toList();
        }
    }

    private final JdbcClient jdbc;
    private final ReadableEvents readable;
    private final AppendNotice notice;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("event-tail").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
    private volatile Recent recent;
    private volatile long lookedAt = System.nanoTime() - LOOK_NANOS;

    /** Touched by the watch only, as is whether processors will be told. */
    private long batchedAt = System.nanoTime() - BATCH_NANOS;

    private boolean batchComes;

    /**
     * Follows from the newest event on.
     *
     * @param lookEvery how long an event may stay unseen when no notice of it arrives
     */
    public EventTail(EventReading reading, Serializer serializer, EventUpcasterChain upcasters, Duration lookEvery) {
        this.jdbc = reading.jdbc();
        this.readable = new ReadableEvents(serializer, upcasters);
        long newest = newest();
        this.recent = new Recent(newest, newest, List.of());
        watch.scheduleWithFixedDelay(this::look, lookEvery.toMillis(), lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        this.notice = new AppendNotice(reading.outside(), this::wake);
    }

    /** Looks for new events at once, here and on the other nodes, because some were appended on this one. */
    @EventListener(Appended.class)
    public void appended() {
        wake();
        notice.send();
    }

    /** Looks for new events now; when it looked a moment ago, after a while, for more to come along. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            long wait = Math.clamp(lookedAt + LOOK_NANOS - System.nanoTime(), 0, LOOK_NANOS);
            watch.schedule(
                    () -> {
                        woken.set(false);
                        lookedAt = System.nanoTime();
                        look();
                    },
                    wait,
                    TimeUnit.NANOSECONDS);
        }
    }

    /** The first event that stops readers on this node, if there is one. It stays until a release that knows it. */
    public Optional<Stuck> stuck() {
        return readable.stuck();
    }

    /** The same events page by page, for who reads a part of them. */
    public EventPages pages() {
        return new EventPages(jdbc, readable);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return follow(token, Event.class, false);
    }

    /**
     * The tail for who needs the events of one family only. Of the others it tells one now and then, so that a reader
     * knows how far it is; they are not fetched when a reader that is behind catches up.
     */
    public StreamableMessageSource<TrackedEventMessage<?>> of(Class<? extends Event> family) {
        return new StreamableMessageSource<>() {
            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
                return follow(token, family, false);
            }

            @Override
            public TrackingToken createTailToken() {
                return EventTail.this.createTailToken();
            }

            @Override
            public TrackingToken createHeadToken() {
                return EventTail.this.createHeadToken();
            }
        };
    }

    /**
     * Somebody who takes the events one by one as they come, in one thread, and whom that costs nothing but the taking.
     *
     * @param whenMore called when there may be one, by another thread
     */
    public Taker take(long after, Runnable whenMore) {
        Follower follower = follow(new GlobalSequenceTrackingToken(after), Event.class, true);
        follower.setOnAvailableCallback(whenMore);
        return new Taker(follower);
    }

    private Follower follow(TrackingToken token, Class<? extends Event> family, boolean atOnce) {
        Follower follower = new Follower(token == null ? 0 : token.position().orElse(0), family, atOnce);
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
            List<TrackedEventMessage<?>> page = page(recent.head());
            while (!page.isEmpty()) {
                recent = recent.plus(page);
                announce(true);
                announceBatch();
                page = page.size() < PAGE ? List.of() : page(recent.head());
            }
        } catch (DataAccessException unavailable) {
            // the database is away: the next look finds out, and processors report it through their own queries
        } catch (RuntimeException unexpected) {
            LOG.error("The tail could not be read; it looks again", unexpected);
        }
    }

    private void announce(boolean atOnce) {
        followers.stream().filter(follower -> follower.atOnce == atOnce).forEach(Follower::announce);
    }

    private void announceBatch() {
        long wait = batchedAt + BATCH_NANOS - System.nanoTime();
        if (wait <= 0) {
            batchedAt = System.nanoTime();
            announce(false);
        } else if (!batchComes) {
            batchComes = true;
            watch.schedule(
                    () -> {
                        batchComes = false;
                        batchedAt = System.nanoTime();
                        announce(false);
                    },
                    wait,
                    TimeUnit.NANOSECONDS);
        }
    }

    private long newest() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private List<TrackedEventMessage<?>> page(long after) {
        List<TrackedDomainEventData<byte[]>> rows = jdbc.sql(
                        StoredEvents.SELECT + "where global_index > :after order by global_index limit :page")
                .param("after", after)
                .param("page", PAGE)
                .query(StoredEvents::row)
                .list();
        return readable.of(rows);
    }

    /**
     * The next events of a family up to a position, and the last event before that position whatever it is. What this
     * release doesn't know is among them, for nobody may pass it.
     */
    private List<TrackedEventMessage<?>> page(long after, long to, String[] others) {
        List<TrackedDomainEventData<byte[]>> rows = jdbc.sql(StoredEvents.SELECT + """
                        where global_index > :after and global_index <= :to
                          and (payload_type <> all(:others)
                               or global_index = (select max(global_index) from eventstore.domain_event_entry
                                                   where global_index <= :to))
                        order by global_index""")
                .param("after", after)
                .param("to", to)
                .param("others", others)
                .query(StoredEvents::row)
                .list();
        return readable.of(rows);
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    /** Takes events one by one. */
    public static final class Taker implements AutoCloseable {

        private final Follower follower;

        private Taker(Follower follower) {
            this.follower = follower;
        }

        /**
         * The next event, if there is one yet.
         *
         * @throws UnreadableEvent when its content can't be read; it stays the next
         */
        public Optional<Recorded<Event>> next() {
            Optional<Recorded<Event>> next = follower.peek().map(Recorded::readable);
            next.ifPresent(taken -> follower.nextAvailable());
            return next;
        }

        @Override
        public void close() {
            follower.close();
        }
    }

    /** One reader of the tail, at its own position. Used by one thread at a time. */
    private final class Follower implements BlockingStream<TrackedEventMessage<?>> {

        private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
        private final Class<? extends Event> family;
        private final String[] others;
        private final boolean atOnce;
        private volatile Runnable callback = () -> {};
        private long position;

        private Follower(long position, Class<? extends Event> family, boolean atOnce) {
            this.position = position;
            this.family = family;
            this.atOnce = atOnce;
            this.others = Catalogue.names().stream()
                    .filter(name -> !family.isAssignableFrom(Catalogue.typeOf(name)))
                    .toArray(String[]::new);
        }

        private void announce() {
            try {
                callback.run();
            } catch (RejectedExecutionException stopped) {
                // its processor is shutting down, and asks no more
            }
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

        private List<TrackedEventMessage<?>> next(long head) {
            List<TrackedEventMessage<?>> events = page(position, Math.min(position + SPAN, head), others);
            return events.isEmpty() ? page(position) : events;
        }

        private void fill() {
            Recent newest = recent;
            if (ahead.isEmpty() && position < newest.head()) {
                ahead.addAll(position >= newest.after() ? newest.above(position, family) : next(newest.head()));
                position = ahead.isEmpty() ? position : EventTail.position(ahead.getLast());
            }
        }
    }
}
