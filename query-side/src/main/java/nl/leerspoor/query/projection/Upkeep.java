package nl.leerspoor.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.leerspoor.platform.database.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What is done for the views from time to time, on every node; each job minds that others may be at it too. */
@Component
class Upkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int THREADS = 3;
    private static final Duration BUILD_EVERY = Duration.ofMillis(500);
    private static final Duration RETRY_EVERY = Duration.ofSeconds(10);
    private static final Duration SHARE_EVERY = Duration.ofSeconds(3);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(15);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(10);

    private final ViewVersions versions;
    private final Restoring restoring;
    private final Rebuilding rebuilding;
    private final Sharing sharing;
    private final Completeness completeness;
    private volatile ScheduledExecutorService clock;

    Upkeep(
            ViewVersions versions,
            Restoring restoring,
            Rebuilding rebuilding,
            Sharing sharing,
            Completeness completeness) {
        this.versions = versions;
        this.restoring = restoring;
        this.rebuilding = rebuilding;
        this.sharing = sharing;
        this.completeness = completeness;
    }

    @Override
    public void start() {
        clock = Executors.newScheduledThreadPool(
                THREADS, Thread.ofPlatform().name("view-upkeep-", 1).daemon().factory());
        clock.execute(() -> careful(this::retryAll));
        every(BUILD_EVERY, rebuilding::build);
        every(SHARE_EVERY, sharing::share);
        every(SWEEP_EVERY, rebuilding::sweep);
        every(RETRY_EVERY, this::retryDue);
        every(CHECK_EVERY, completeness::checkWhenDue);
    }

    @Override
    public void stop() {
        clock.shutdownNow();
        clock = null;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    private void every(Duration pause, Runnable job) {
        clock.scheduleWithFixedDelay(() -> careful(job), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A release that starts may be able to take what an earlier one could not. */
    private void retryAll() {
        kept().forEach(restoring::retryAll);
    }

    private void retryDue() {
        kept().forEach(restoring::retryDue);
    }

    private List<ViewVersion> kept() {
        return versions.ours().stream().filter(ViewVersion::built).toList();
    }

    private static void careful(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            LOG.warn("The upkeep of views fails and is tried again: {}", Failure.of(failure));
        }
    }
}
