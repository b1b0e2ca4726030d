package nl.leerspoor.command;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Loads the streams that a handler of several needs. All are appended to in the handler's one transaction. */
public final class Streams {

    private Streams() {}

    /** The stream that a command names in its path; its absence ends the command as not found. */
    public static <T> Aggregate<T> load(Repository<T> repository, UUID id) {
        return repository.load(id.toString());
    }

    /**
     * The stream that a command mentions; its absence is for the handler to refuse with a code. What is out of the reach
     * of who sent the command is absent.
     */
    public static <T extends Stream<?, ?>> Optional<Aggregate<T>> find(Repository<T> repository, UUID id) {
        try {
            Aggregate<T> found = repository.load(id.toString());
            return Reach.ofCommandAtHand().covers(id, found.invoke(Stream::region))
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (AggregateNotFoundException absent) {
            return Optional.empty();
        }
    }

    /** The stream that a command makes; if there is one with its id already, that one, for the handler to refuse. */
    public static <T> Aggregate<T> create(Repository<T> repository, UUID id, Supplier<T> beginning) {
        try {
            return repository.loadOrCreate(id.toString(), beginning::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A stream begins without checked exceptions", e);
        }
    }
}
