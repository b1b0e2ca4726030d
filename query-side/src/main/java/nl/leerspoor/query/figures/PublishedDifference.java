package nl.leerspoor.query.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.leerspoor.query.figures.DifferenceAnswer.NumberDifference;
import nl.leerspoor.query.figures.Suppression.Published;

/** What published figures of two moments differ by (rule B34): nothing of what either leaves out, nor of fewer than five. */
final class PublishedDifference {

    /** Counts and sums of one moment, and the places that it leaves out with all that lies below them. */
    private record Moment(Map<Addends.Number, Long> numbers, Set<Addends.Number> out) {

        static Moment of(Published told, Wanted wanted) {
            var moment = new Moment(new TreeMap<>(), new TreeSet<>());
            for (Figure figure : wanted.figures()) {
                moment.collect(figure, "", told.figures().getOrDefault(figure.label(), Map.of()), told.suppressed());
            }
            return moment;
        }

        private void collect(Figure figure, String prefix, Map<?, ?> found, List<String> suppressed) {
            found.forEach((key, value) -> {
                var number = new Addends.Number(figure, prefix + key);
                if (value instanceof Map<?, ?> more) {
                    collect(figure, number.name() + ".", more, suppressed);
                } else if (value instanceof Long count) {
                    numbers.put(number, count);
                } else if (suppressed.contains(figure.label() + "." + number.name())) {
                    out.add(number);
                }
            });
        }

        /** Empty when it is left out; what is in no split is 0. */
        Optional<Long> value(Addends.Number number) {
            boolean left = out.stream()
                    .anyMatch(place ->
                            place.figure() == number.figure() && (number.name() + ".").startsWith(place.name() + "."));
            return left ? Optional.empty() : Optional.of(numbers.getOrDefault(number, 0L));
        }
    }

    private PublishedDifference() {}

    static List<NumberDifference> of(Published then, Published later, Wanted wanted) {
        Moment before = Moment.of(then, wanted);
        Moment after = Moment.of(later, wanted);
        Set<Addends.Number> numbers = new TreeSet<>(before.numbers().keySet());
        numbers.addAll(after.numbers().keySet());
        numbers.addAll(before.out());
        numbers.addAll(after.out());
        return numbers.stream()
                .map(number -> {
                    Optional<Long> one = before.value(number);
                    Optional<Long> other = after.value(number);
                    return new NumberDifference(
                            number.figure().label(),
                            number.name(),
                            one.orElse(null),
                            other.orElse(null),
                            one.flatMap(was -> other.map(is -> is - was))
                                    .filter(changed -> changed == 0 || Math.abs(changed) >= Suppression.FEWEST)
                                    .orElse(null),
                            List.of());
                })
                .toList();
    }
}
