package nl.leerspoor.query.projection;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which all projections of a node run. */
final class ProjectionThreads {

    private ProjectionThreads() {}

    /** Threads that apply events; {@code afterWork} runs when one has done some. */
    static ScheduledThreadPoolExecutor workers(int threads, Runnable afterWork) {
        return new ScheduledThreadPoolExecutor(
                threads, Thread.ofPlatform().name("projection-", 1).daemon().factory()) {
            @Override
            protected void afterExecute(Runnable task, Throwable failure) {
                super.afterExecute(task, failure);
                afterWork.run();
            }
        };
    }

    /** Threads that hand events to workers. */
    static ScheduledThreadPoolExecutor coordinators(int threads) {
        return new Prompt(threads);
    }

    /**
     * Comes back soon. Axon's coordinator sleeps 100 ms when its workers are full and 500 ms where a stream can't announce
     * events; ours announces them and its workers are done in less. Longer waits, such as those after an error, stay.
     */
    private static final class Prompt extends ScheduledThreadPoolExecutor {

        private static final long NAP_MILLIS = 500;
        private static final long SOON_MILLIS = 5;

        private Prompt(int threads) {
            super(threads, Thread.ofPlatform().name("coordinator-", 1).daemon().factory());
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, soon(unit.toMillis(delay)), TimeUnit.MILLISECONDS);
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
            return super.schedule(callable, soon(unit.toMillis(delay)), TimeUnit.MILLISECONDS);
        }

        private static long soon(long millis) {
            return millis <= NAP_MILLIS ? Math.min(millis, SOON_MILLIS) : millis;
        }
    }
}
