package nl.leerspoor.platform.personaldata;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wraps the keys of people anew in the background when a process starts, for that is when it may have a new
 * key-encryption key; again after a while, until all are.
 */
final class RotatingAtStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RotatingAtStart.class);

    private final Optional<KeyRotation> rotation;
    private final Duration again;
    private volatile Thread thread;

    RotatingAtStart(Optional<KeyRotation> rotation, Duration again) {
        this.rotation = rotation;
        this.again = again;
    }

    @Override
    public void start() {
        rotation.ifPresent(
                keys -> thread = Thread.ofVirtual().name("key-rotation").start(() -> untilDone(keys)));
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void untilDone(KeyRotation keys) {
        try {
            while (!isDone(keys)) {
                Thread.sleep(again);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
