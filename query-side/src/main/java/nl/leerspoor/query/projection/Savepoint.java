package nl.leerspoor.query.projection;

import java.util.Optional;
import nl.leerspoor.platform.database.Failure;
import org.springframework.jdbc.core.JdbcOperations;

/** A point in the running transaction to which one can go back. */
record Savepoint(JdbcOperations jdbc) {

    static Savepoint in(JdbcOperations jdbc) {
        return new Savepoint(jdbc);
    }

    /**
     * Does some work, or nothing of it.
     *
     * @return why it could not be done. Passing errors are thrown: the whole transaction is to be tried again.
     */
    Optional<RuntimeException> attempt(Runnable work) {
        jdbc.execute("savepoint before_work");
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (Failure.isPassing(failure)) {
                throw failure;
            }
            jdbc.execute("rollback to savepoint before_work");
            return Optional.of(failure);
        }
        jdbc.execute("release savepoint before_work");
        return Optional.empty();
    }
}
