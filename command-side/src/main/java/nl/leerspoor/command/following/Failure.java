package nl.leerspoor.command.following;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import nl.leerspoor.command.reception.Failures;
import nl.leerspoor.platform.http.Outage;

/**
 * Why nothing could follow from an event: its class and SQL state only, because messages may quote data.
 *
 * @param sqlState null when it was no error of the database
 */
record Failure(String type, String sqlState) {

    /** A table or grant isn't there; the transaction may only read, waited too long, or was given up. */
    private static final Set<String> PASSING = Set.of("42P01", "42501", "25006", "25P02", "25P03");

    /** It waits behind an earlier event of its stream. */
    static final Failure BEHIND = new Failure(null, null);

    /** The innermost error. */
    static Failure of(Throwable failure) {
        Throwable innermost = causes(failure).reduce((outer, inner) -> inner).orElseThrow();
        return new Failure(
                innermost.getClass().getName(), innermost instanceof SQLException sql ? sql.getSQLState() : null);
    }

    /**
     * Whether trying again may help, without the event or the code being changed: the database was away or busy, somebody
     * else was first, the transaction was lost, or a table or grant isn't there, which is the fault of no event.
     */
    static boolean isPassing(RuntimeException failure) {
        return Outage.isBehind(failure)
                || Failures.isRace(failure)
                || causes(failure)
                        .anyMatch(cause -> cause instanceof SQLException sql
                                && PASSING.contains(String.valueOf(sql.getSQLState())));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
