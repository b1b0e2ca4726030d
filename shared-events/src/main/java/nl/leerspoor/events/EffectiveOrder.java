package nl.leerspoor.events;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The order in which the facts of one stream hold: by effective date, and within a day as they were entered.
 * Retracted facts are left out, and so are the retractions; redated facts stand on their corrected day.
 */
public final class EffectiveOrder {

    private EffectiveOrder() {}

    /** The facts that hold, in effective order; {@code recorded} is the stream in the order of recording. */
    public static <E extends Event> List<Fact<E>> of(List<Fact<E>> recorded) {
        Set<UUID> retracted = new HashSet<>();
        for (Fact<E> fact : recorded) {
            if (fact.event() instanceof Retraction retraction) {
                retracted.addAll(retraction.retracts());
            }
        }
        List<Redating> redatings = recorded.stream()
                .filter(fact -> !retracted.contains(fact.id()))
                .map(Fact::event)
                .filter(Redating.class::isInstance)
                .map(Redating.class::cast)
                .toList();
        return recorded.stream()
                .filter(fact -> !retracted.contains(fact.id()))
                .filter(fact -> !(fact.event() instanceof Retraction) && !(fact.event() instanceof Redating))
                .map(fact -> redated(fact, redatings))
                .sorted(Comparator.comparing(Fact<E>::effectiveOn).thenComparing(Fact::version))
                .toList();
    }

    private static <E extends Event> Fact<E> redated(Fact<E> fact, List<Redating> redatings) {
        Fact<E> result = fact;
        for (Redating redating : redatings) {
            result = result.correctedBy(redating);
        }
        return result;
    }
}
