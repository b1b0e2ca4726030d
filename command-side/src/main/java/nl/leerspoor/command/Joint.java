package nl.leerspoor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

        /** Nothing may be refused any more once the first part is published: the failure rolls everything back. */
        Outcome.Recorded publish(By by) {
            return switch (stream.invoke(s -> s.publish(decision, by))) {
                case Outcome.Recorded recorded -> recorded;
                case Outcome.Refused refused ->
                    throw new IllegalStateException("Two decisions on one stream refuse each other: "
                            + refused.refusal().name());
            };
        }
    }

    private record Claim(ClaimedKeys keys, String scope, String key, UUID holder, Refusal otherwise) {

        boolean isHeld() {
            return keys.holder(scope, key).filter(holder::equals).isPresent();
        }

        boolean take() {
            return keys.take(scope, key, holder);
        }

        void release() {
            keys.release(scope, key);
        }

        /** What is taken and who has it. */
        Map<String, ?> details() {
            return keys.holder(scope, key)
                    .<Map<String, ?>>map(other -> Map.of("claimed", key, "holder", other))
                    .orElse(Map.of("claimed", key));
        }
    }

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
    public Joint claiming(ClaimedKeys keys, String scope, String key, UUID holder, Refusal otherwise) {
        claims.add(new Claim(keys, scope, key, holder, otherwise));
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
        Optional<Claim> taken = takeClaims();
        if (taken.isPresent()) {
            return refused(taken.get().otherwise(), taken.get().details());
        }
        releases.forEach(Runnable::run);
        Outcome.Recorded first =
                parts.stream().map(part -> part.publish(by)).toList().getFirst();
        // The first stream may have had more than one part.
        return new Outcome.Recorded(
                first.id(), first.versionBefore(), parts.getFirst().version(), first.result());
    }

    /** Takes all claims or none, for a refusal is committed too; the claim that somebody else has, if there is one. */
    private Optional<Claim> takeClaims() {
        List<Claim> mine = new ArrayList<>();
        for (Claim claim : claims) {
            if (!claim.isHeld()) {
                if (!claim.take()) {
                    mine.forEach(Claim::release);
                    return Optional.of(claim);
                }
                mine.add(claim);
            }
        }
        return Optional.empty();
    }

    private Outcome refused(Refusal refusal, Map<String, ?> details) {
        return new Outcome.Refused(parts.getFirst().version(), refusal, details);
    }
}
