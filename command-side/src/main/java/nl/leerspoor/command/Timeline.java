package nl.leerspoor.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.events.EffectiveOrder;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;

/**
 * The facts of one stream, and the state that they make on any day. Facts may be entered late, so the state on a day is
 * folded in effective order; a new fact is welcome only if the whole timeline with it inserted is possible.
 *
 * @param <E> the events of the stream
 * @param <S> the state that they make
 */
public final class Timeline<E extends Event, S> {

    /** How one fact changes the state. Throws {@link Impossible} when the fact can't happen in that state. */
    @FunctionalInterface
    public interface Evolution<E extends Event, S> {

        S evolve(S state, Fact<E> fact);
    }

    /** A fact can't happen in the state in which it finds the stream. */
    public static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Impossible(Object state, Event event) {
            super(event.getClass().getSimpleName() + " can't happen to "
                    + state.getClass().getSimpleName());
        }
    }

    private final S beginning;
    private final Evolution<E, S> evolution;
    private final List<Fact<E>> recorded;

    private Timeline(S beginning, Evolution<E, S> evolution, List<Fact<E>> recorded) {
        this.beginning = beginning;
        this.evolution = evolution;
        this.recorded = recorded;
    }

    public static <E extends Event, S> Timeline<E, S> empty(S beginning, Evolution<E, S> evolution) {
        return new Timeline<>(beginning, evolution, List.of());
    }

    /** This timeline with one more fact. */
    public Timeline<E, S> plus(Fact<E> fact) {
        List<Fact<E>> facts = new ArrayList<>(recorded);
        facts.add(fact);
        return new Timeline<>(beginning, evolution, facts);
    }

    /** The facts in the order of recording, retracted ones too. */
    public List<Fact<E>> recorded() {
        return recorded;
    }

    /** The fact with this id, retracted or not. */
    public Optional<Fact<E>> find(UUID id) {
        return recorded.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    /** The facts that hold, in effective order. */
    public List<Fact<E>> effective() {
        return EffectiveOrder.of(recorded);
    }

    /** The state at the end of a day, as known now. */
    public S on(LocalDate day) {
        return fold(effective().stream()
                .filter(fact -> !fact.effectiveOn().isAfter(day))
                .toList());
    }

    /** The state after everything that was recorded, facts and plans that lie ahead included. */
    public S latest() {
        return fold(effective());
    }

    /** The first fact that would become impossible if these were recorded too; empty when all stay possible. */
    public Optional<Fact<E>> conflictWith(List<E> events) {
        Timeline<E, S> extended = this;
        for (E event : events) {
            extended = extended.plus(new Fact<>(UUID.randomUUID(), extended.recorded.size(), Instant.EPOCH, "", event));
        }
        S state = beginning;
        for (Fact<E> fact : extended.effective()) {
            try {
                state = evolution.evolve(state, fact);
            } catch (Impossible impossible) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    private S fold(List<Fact<E>> facts) {
        S state = beginning;
        for (Fact<E> fact : facts) {
            state = evolution.evolve(state, fact);
        }
        return state;
    }
}
