package nl.leerspoor.command.following;

import java.util.Optional;
import nl.leerspoor.command.reception.Failures;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.eventstore.StreamLocks;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does what follows from one event apart from the others of its transaction: what is appended is written at once, behind
 * a savepoint, so that it can be undone without them.
 */
@Component
class Apart {

    private final Effects effects;
    private final JdbcClient jdbc;

    Apart(Effects effects, @Qualifier("commandJdbc") JdbcClient jdbc) {
        this.effects = effects;
        this.jdbc = jdbc;
    }

    /** What became of it: something was recorded, or not; or why it could not be done, and nothing is left of it. */
    sealed interface Outcome {

        record Done(boolean recorded) implements Outcome {}

        record Undone(RuntimeException why) implements Outcome {}
    }

    /** Does it or nothing of it. Passing errors are thrown: the whole transaction is to be tried again. */
    Outcome attempt(TrackedEventMessage<?> message) {
        jdbc.sql("savepoint before_event").update();
        try {
            boolean recorded = effects(message, false);
            jdbc.sql("release savepoint before_event").update();
            return new Outcome.Done(recorded);
        } catch (RuntimeException failure) {
            if (Failure.isPassing(failure) || Failures.isRace(failure)) {
                throw failure;
            }
            jdbc.sql("rollback to savepoint before_event").update();
            return new Outcome.Undone(failure);
        }
    }

    /** Does it in a unit of work of its own, whose appends are written when it ends. */
    boolean effects(TrackedEventMessage<?> message, boolean late) {
        Optional<UnitOfWork<?>> around =
                CurrentUnitOfWork.isStarted() ? Optional.of(CurrentUnitOfWork.get()) : Optional.empty();
        around.ifPresent(CurrentUnitOfWork::clear);
        try {
            return result(StreamLocks.without(() -> DefaultUnitOfWork.startAndGet(message)
                    .executeWithResult(() -> effects.of(FollowedEvent.of(message), late))));
        } finally {
            around.ifPresent(CurrentUnitOfWork::set);
        }
    }

    private static boolean result(ResultMessage<Boolean> result) {
        if (result.isExceptional()) {
            switch (result.exceptionResult()) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
        return result.getPayload();
    }
}
