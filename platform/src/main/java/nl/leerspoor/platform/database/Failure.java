package nl.leerspoor.platform.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Why an event could not be taken, by whoever follows events: the class of the innermost error and its SQL state only,
 * because messages may quote data.
 *
 * @param type     null for an event that waits behind an earlier one of its stream
 * @param sqlState null when it was no error of the database
 */
public record Failure(String type, String sqlState) {

    /** It waits behind an earlier event of its stream. */
    public static final Failure BEHIND = new Failure(null, null);

    /** Connection lost, transaction lost to another, out of resources, shut down or cancelled, input or output error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    /**
     * Transaction lost to a time-out, or read only because the server changed; a lock or object that others hold; and a
     * table, column, function or grant that isn't there, which is the fault of no event. Other states of their classes are
     * a fault of how one event was handled.
     */
    private static final Set<String> PASSING_STATES =
            Set.of("25006", "25P02", "25P03", "25P04", "55006", "55P03", "42501", "42P01", "42703", "42883");

    /** What an exception comes from, whatever frameworks wrapped it in. */
    public static Failure of(Throwable failure) {
        Throwable innermost = causes(failure).reduce((outer, inner) -> inner).orElseThrow();
        return new Failure(
                innermost.getClass().getName(), innermost instanceof SQLException sql ? sql.getSQLState() : null);
    }

    /** Whether trying again later may help, without the event or the code being changed. */
    public static boolean isPassing(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof CannotGetJdbcConnectionException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof SQLException sql && isPassing(sql));
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || state.length() < 2
                || PASSING_CLASSES.contains(state.substring(0, 2))
                || PASSING_STATES.contains(state);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
