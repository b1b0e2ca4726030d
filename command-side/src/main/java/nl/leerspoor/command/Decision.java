package nl.leerspoor.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.leerspoor.events.Event;

/** What a rule makes of a command: facts to record, or a refusal. A refusal is a value, not an exception. */
public sealed interface Decision<E extends Event> {

    /** The facts that follow, in order; none when the command changes nothing. */
    record Accepted<E extends Event>(List<E> events) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command is refused and nothing is recorded.
     *
     * @param details what the reader needs to understand it, such as the id of the event in the way; no personal data
     */
    record Rejected<E extends Event>(Refusal refusal, Map<String, ?> details) implements Decision<E> {

        public Rejected {
            details = Map.copyOf(details);
        }

        /** The same refusal for a decision about other events. */
        public <F extends Event> Rejected<F> cast() {
            return new Rejected<>(refusal, details);
        }
    }

    static <E extends Event> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E extends Event> Decision<E> accepted(List<E> events) {
        return new Accepted<>(events);
    }

    static <E extends Event> Decision<E> rejected(Refusal refusal) {
        return new Rejected<>(refusal, Map.of());
    }

    static <E extends Event> Decision<E> rejected(Refusal refusal, Map<String, ?> details) {
        return new Rejected<>(refusal, details);
    }

    /** This refusal, or what {@code next} makes of these events. */
    default Decision<E> then(Function<List<E>, Decision<E>> next) {
        return switch (this) {
            case Accepted<E> accepted -> next.apply(accepted.events());
            case Rejected<E> rejected -> rejected;
        };
    }
}
