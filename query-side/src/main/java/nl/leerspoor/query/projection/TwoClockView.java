package nl.leerspoor.query.projection;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.platform.eventstore.StreamReader;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * A view that holds, for every stream of one kind, the periods that its facts make. Each event is applied once: the
 * version that the view has of a stream must be the one before it.
 */
public final class TwoClockView<E extends Event, S> {

    private final AppliedStreams applied;
    private final RecentFacts<E> facts;
    private final Period.Evolution<E, S> evolution;
    private final PeriodTable<S> table;
    private final Class<E> family;

    TwoClockView(
            AppliedStreams applied,
            RecentFacts<E> facts,
            Period.Evolution<E, S> evolution,
            PeriodTable<S> table,
            Class<E> family) {
        this.applied = applied;
        this.facts = facts;
        this.evolution = evolution;
        this.table = table;
        this.family = family;
    }

    /** Takes one event into the view; does nothing when the view has it already. Throws when an earlier one is missing. */
    public void apply(DomainEventMessage<?> message, long position) {
        UUID stream = UUID.fromString(message.getAggregateIdentifier());
        Fact<E> fact = StreamReader.fact(message, family);
        if (applied.advance(stream, fact.version(), position)) {
            List<Fact<E>> after = facts.upTo(stream, fact);
            List<Fact<E>> before = after.subList(0, after.size() - 1);
            table.replace(
                    stream, Period.of(before, evolution), Period.of(after, evolution), fact.recordedAt(), position);
        }
    }
}
