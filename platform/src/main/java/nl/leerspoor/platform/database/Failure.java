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

    /**
     * Connection lost, transaction lost (to a time-out, to another), out of resources, lock not available, shut down,
     * input or output error; and a table or grant that isn't there, which is the fault of no event.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "42", "53", "55", "57", "58");

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
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
