package nl.leerspoor.query.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.EventPages;
import nl.leerspoor.platform.eventstore.EventTail;
import nl.leerspoor.platform.eventstore.Recorded;
import nl.leerspoor.platform.eventstore.UnreadableEvent;
import nl.leerspoor.platform.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The published events in commit order. The newest are kept, made once for whoever follows; who is behind reads their own
 * pages from the store. Both ways give the same bytes, and nobody has a queue that could grow.
 */
@Component
class MessageLog implements SmartLifecycle {

    /**
     * Some messages, in order.
     *
     * @param reached up to where nothing that was selected is missing
     */
    record Page(List<Message> messages, long reached) {}

    private static final Logger LOG = LoggerFactory.getLogger(MessageLog.class);

    /** Positions with a message that are kept; a message has about a kilobyte. */
    private static final int KEPT = 4_000;

    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private final EventTail tail;
    private final EventPages pages;
    private final CloudEvents events;
    private final ConcurrentNavigableMap<Long, List<Message>> newest = new ConcurrentSkipListMap<>();
    private final Semaphore announced = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    /** Above it nothing is missing from the newest. Raised before anything is dropped. */
    private volatile long floor;

    private volatile long head;
    private volatile boolean running;
    private volatile UnreadableEvent damaged;

    /** Touched by the follower only. */
    private int kept;

    MessageLog(EventTail tail, CloudEvents events) {
        this.tail = tail;
        this.pages = tail.pages();
        this.events = events;
    }

    /** The position up to which this node has read. */
    long head() {
        return head;
    }

    /** Whether a position may be gone on from: no other node can have told one that the store doesn't have. */
    boolean exists(long position) {
        return position <= head || position <= pages.newest();
    }

    /**
     * The messages above a position that a selection has. There may be more above what an empty page reached, until it
     * has reached the {@link #head}.
     *
     * @param limit the most messages of the page
     */
    Page after(long position, Selection selection, int limit) {
        // another node may have told more than this one has read
        long until = Math.max(head, position);
        if (position >= floor) {
            Page page = page(newest.subMap(position, false, until, true).values(), selection, limit, until);
            if (position >= floor) {
                return page;
            }
        }
        EventPages.Page stored = stored(position, selection, limit);
        return page(stored.events().stream().map(events::of).toList(), selection, limit, stored.reached());
    }

    private EventPages.Page stored(long position, Selection selection, int limit) {
        try {
            return pages.after(position, selection.wanted(), limit);
        } catch (UnreadableEvent unreadable) {
            throw new ProblemException(StreamProblem.EVENTS_STAND_STILL.at(unreadable.position()));
        }
    }

    /** The damaged event before which what is published stands still on this node, if there is one. */
    Optional<UnreadableEvent> standsStill() {
        return Optional.ofNullable(damaged);
    }

    /** The position of the newest message of a selection up to and including a position. */
    OptionalLong lastUpTo(long position, Selection selection) {
        return pages.lastUpTo(position, selection.wanted());
    }

    /** Waits until there may be something above a position; at most for some time, and not while the node stops. */
    void await(long position, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (head <= position && running && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        head = pages.newest();
        floor = head;
        running = true;
        Thread.ofPlatform().name("messages").daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        announced.release();
        changed();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After this node has said that it stops, and before it waits for the requests in flight. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    private void follow() {
        while (running) {
            try (EventTail.Taker taker = tail.take(head, announced::release)) {
                while (running) {
                    take(taker);
                    announced.acquire();
                    announced.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (UnreadableEvent unreadable) {
                stand(unreadable);
                pause();
            } catch (RuntimeException broken) {
                LOG.error(
                        "What is published could not be made of the events above {}; it is tried again", head, broken);
                pause();
            }
        }
    }

    private void stand(UnreadableEvent unreadable) {
        if (standsStill()
                .filter(known -> known.position() == unreadable.position())
                .isEmpty()) {
            LOG.error("What is published stands still", unreadable);
        }
        damaged = unreadable;
    }

    private void take(EventTail.Taker taker) {
        long before = head;
        for (var next = taker.next(); running && next.isPresent(); next = taker.next()) {
            Recorded<Event> event = next.get();
            List<Message> messages = events.of(event);
            if (!messages.isEmpty()) {
                keep(event.position(), messages);
            }
            head = event.position();
            damaged = null;
        }
        if (head > before) {
            changed();
        }
    }

    private void keep(long position, List<Message> messages) {
        newest.put(position, messages);
        if (kept == KEPT) {
            floor = newest.firstKey();
            newest.pollFirstEntry();
        } else {
            kept++;
        }
    }

    private void changed() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(AGAIN_AFTER_MILLIS);
            while (running && nanos > 0) {
                nanos = grown.awaitNanos(nanos);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static Page page(Collection<List<Message>> told, Selection selection, int limit, long reached) {
        List<Message> page = new ArrayList<>();
        for (List<Message> versions : told) {
            selection.of(versions).ifPresent(page::add);
            if (page.size() == limit) {
                return new Page(page, page.getLast().position());
            }
        }
        return new Page(page, reached);
    }
}
