package nl.leerspoor.platform.eventstore;

import java.util.function.Supplier;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NoOpLock;
import org.axonframework.common.lock.PessimisticLockFactory;

/**
 * Lets one command at a time have a stream in this process, so that neighbours don't decide in vain. It is a courtesy:
 * the database decides between writers, on one node as on several.
 *
 * <p>Who decides several commands in one transaction goes without. After its first append it holds the lock on the order
 * of all appends; were it to wait for a stream then, it could wait for somebody who waits for that order.
 */
public final class StreamLocks implements LockFactory {

    private static final ScopedValue<Boolean> WITHOUT = ScopedValue.newInstance();

    private final LockFactory locks = PessimisticLockFactory.usingDefaults();

    @Override
    public Lock obtainLock(String stream) {
        return WITHOUT.isBound() ? NoOpLock.INSTANCE : locks.obtainLock(stream);
    }

    /** Does some work in this thread without locks; a lost race shows as one when it appends. */
    public static <T> T without(Supplier<T> work) {
        return ScopedValue.where(WITHOUT, true).call(work::get);
    }
}
