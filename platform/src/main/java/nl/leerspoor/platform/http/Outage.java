package nl.leerspoor.platform.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.leerspoor.platform.personaldata.KeysAway;

/**
 * Tells from an exception whether the database was away, busy or stopped the work, whatever frameworks wrapped it in. The
 * SQL state decides: an event store may well report a lost connection as an identifier in use.
 */
public final class Outage {

    /** Connection lost, resources out, operator or time-out stepped in, a transaction idle too long, a lock not given. */
    private static final List<String> AWAY = List.of("08", "53", "57", "58", "25P03", "55P03");

    /** Serialization failure, deadlock: another transaction won. */
    private static final String LOST_RACE = "40";

    private static final String LOCK_NOT_GIVEN = "55P03";

    private Outage() {}

    /**
     * The database did not or could not do the work; the same request may succeed later. The server gives every failure a
     * state; one without comes from the pool, which lost its connection.
     */
    public static boolean isBehind(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case SQLTransientConnectionException noneInTime -> true;
            case KeysAway noPersonalDataNow -> true;
            case SQLException e -> e.getSQLState() == null || AWAY.stream().anyMatch(e.getSQLState()::startsWith);
            default -> false;
        });
    }

    /** A transaction lost against another one; it may be tried again at once. */
    public static boolean isLostRace(Throwable failure) {
        return state(failure).filter(state -> state.startsWith(LOST_RACE)).isPresent();
    }

    /** A lock was not given in the time that the role may wait for it. */
    public static boolean isLockTimeout(Throwable failure) {
        return state(failure).filter(LOCK_NOT_GIVEN::equals).isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
