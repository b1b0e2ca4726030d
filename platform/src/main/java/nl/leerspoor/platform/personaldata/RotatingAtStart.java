package nl.leerspoor.platform.personaldata;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wraps the keys of people anew in the background when a process starts, for that is when it may have a new
 * key-encryption key; again after a while, until all are. Each node does so by itself: which key is the newest stands in
 * its own file, and another node's may not be.
 */
final class RotatingAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RotatingAtStart.class);

    private final Optional<KeyRotation> rotation;
    private final Duration again;
    private volatile ScheduledExecutorService clock;

    RotatingAtStart(Optional<KeyRotation> rotation, Duration again) {
        this.rotation = rotation;
        this.again = again;
    }

    @Override
    public void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("key-rotation").daemon().factory());
        rotation.ifPresent(keys ->
                clock.scheduleWithFixedDelay(() -> untilDone(keys), 0, again.toMillis(), TimeUnit.MILLISECONDS));
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

    private void untilDone(KeyRotation keys) {
        ScheduledExecutorService running = clock;
        if (isDone(keys) && running != null) {
            running.shutdown();
        }
    }

    private static boolean isDone(KeyRotation keys) {
        try {
            long left = keys.run();
            if (left > 0) {
                LOG.info("{} keys of people are in use and will be wrapped anew later", left);
            }
            return left == 0;
        } catch (KeysAway away) {
            LOG.warn("Keys of people were not wrapped anew: {}", away.getMessage());
            return false;
        } catch (IllegalStateException altered) {
            LOG.error("Keys of people can't be wrapped anew: {}", altered.getMessage());
            return true;
        }
    }
}
