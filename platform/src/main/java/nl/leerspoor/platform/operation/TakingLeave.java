package nl.leerspoor.platform.operation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of stopping: from now on the process says that it is not ready, and serves on for a while, so that load
 * balancers have seen it before its port closes. Then requests are finished, processors and schedulers stop, and last
 * the pools close.
 */
final class TakingLeave implements SmartLifecycle {

    private final Duration notice;
    private volatile boolean running;

    TakingLeave(Duration notice) {
        this.notice = notice;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void stop(Runnable whenStopped) {
        stop();
        Executor later = CompletableFuture.delayedExecutor(notice.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(whenStopped);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
