package nl.leerspoor.query.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.leerspoor.events.EffectiveOrder;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.Redating;
import nl.leerspoor.events.Retraction;

/**
 * The periods of one subject while its facts are entered one after the other. Most facts hold later than all before them
 * and change the end only; a late one, a retraction or a corrected day has all periods made anew.
 */
final class Timeline<E extends Event, S> {

    /**
     * What one fact changes.
     *
     * @param gone periods that are no longer so
     * @param come new periods
     */
    record Change<S>(List<Period<S>> gone, List<Period<S>> come) {}

    private final Period.Evolution<E, S> evolution;
    private final List<Fact<E>> recorded = new ArrayList<>();
    private LocalDate lastDay = LocalDate.MIN;
    private List<Period<S>> periods = List.of();

    Timeline(Period.Evolution<E, S> evolution) {
        this.evolution = evolution;
    }

    /** Enters the next fact, in the order of recording. */
    Change<S> enter(Fact<E> fact) {
        recorded.add(fact);
        List<Period<S>> before = periods;
        if (isLast(fact)) {
            periods = Period.following(before, fact, evolution);
            lastDay = fact.effectiveOn();
        } else {
            List<Fact<E>> holding = EffectiveOrder.of(recorded);
            periods = Period.along(holding, evolution);
            lastDay = holding.isEmpty() ? LocalDate.MIN : holding.getLast().effectiveOn();
        }
        return change(before, periods);
    }

    private boolean isLast(Fact<E> fact) {
        return !(fact.event() instanceof Retraction)
                && !(fact.event() instanceof Redating)
                && !fact.effectiveOn().isBefore(lastDay);
    }

    private static <S> Change<S> change(List<Period<S>> before, List<Period<S>> after) {
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same) == after.get(same)) {
            same++;
        }
        List<Period<S>> old = before.subList(same, before.size());
        List<Period<S>> young = after.subList(same, after.size());
        return new Change<>(without(old, young), without(young, old));
    }

    private static <S> List<Period<S>> without(List<Period<S>> periods, List<Period<S>> others) {
        Set<Period<S>> staying = new HashSet<>(others);
        return periods.stream().filter(period -> !staying.contains(period)).toList();
    }
}
