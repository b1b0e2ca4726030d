package nl.leerspoor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.leerspoor.events.Event;
import org.axonframework.modelling.command.Aggregate;

/**
 * Decisions on several streams that are recorded together or not at all, in the transaction of one handler. The first
 * stream is the one that the command is about. Everything is checked before anything is published.
 */
public final class Joint {

    private record Part<E extends Event, T extends Stream<E, ?>>(Aggregate<T> stream, Decision<E> decision) {

        long version() {
            return stream.invoke(Stream::version);
        }

        Optional<Decision.Rejected<E>> refusal(By by) {
            return stream.invoke(s -> s.check(decision, by)) instanceof Decision.Rejected<E> rejected
                    ? Optional.of(rejected)
                    : Optional.empty();
        }

        Outcome publish(By by) {
            return stream.invoke(s -> s.publish(decision, by));
        }
    }

    private record Claim(BooleanSupplier taken, Refusal otherwise) {}

    private final By by;
    private final List<Part<?, ?>> parts = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Runnable> releases = new ArrayList<>();

    private Joint(By by) {
        this.by = by;
    }

    public static Joint by(By by) {
        return new Joint(by);
    }

    /** Adds a decision on a stream. */
    public <E extends Event, T extends Stream<E, ?>> Joint with(Aggregate<T> stream, Decision<E> decision) {
        parts.add(new Part<>(stream, decision));
        return this;
    }

    /** Adds a claim, taken when all decisions are accepted; when somebody else has it nothing is recorded. */
    public Joint claiming(BooleanSupplier taken, Refusal otherwise) {
        claims.add(new Claim(taken, otherwise));
        return this;
    }

    /** Adds a claim to give back when everything is accepted. */
    public Joint releasing(Runnable release) {
        releases.add(release);
        return this;
    }

    /** Records everything, or refuses with the first refusal. The outcome is that of the first stream. */
    public Outcome record() {
        for (Part<?, ?> part : parts) {
            Optional<? extends Decision.Rejected<?>> refusal = part.refusal(by);
            if (refusal.isPresent()) {
                return refused(refusal.get().refusal(), refusal.get().details());
            }
        }
        for (Claim claim : claims) {
            if (!claim.taken().getAsBoolean()) {
                return refused(claim.otherwise(), Map.of());
            }
        }
        releases.forEach(Runnable::run);
        List<Outcome> outcomes = parts.stream().map(part -> part.publish(by)).toList();
        return outcomes.getFirst();
    }

    private Outcome refused(Refusal refusal, Map<String, ?> details) {
        return new Outcome.Refused(parts.getFirst().version(), refusal, details);
    }
}
