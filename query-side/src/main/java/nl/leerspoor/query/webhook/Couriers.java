package nl.leerspoor.query.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.operation.NodeName;
import nl.leerspoor.query.stream.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has each subscription told by one node, and by another when that one is gone: a lease of half a minute, by the clock of
 * the database, and to each node its share.
 */
@Component
class Couriers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Leases leases;
    private final Subscriptions subscriptions;
    private final Attempts attempts;
    private final Courier.Means means;
    private final Keys keys;
    private final Duration keepLog;
    private final String node;
    private final Map<UUID, Courier> busy = new ConcurrentHashMap<>();
    private final Map<UUID, Long> revisions = new ConcurrentHashMap<>();
    private volatile ScheduledExecutorService watch;

    @Autowired
    Couriers(
            Leases leases,
            Subscriptions subscriptions,
            Attempts attempts,
            Feed feed,
            Delivery delivery,
            Keys keys,
            Rounds rounds,
            Clock clock,
            WebhookProperties settings) {
        this(
                leases,
                subscriptions,
                attempts,
                new Courier.Means(
                        feed, delivery, keys, rounds, new Backoff(settings.retries()), clock, settings.allowLoopback()),
                settings.keepLog(),
                NodeName.VALUE);
    }

    /** Those of a node of this name. */
    Couriers(
            Leases leases,
            Subscriptions subscriptions,
            Attempts attempts,
            Courier.Means means,
            Duration keepLog,
            String node) {
        this.leases = leases;
        this.subscriptions = subscriptions;
        this.attempts = attempts;
        this.means = means;
        this.keys = means.keys();
        this.keepLog = keepLog;
        this.node = node;
    }

    /** Something about a subscription changed here: no need to wait until it is seen. */
    void changed(UUID id) {
        Courier courier = busy.get(id);
        if (courier != null) {
            courier.lookAgain();
        }
        ScheduledExecutorService running = watch;
        if (running != null && !running.isShutdown()) {
            running.execute(() -> careful(this::look));
        }
    }

    @Override
    public void start() {
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("webhooks").daemon().factory());
        every(LOOK_EVERY, this::look);
        every(TIDY_EVERY, this::tidy);
    }

    /** Waits for the calls under way, so that what was taken is known to be. */
    @Override
    public void stop() {
        watch.shutdownNow();
        busy.values().forEach(Courier::stop);
        try {
            long end = System.nanoTime() + GOODBYE.toNanos();
            for (Courier courier : busy.values()) {
                courier.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        careful(() -> leases.leave(node));
        busy.clear();
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** While the messages are still read. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 511;
    }

    /** Keeps its leases, sees what changed, and takes or gives up some when it has too few or too many. */
    private void look() {
        for (Iterator<Courier> each = busy.values().iterator(); each.hasNext(); ) {
            if (each.next().isDone()) {
                each.remove();
            }
        }
        Map<UUID, Long> held = leases.keep(node, busy.keySet());
        busy.forEach((id, courier) -> {
            Long revision = held.get(id);
            if (revision == null) {
                courier.stop();
            } else if (!revision.equals(revisions.put(id, revision))) {
                courier.lookAgain();
            }
        });
        revisions.keySet().retainAll(busy.keySet());
        int share = leases.share(node);
        List<UUID> mine = List.copyOf(held.keySet());
        if (mine.size() > share) {
            mine.stream().limit(mine.size() - share).forEach(this::giveUp);
        } else if (mine.size() < share) {
            leases.take(node, share - mine.size()).forEach(this::begin);
        }
    }

    private void begin(UUID id) {
        var courier = new Courier(id, node, means);
        busy.put(id, courier);
        Thread.ofVirtual().name("webhook-" + id).start(() -> {
            courier.run();
            careful(() -> leases.release(node, id));
        });
    }

    private void giveUp(UUID id) {
        busy.get(id).stop();
    }

    private void tidy() {
        keys.sealAnew();
        subscriptions.letRightsEnd();
        while (attempts.forget(keepLog)) {
            // some at a time
        }
    }

    private void every(Duration pause, Runnable job) {
        watch.scheduleWithFixedDelay(() -> careful(job), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void careful(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            LOG.warn("Webhooks can't be looked after now; it is tried again: {}", Failure.of(failure));
        }
    }
}
