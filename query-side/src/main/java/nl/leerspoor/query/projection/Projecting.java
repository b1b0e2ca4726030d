package nl.leerspoor.query.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.eventstore.EventTail;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs a pooled processor for every version of a view that is kept, and starts and stops them as versions come and go,
 * on whatever node that was decided. A token commits with the rows that its events made.
 */
@Component
class Projecting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projecting.class);
    private static final int BATCH = 200;
    private static final long CLAIM_INTERVAL_MILLIS = 2_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);
    private static final Map<String, Integer> SEGMENTS = Map.of(Views.TRAJECTORIES, 4);

    private final ViewVersions versions;
    private final EventTail tail;
    private final TokenStore tokens;
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService coordinators;
    private final TransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final Progress progress;
    private final Map<String, PooledStreamingEventProcessor> running = new HashMap<>();
    private ScheduledExecutorService watch;

    Projecting(
            ViewVersions versions,
            EventTail tail,
            TokenStore projectionTokens,
            @Qualifier("projectionWorkers") ScheduledExecutorService workers,
            @Qualifier("projectionCoordinators") ScheduledExecutorService coordinators,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions,
            @Qualifier("projectorJdbcTemplate") JdbcTemplate jdbc,
            Progress progress) {
        this.versions = versions;
        this.tail = tail;
        this.tokens = projectionTokens;
        this.workers = workers;
        this.coordinators = coordinators;
        this.transactions = new SpringTransactionManager(transactions);
        this.jdbc = jdbc;
        this.progress = progress;
    }

    @Override
    public synchronized void start() {
        reconcile();
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("view-versions").daemon().factory());
        watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        watch.shutdownNow();
        synchronized (this) {
            halt(running);
            running.clear();
            watch = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    /** Before the first question, and until the last is answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Starts and stops processors so that they are those of the versions that are kept now and that we can fill. */
    synchronized void reconcile() {
        List<ViewVersion> kept = versions.all();
        List<ViewVersion> filled = kept.stream()
                .filter(version -> version.built() && versions.isOurs(version))
                .toList();
        Set<String> names = filled.stream().map(ViewVersion::name).collect(Collectors.toSet());
        running.keySet().stream().filter(name -> !names.contains(name)).toList().forEach(this::stop);
        for (ViewVersion version : filled) {
            progress.follow(version, running.computeIfAbsent(version.name(), name -> started(version)));
        }
        kept.stream().filter(version -> version.state() == State.SERVING).forEach(progress::serve);
    }

    /** The processors of this node. */
    synchronized List<PooledStreamingEventProcessor> running() {
        return List.copyOf(running.values());
    }

    private void stop(String version) {
        progress.forget(version);
        halt(Map.of(version, running.remove(version)));
    }

    /** Waits for what the processors are at, but not for ever: PostgreSQL rolls back what is left of it. */
    private static void halt(Map<String, PooledStreamingEventProcessor> processors) {
        Map<String, CompletableFuture<Void>> stopping = new TreeMap<>();
        processors.forEach((name, processor) -> stopping.put(name, processor.shutdownAsync()));
        try {
            CompletableFuture.allOf(stopping.values().toArray(CompletableFuture[]::new))
                    .get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            stopping.values().removeIf(CompletableFuture::isDone);
            LOG.warn("Not stopped within {} s, and left behind: {}", STOP_WITHIN.toSeconds(), stopping.keySet());
        } catch (ExecutionException failure) {
            LOG.warn("Stopped by an error: {}", Failure.of(failure));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            reconcile();
        } catch (DataAccessException unavailable) {
            LOG.debug("The versions of views can't be read just now");
        }
    }

    private PooledStreamingEventProcessor started(ViewVersion version) {
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(version.name())
                .eventHandlerInvoker(new Applying<>(versions.open(version), jdbc))
                .messageSource(tail.of(versions.projection(version.view()).family()))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialToken(source -> new GlobalSequenceTrackingToken(version.builtTo()))
                .initialSegmentCount(SEGMENTS.getOrDefault(version.view(), 1))
                .batchSize(BATCH)
                .workerExecutor(workers)
                .coordinatorExecutor(coordinators)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .enableCoordinatorClaimExtension()
                .build();
        processor.start();
        return processor;
    }
}
