package nl.leerspoor.query.stream.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.Feed.Item;
import nl.leerspoor.query.stream.Feed.Reader;
import nl.leerspoor.query.stream.Selection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Brings published events to Kafka, in order, one node at a time. A page is sent, acknowledged by all replicas and then
 * written down as brought. Whatever goes wrong, it goes on from what was written down: a message may come again, under the
 * same id, and none is left out.
 */
final class KafkaPublisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final int PAGE = 500;

    /** Within the lease, so that a node with nothing to bring keeps it. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final long AGAIN_AFTER_MILLIS = 1_000;

    private static final Selection EVERYTHING = new Selection(
            PublishedCatalogue.types(),
            CodeList.REGIONS.entries().stream().map(CodeList.Entry::code).collect(Collectors.toUnmodifiableSet()),
            Optional.empty());

    private final Feed feed;
    private final KafkaPlace place;
    private final KafkaMessages messages;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Supplier<Admin> admins;
    private final int partitions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private final AtomicReference<String> trouble = new AtomicReference<>();
    private volatile boolean running;
    private Thread worker;

    /**
     * @param admins     makes topics that aren't there; null when nobody should
     * @param partitions of such a topic
     */
    KafkaPublisher(
            Feed feed,
            KafkaPlace place,
            KafkaMessages messages,
            Supplier<Producer<String, byte[]>> producers,
            Supplier<Admin> admins,
            int partitions) {
        this.feed = feed;
        this.place = place;
        this.messages = messages;
        this.producers = producers;
        this.admins = admins;
        this.partitions = partitions;
    }

    /** The sort of fault that keeps this node from bringing anything, if there is one. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().name("kafka").daemon().start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        lock.lock();
        try {
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the feed that it reads. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 256;
    }

    private void work() {
        while (running) {
            try {
                OptionalLong position = place.claim();
                if (position.isPresent()) {
                    bring(position.getAsLong());
                }
                trouble.set(null);
            } catch (InterruptedException | InterruptException ends) {
                // asked again above
            } catch (RuntimeException failure) {
                trouble.set(sort(failure));
                LOG.warn("Events can't be brought to Kafka; it is tried again: {}", sort(failure));
            }
            pause();
        }
        try {
            place.release();
        } catch (DataAccessException away) {
            // others find out when the lease ends
        }
    }

    /** Until this node is no longer the one that does. */
    private void bring(long from) throws InterruptedException {
        createTopics();
        Producer<String, byte[]> producer = producers.get();
        try {
            long position = from;
            Reader reader = feed.reader(position, EVERYTHING);
            boolean mine = true;
            while (mine && running && feed.isOpen()) {
                send(producer, reader.next(PAGE, WAIT));
                trouble.set(null);
                mine = place.move(position, reader.position());
                position = reader.position();
            }
        } finally {
            // what isn't acknowledged isn't written down either, and is sent again
            producer.close(Duration.ZERO);
        }
    }

    /** Sends a page, and waits until all of it is kept. Nothing is sent after what could not be, for it would be late. */
    private void send(Producer<String, byte[]> producer, List<Item> items) {
        var failure = new AtomicReference<Exception>();
        for (Item item : items) {
            producer.send(messages.of(item.message()), (kept, refused) -> failure.compareAndSet(null, refused));
            if (failure.get() != null) {
                break;
            }
        }
        if (!items.isEmpty()) {
            producer.flush();
        }
        if (failure.get() != null) {
            throw new KafkaException(failure.get());
        }
    }

    /** Everything stays on them, so that who begins later can begin at the beginning. */
    private void createTopics() throws InterruptedException {
        if (admins == null) {
            return;
        }
        try (Admin admin = admins.get()) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = messages.topics()
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, Optional.of(partitions), Optional.empty())
                            .configs(Map.of("retention.ms", "-1")))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(refused.getCause());
            }
        }
    }

    private void pause() {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(AGAIN_AFTER_MILLIS);
            while (running && nanos > 0) {
                nanos = stopped.awaitNanos(nanos);
            }
        } catch (InterruptedException stops) {
            // asked again by who pauses
        } finally {
            lock.unlock();
        }
    }

    /** What it says may name hosts and users, so only its sort is told. */
    private static String sort(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }
}
