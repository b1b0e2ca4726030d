package nl.leerspoor.query.projection;

import java.sql.SQLException;
import java.util.Set;
import nl.leerspoor.query.projection.ParkedEvents.Cause;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an error in a projection means: that the event can't be taken, or that the database can't take it just now. */
final class Failure {

    /**
     * Connection lost, transaction lost (to a time-out, to another), out of resources, lock not available, shut down,
     * input or output error; and a table or grant that isn't there, which is the fault of no event.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "42", "53", "55", "57", "58");

    private Failure() {}

    /** Whether trying again later may help, without the event or the code being changed. */
    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The class of the innermost error, and its SQL state if it has one. */
    static Cause cause(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return new Cause(
                innermost.getClass().getName(), innermost instanceof SQLException sql ? sql.getSQLState() : null);
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }
}
