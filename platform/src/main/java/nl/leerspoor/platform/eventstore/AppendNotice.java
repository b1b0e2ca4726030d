package nl.leerspoor.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells the other nodes that something was appended. A NOTIFY inside the appending transaction would queue all commits
 * behind one lock, so it goes out after the commit, on a connection of its own, once for all appends of a moment. It only
 * wakes: who misses one sees the events at its next look. Lost connections, also those that break without a word, are
 * opened anew.
 */
final class AppendNotice implements AutoCloseable {

    private static final String CHANNEL = "leerspoor_appended";
    private static final long AT_MOST_EVERY_MILLIS = 5;
    private static final int LISTEN_MILLIS = 250;
    private static final int SILENCES_UNTIL_A_CHECK = 120;
    private static final int CHECK_SECONDS = 5;
    private static final long TRY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration STOP = Duration.ofSeconds(1);

    private final DataSource outside;
    private final Runnable whenTold;
    private final AtomicBoolean owing = new AtomicBoolean();
    private final ScheduledExecutorService voice = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("append-notice").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
    /** By which it knows its own notices, which tell it nothing new. */
    private final String name = UUID.randomUUID().toString();

    private final Thread ear;
    private volatile boolean closed;
    private Connection speaking;

    /** Listens from now on, and runs {@code whenTold} at each notice of another node. */
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

    /** Tells what is still to be told, and closes both connections. */
    @Override
    public void close() {
        closed = true;
        ear.interrupt();
        voice.execute(() -> {
            speak();
            hangUp();
        });
        voice.shutdown();
        try {
            ear.join(STOP);
            voice.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** A connection may have broken since it was last used, so a notice that fails is tried once on a new one. */
    private void speak() {
        if (owing.compareAndSet(true, false) && !told()) {
            told();
        }
    }

    private boolean told() {
        try {
            if (speaking == null) {
                speaking = outside.getConnection();
            }
            try (Statement statement = speaking.createStatement()) {
                statement.execute("notify " + CHANNEL + ", '" + name + "'");
            }
            return true;
        } catch (SQLException lost) {
            hangUp();
            return false;
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
                // what was appended while nobody listened
                whenTold.run();
                hear(connection);
            } catch (SQLException lost) {
                LockSupport.parkNanos(TRY_AGAIN_NANOS);
            }
        }
    }

    /** Hears until this is closed or the connection is lost; a long silence may mean that it is, so it is then checked. */
    private void hear(Connection connection) throws SQLException {
        PGConnection line = connection.unwrap(PGConnection.class);
        int silences = 0;
        while (!closed) {
            PGNotification[] notices = line.getNotifications(LISTEN_MILLIS);
            if (notices.length > 0) {
                if (Arrays.stream(notices).anyMatch(notice -> !name.equals(notice.getParameter()))) {
                    whenTold.run();
                }
                silences = 0;
            } else if (++silences == SILENCES_UNTIL_A_CHECK) {
                if (!connection.isValid(CHECK_SECONDS)) {
                    return;
                }
                silences = 0;
            }
        }
    }
}
