package nl.leerspoor.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each view is: the position up to which everything that concerns it is applied and committed. An event that a
 * view has no use for counts as applied as soon as the view has passed it. A node knows its own segments from memory;
 * what it reached is written down within a tenth of a second, so that other nodes know it too.
 */
@Component
public class Progress implements AutoCloseable {

    private static final long WRITE_EVERY_MILLIS = 100;
    private static final long LOOK_ELSEWHERE_EVERY_MILLIS = 50;

    /** A segment of a version of a view. */
    private record Segment(String version, int number) {}

    private final Map<String, ViewVersion> serving = new ConcurrentHashMap<>();
    private final Map<String, StreamingEventProcessor> processors = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long changes;
    private final Map<Segment, Long> written = new HashMap<>();
    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("progress").daemon().factory());

    Progress(@Qualifier("projectorJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
        clerk.scheduleWithFixedDelay(this::write, WRITE_EVERY_MILLIS, WRITE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** From now on this version is what its view answers from. */
    void serve(ViewVersion version) {
        serving.put(version.view(), version);
    }

    /** From now on this fills a version on this node. */
    void follow(ViewVersion version, StreamingEventProcessor processor) {
        processors.put(version.name(), processor);
    }

    /** Nothing fills this version on this node any more. */
    void forget(String version) {
        processors.remove(version);
    }

    /** Some view may have come further. */
    void changed() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which all of these views have applied everything. */
    public long position(Collection<String> views) {
        return views.stream().mapToLong(this::position).min().orElse(0);
    }

    /** The versions of these views that serve, as this node knows them: within a second after a swap. */
    public String versions(Collection<String> views) {
        return views.stream()
                .map(serving::get)
                .filter(Objects::nonNull)
                .map(ViewVersion::name)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Waits until all of these views are at a position; false when they are not there in time. */
    public boolean await(Collection<String> views, long position, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = changes;
            if (position(views) >= position) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitChange(seen, Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_ELSEWHERE_EVERY_MILLIS)));
        }
    }

    private void awaitChange(long seen, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (changes == seen) {
                changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        clerk.shutdownNow();
    }

    private long position(String view) {
        ViewVersion version = serving.get(view);
        if (version == null) {
            return 0;
        }
        StreamingEventProcessor processor = processors.get(version.name());
        Map<Integer, EventTrackerStatus> here = processor == null ? Map.of() : processor.processingStatus();
        double share = here.values().stream()
                .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                .sum();
        if (share == 1.0) {
            return here.values().stream()
                    .map(EventTrackerStatus::getCurrentPosition)
                    .mapToLong(position -> position.orElse(0))
                    .min()
                    .orElseThrow();
        }
        return elsewhere(version.name(), here);
    }

    private long elsewhere(String version, Map<Integer, EventTrackerStatus> here) {
        record Applied(int segment, long position) {}
        List<Applied> applied =
                jdbc.sql("""
                        select t.segment, coalesce(a.position, 0) as position
                          from query.token_entry t
                          left join query.applied a on a.view = t.processor_name and a.segment = t.segment
                         where t.processor_name = :version""").param("version", version).query(Applied.class).list();
        return applied.stream()
                .mapToLong(segment -> Math.max(
                        segment.position(),
                        here.containsKey(segment.segment())
                                ? here.get(segment.segment())
                                        .getCurrentPosition()
                                        .orElse(0)
                                : 0))
                .min()
                .orElse(0);
    }

    private void write() {
        try {
            Map<Segment, Long> news = new LinkedHashMap<>();
            processors.forEach((version, processor) -> processor
                    .processingStatus()
                    .forEach((number, status) -> {
                        Segment segment = new Segment(version, number);
                        long position = status.getCurrentPosition().orElse(0);
                        if (position > written.getOrDefault(segment, 0L)) {
                            news.put(segment, position);
                        }
                    }));
            if (!news.isEmpty()) {
                write(news);
                written.putAll(news);
            }
        } catch (DataAccessException unavailable) {
            // other nodes wait a little longer; the next round writes it
        }
    }

    private void write(Map<Segment, Long> positions) {
        List<Segment> segments = List.copyOf(positions.keySet());
        jdbc.sql("""
                        insert into query.applied (view, segment, position)
                        select * from unnest(cast(:views as text[]), cast(:segments as int[]), cast(:positions as bigint[]))
                         order by 1, 2
                        on conflict (view, segment)
                        do update set position = greatest(applied.position, excluded.position)""")
                .param("views", segments.stream().map(Segment::version).toArray(String[]::new))
                .param("segments", segments.stream().map(Segment::number).toArray(Integer[]::new))
                .param("positions", segments.stream().map(positions::get).toArray(Long[]::new))
                .update();
    }
}
