package nl.leerspoor.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Tells the other nodes that something was appended. A NOTIFY inside the appending transaction would queue all commits
 * behind one lock, so it goes out after the commit, on a connection of its own, once for all appends of a moment. It only
 * wakes: who misses one sees the events at its next look.
 */
final class AppendNotice implements AutoCloseable {

    private static final String CHANNEL = "leerspoor_appended";
    private static final long AT_MOST_EVERY_MILLIS = 5;
    private static final int LISTEN_MILLIS = 1_000;
    private static final long TRY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource outside;
    private final Runnable whenTold;
    private final AtomicBoolean owing = new AtomicBoolean();
    private final ScheduledExecutorService voice = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("append-notice").daemon().factory());
    private final Thread ear;
    private volatile boolean closed;
    private Connection speaking;

    /** Listens from now on, and runs {@code whenTold} at each notice of any node. */
    AppendNotice(DataSource outside, Runnable whenTold) {
        this.outside = outside;
        this.whenTold = whenTold;
        this.ear = Thread.ofPlatform().name("append-listener").daemon().start(this::listen);
    }

    /** Has the others told, within some milliseconds. */
    void send() {
        if (owing.compareAndSet(false, true)) {
            voice.schedule(this::speak, AT_MOST_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        ear.interrupt();
        voice.execute(this::hangUp);
        voice.shutdown();
    }

    private void speak() {
        owing.set(false);
        try {
            if (speaking == null) {
                speaking = outside.getConnection();
            }
            try (Statement statement = speaking.createStatement()) {
                statement.execute("notify " + CHANNEL);
            }
        } catch (SQLException lost) {
            hangUp();
        }
    }

    private void hangUp() {
        try {
            if (speaking != null) {
                speaking.close();
            }
        } catch (SQLException gone) {
            // the connection is lost either way
        } finally {
            speaking = null;
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = outside.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException lost) {
                LockSupport.parkNanos(TRY_AGAIN_NANOS);
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!closed) {
            if (connection.getNotifications(LISTEN_MILLIS).length > 0) {
                whenTold.run();
            }
        }
    }
}
