package nl.leerspoor.platform.operation;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Prints where an exception comes from, without its message: messages quote what somebody entered. The SQL state of a
 * database error is told, for it says what was wrong.
 */
public final class TracesWithoutMessages implements StackTracePrinter {

    @Override
    public void printStackTrace(Throwable throwable, Appendable out) throws IOException {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String lead = "";
        for (Throwable cause = throwable; cause != null && seen.add(cause); cause = cause.getCause()) {
            out.append(lead).append(cause.getClass().getName());
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                out.append(" (SQL state ").append(e.getSQLState()).append(')');
            }
            for (StackTraceElement frame : cause.getStackTrace()) {
                out.append("\n\tat ").append(frame.toString());
            }
            lead = "\nCaused by: ";
        }
    }
}
