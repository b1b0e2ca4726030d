package nl.leerspoor.query.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.query.stream.Feed;
import nl.leerspoor.query.stream.Selection;
import nl.leerspoor.query.webhook.Delivery.Attempt;
import nl.leerspoor.query.webhook.Rounds.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver, as long as this node has the lease for it: round after round, of each thing in order, of two things at
 * a time. What it remembers is what is kept, or else it begins anew from there: a message comes again, and none is lost.
 */
final class Courier implements Runnable {

    /** What every courier works with. */
    record Means(
            Feed feed,
            Delivery delivery,
            Keys keys,
            Rounds rounds,
            Backoff backoff,
            Clock clock,
            boolean allowLoopback) {}

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 100;
    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    private static final Duration AGAIN_AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration NOTED_AFTER = Duration.ofSeconds(5);
    private static final Duration KEYS_READ_AGAIN_AFTER = Duration.ofMinutes(10);
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    /** After so long without anything taken it isn't called any more. */
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    private final UUID id;
    private final String lease;
    private final Means means;
    private final Instant begun;
    private final Semaphore nudges = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean wanted = true;
    private volatile boolean stale = true;

    // what was read from the database, and what came of it since
    private Subscription subscription;
    private TargetUrl target;
    private List<Key> keys;
    private Instant keysReadAt;
    private Map<UUID, Parked> parked;
    private Feed.Reader reader;
    private List<Feed.Item> fresh;
    private Instant notedAt;
    private Breaker breaker = Breaker.CLOSED;

    // of one round, by both of its threads
    private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Set<Long> settled = ConcurrentHashMap.newKeySet();
    private final Set<UUID> touched = ConcurrentHashMap.newKeySet();
    private volatile boolean goOn;
    private volatile RuntimeException trouble;
    private volatile Optional<Outcome> ending = Optional.empty();
    private volatile Instant failingSince;
    private volatile Instant deliveredAt;
    private long nextTurnNanos;

    Courier(UUID id, String lease, Means means) {
        this.id = id;
        this.lease = lease;
        this.means = means;
        this.begun = means.clock().instant();
    }

    /** Something about the subscription changed. */
    void lookAgain() {
        stale = true;
        nudges.release();
    }

    /** Ends it after the calls that are under way. */
    void stop() {
        wanted = false;
        nudges.release();
    }

    boolean isDone() {
        return ended.getCount() == 0;
    }

    /** Whether it ended in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            while (wanted && means.feed().isOpen()) {
                try {
                    if (stale && !load()) {
                        return;
                    }
                    next();
                } catch (RuntimeException trouble) {
                    // what was not kept is told again
                    LOG.warn(
                            "Subscription {} can't be told now, and will be: {}",
                            id,
                            trouble.getClass().getSimpleName());
                    stale = true;
                    pause(AGAIN_AFTER_TROUBLE);
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Reads all there is to know; whether it is to be told at all. */
    private boolean load() {
        stale = false;
        Optional<Subscription> found = means.rounds().held(id, lease);
        if (found.isEmpty() || found.get().standing() != Standing.ACTIVE) {
            return false;
        }
        subscription = found.get();
        if (!(TargetUrl.read(subscription.url(), means.allowLoopback()) instanceof TargetUrl.Read.Good good)) {
            // a setting was taken away
            means.rounds().stop(id);
            return false;
        }
        target = good.url();
        readKeys();
        parked = new LinkedHashMap<>();
        means.rounds().parked(id).forEach(one -> parked.put(one.subject(), one));
        reader = means.feed().reader(subscription.position(), subscription.selection());
        fresh = List.of();
        attempts.clear();
        settled.clear();
        touched.clear();
        failingSince = subscription.failingSince();
        notedAt = means.clock().instant();
        return true;
    }

    private void readKeys() {
        keys = means.keys().of(id);
        keysReadAt = means.clock().instant();
    }

    private void next() throws InterruptedException {
        Instant now = means.clock().instant();
        Optional<Duration> quiet = quiet(now);
        if (quiet.isPresent()) {
            pause(quiet.get().compareTo(LOOK_UP) < 0 ? quiet.get() : LOOK_UP);
            return;
        }
        if (Duration.between(keysReadAt, now).compareTo(KEYS_READ_AGAIN_AFTER) > 0) {
            // an old one may have ended
            readKeys();
        }
        List<Parked> due = parked.values().stream()
                .filter(one -> one.isDue(now))
                .limit(AT_ONCE)
                .toList();
        if (fresh.isEmpty()) {
            fresh = reader.next(AT_ONCE, due.isEmpty() ? patience(now) : Duration.ZERO);
        }
        if (!fresh.isEmpty() || !due.isEmpty()) {
            round(due);
        } else if (reader.position() > subscription.position()
                && Duration.between(notedAt, means.clock().instant()).compareTo(NOTED_AFTER) > 0) {
            keep();
        }
    }

    private Optional<Duration> quiet(Instant now) {
        Instant asked = subscription.quietUntil();
        Instant until = breaker.isOpen(now) ? breaker.openUntil() : asked;
        return until != null && now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
    }

    private Duration patience(Instant now) {
        return parked.values().stream()
                .filter(one -> one.nextAt() != null)
                .map(one -> Duration.between(now, one.nextAt()))
                .filter(left -> left.compareTo(LOOK_UP) < 0)
                .min(Duration::compareTo)
                .orElse(LOOK_UP);
    }

    /** Two threads take one thing after the other, and of each thing one message after the other. */
    private void round(List<Parked> due) throws InterruptedException {
        goOn = true;
        trouble = null;
        ending = Optional.empty();
        Map<UUID, List<Feed.Item>> bySubject = new TreeMap<>();
        for (Feed.Item item : fresh) {
            UUID subject = item.message().subject();
            if (parked.containsKey(subject)) {
                settled.add(item.message().position());
            } else {
                bySubject.computeIfAbsent(subject, one -> new ArrayList<>()).add(item);
            }
        }
        boolean trying = breaker.isTrying();
        List<Errand> all = new ArrayList<>();
        due.forEach(one -> all.add(() -> again(one, trying)));
        inOrder(bySubject.values()).forEach(items -> all.add(() -> first(items, trying)));
        if (trying && !all.isEmpty()) {
            // any of them: one that is never taken may not keep the others from showing that all is well again
            work(new ConcurrentLinkedQueue<>(
                    List.of(all.get(ThreadLocalRandom.current().nextInt(all.size())))));
        } else {
            var errands = new ConcurrentLinkedQueue<>(all);
            Thread other = Thread.ofVirtual().name("webhook-lane").start(() -> work(errands));
            work(errands);
            other.join();
        }
        if (trouble != null) {
            throw trouble;
        }
        keep();
    }

    /** One thing to do, which ends early when it is told to. */
    private interface Errand {
        void run() throws InterruptedException;
    }

    private void work(Queue<Errand> errands) {
        try {
            for (Errand errand = errands.poll(); errand != null; errand = goOn && wanted ? errands.poll() : null) {
                errand.run();
            }
        } catch (InterruptedException hurried) {
            goOn = false;
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            goOn = false;
            trouble = failure;
        }
    }

    private static List<List<Feed.Item>> inOrder(Collection<List<Feed.Item>> groups) {
        return groups.stream()
                .sorted((one, other) -> Long.compare(
                        one.getFirst().message().position(),
                        other.getFirst().message().position()))
                .toList();
    }

    /** Messages of one thing for the first time. */
    private void first(List<Feed.Item> items, boolean trying) throws InterruptedException {
        for (Feed.Item item : items) {
            if (!goOn || !wanted) {
                return;
            }
            Letter letter = Letter.of(item);
            Attempt attempt = send(letter, 1);
            if (attempt.outcome() instanceof Outcome.Delivered) {
                settled.add(letter.place());
            } else if (attempt.outcome() instanceof Outcome.Failed && !trying) {
                park(new Parked(
                        letter.subject(),
                        letter.place() - 1,
                        Optional.of(letter),
                        1,
                        attempt.at(),
                        nextAt(1),
                        Attempts.status(attempt.answer()),
                        Attempts.cause(attempt.answer())));
                items.forEach(behind -> settled.add(behind.message().position()));
                return;
            } else {
                return;
            }
            if (trying) {
                return;
            }
        }
    }

    /** What a thing waited for, and what waited behind it. */
    private void again(Parked waiting, boolean trying) throws InterruptedException {
        Parked now = waiting;
        List<Letter> letters = new ArrayList<>(now.head().map(List::of).orElseGet(() -> behind(waiting)));
        while (!letters.isEmpty() && goOn && wanted) {
            Letter letter = letters.removeFirst();
            int attempt = now.head().isPresent() ? now.attempts() + 1 : 1;
            Attempt sent = send(letter, attempt);
            if (!(sent.outcome() instanceof Outcome.Delivered)) {
                if (sent.outcome() instanceof Outcome.Failed && !trying) {
                    park(new Parked(
                            letter.subject(),
                            now.told(),
                            Optional.of(letter),
                            attempt,
                            now.parkedAt(),
                            nextAt(attempt),
                            Attempts.status(sent.answer()),
                            Attempts.cause(sent.answer())));
                }
                return;
            }
            now = now.told(letter.place(), means.clock().instant());
            park(now);
            if (trying) {
                return;
            }
            if (letters.isEmpty()) {
                letters.addAll(behind(now));
            }
        }
        if (letters.isEmpty()) {
            unpark(waiting.subject());
        }
    }

    /** What is published of a thing between what its receiver was told and what this round is about. */
    private List<Letter> behind(Parked waiting) {
        Selection selection = subscription.selection();
        Feed.Reader rest = means.feed()
                .reader(
                        waiting.told(),
                        new Selection(selection.types(), selection.regions(), Optional.of(waiting.subject())));
        try {
            List<Letter> letters = new ArrayList<>();
            for (Feed.Item item : rest.next(AT_ONCE, Duration.ZERO)) {
                if (item.message().position() <= reader.position()) {
                    letters.add(Letter.of(inSelection(item)));
                }
            }
            return letters;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /** The same message, with the one before it of the whole subscription, and not of its thing alone. */
    private Feed.Item inSelection(Feed.Item item) throws InterruptedException {
        return means.feed()
                .reader(item.message().position() - 1, subscription.selection())
                .next(1, Duration.ZERO)
                .getFirst();
    }

    private Attempt send(Letter letter, int attempt) throws InterruptedException {
        awaitTurn();
        boolean live = letter.recordedAt() != null && letter.recordedAt().isAfter(begun);
        Attempt sent = means.delivery().send(target, keys, letter, attempt, live);
        note(sent);
        return sent;
    }

    private synchronized void note(Attempt sent) {
        attempts.add(sent);
        boolean taken = sent.outcome() instanceof Outcome.Delivered;
        Instant now = means.clock().instant();
        if (taken) {
            failingSince = null;
            deliveredAt = sent.at();
        } else if (failingSince == null) {
            failingSince = sent.at();
        }
        switch (sent.outcome()) {
            case Outcome.Delivered delivered -> breaker = breaker.after(true, now);
            case Outcome.Failed failed -> {
                breaker = breaker.after(false, now);
                goOn &= !breaker.isTrying();
            }
            case Outcome.Later later -> end(later);
            case Outcome.Gone gone -> end(gone);
        }
    }

    private void end(Outcome how) {
        goOn = false;
        if (ending.isEmpty() || how instanceof Outcome.Gone) {
            ending = Optional.of(how);
        }
    }

    private synchronized void park(Parked one) {
        parked.put(one.subject(), one);
        touched.add(one.subject());
    }

    private synchronized void unpark(UUID subject) {
        parked.remove(subject);
        touched.add(subject);
    }

    private Instant nextAt(int failures) {
        return means.backoff()
                .after(failures, ThreadLocalRandom.current().nextDouble())
                .map(pause -> means.clock().instant().plus(pause))
                .orElse(null);
    }

    /** As often as the receiver wants, and no more. */
    private void awaitTurn() throws InterruptedException {
        if (subscription.perMinute().isEmpty()) {
            return;
        }
        long gap = MINUTE_NANOS / subscription.perMinute().getAsInt();
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            long turn = Math.max(now, nextTurnNanos);
            nextTurnNanos = turn + gap;
            wait = turn - now;
        }
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    /** Keeps what came of the round; what others changed meanwhile counts more. */
    private void keep() {
        fresh = fresh.stream()
                .filter(item -> !settled.contains(item.message().position()))
                .toList();
        settled.clear();
        long position =
                fresh.isEmpty() ? reader.position() : fresh.getFirst().message().position() - 1;
        Instant now = means.clock().instant();
        Set<UUID> changed = new HashSet<>(touched);
        Round round = new Round(
                position,
                failingSince,
                ending.filter(Outcome.Later.class::isInstance)
                        .map(how -> ((Outcome.Later) how).until())
                        .orElse(null),
                deliveredAt,
                List.copyOf(attempts),
                changed.stream().filter(parked::containsKey).map(parked::get).toList(),
                changed.stream().filter(subject -> !parked.containsKey(subject)).toList(),
                standing(now));
        attempts.clear();
        touched.clear();
        ending = Optional.empty();
        notedAt = now;
        Optional<Subscription> kept = means.rounds().keep(subscription, lease, round);
        if (kept.isEmpty()) {
            stale = true;
        } else {
            subscription = kept.get();
            if (subscription.standing() != Standing.ACTIVE) {
                wanted = false;
            }
        }
    }

    private Standing standing(Instant now) {
        if (ending.filter(Outcome.Gone.class::isInstance).isPresent()) {
            return Standing.GONE;
        }
        if (parked.size() > Parking.MOST) {
            return Standing.TOO_MANY_PARKED;
        }
        return failingSince != null && Duration.between(failingSince, now).compareTo(GIVEN_UP_AFTER) >= 0
                ? Standing.FAILED_TOO_LONG
                : Standing.ACTIVE;
    }

    private void pause(Duration atMost) throws InterruptedException {
        if (nudges.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }
}
