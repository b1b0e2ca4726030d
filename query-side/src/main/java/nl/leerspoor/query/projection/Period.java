package nl.leerspoor.query.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.leerspoor.events.EffectiveOrder;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;

/**
 * The full state of one subject during a stretch of days, in effective time.
 *
 * @param from  first day on which it holds
 * @param until first day on which it holds no more, or null when it goes on
 */
public record Period<S>(LocalDate from, LocalDate until, S state) {

    /** How one fact changes the state of a subject; the state is null before the first fact. */
    @FunctionalInterface
    public interface Evolution<E extends Event, S> {

        S evolve(S state, Fact<E> fact);
    }

    /** Whether it holds on a day. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * The periods that the facts of a stream make, one after the other without a gap. The last has no end. A state is
     * that of the end of its days; days that differ in nothing are one period.
     *
     * @param recorded the facts in the order of recording; facts entered late, retracted or redated take their place
     */
    public static <E extends Event, S> List<Period<S>> of(List<Fact<E>> recorded, Evolution<E, S> evolution) {
        return along(EffectiveOrder.of(recorded), evolution);
    }

    /** The periods of facts that are in effective order already. */
    static <E extends Event, S> List<Period<S>> along(List<Fact<E>> holding, Evolution<E, S> evolution) {
        List<Period<S>> periods = new ArrayList<>();
        S state = null;
        for (Fact<E> fact : holding) {
            state = evolution.evolve(state, fact);
            extend(periods, fact.effectiveOn(), state);
        }
        return List.copyOf(periods);
    }

    /** The periods when one more fact holds, after all that made these; periods that stay are the same objects. */
    static <E extends Event, S> List<Period<S>> following(
            List<Period<S>> before, Fact<E> fact, Evolution<E, S> evolution) {
        List<Period<S>> periods = new ArrayList<>(before);
        S state = before.isEmpty() ? null : before.getLast().state();
        extend(periods, fact.effectiveOn(), evolution.evolve(state, fact));
        return List.copyOf(periods);
    }

    private static <S> void extend(List<Period<S>> periods, LocalDate day, S state) {
        if (!periods.isEmpty() && periods.getLast().from().equals(day)) {
            periods.removeLast();
        }
        if (!periods.isEmpty()) {
            Period<S> last = periods.removeLast();
            if (last.state().equals(state)) {
                periods.add(new Period<>(last.from(), null, state));
                return;
            }
            periods.add(new Period<>(last.from(), day, last.state()));
        }
        periods.add(new Period<>(day, null, Objects.requireNonNull(state)));
    }
}
