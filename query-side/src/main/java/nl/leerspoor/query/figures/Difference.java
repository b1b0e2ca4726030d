package nl.leerspoor.query.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.leerspoor.query.figures.Addends.Number;

/**
 * Why figures of a day are others at a later moment than at an earlier one: which things add something else, and which
 * events, recorded in between, decided that.
 */
final class Difference {

    /**
     * What is asked.
     *
     * @param then  the earlier moment
     * @param later the later moment
     */
    record Between(AsOf asOf, boolean country, Instant then, Instant later, Wanted wanted) {

        private Between of(List<Number> numbers) {
            Set<Figure> figures = EnumSet.noneOf(Figure.class);
            numbers.forEach(number -> figures.add(number.figure()));
            return new Between(asOf, country, then, later, new Wanted(figures, wanted.splits()));
        }

        private Map<Number, Map<Thing, Long>> addends(Rows rows) {
            return Addends.of(new Situation(asOf, country, rows), wanted);
        }
    }

    /**
     * What a thing adds to a number.
     *
     * @param before  what it added at the earlier moment
     * @param after   what it adds at the later moment
     * @param decided what last changed that in between
     */
    record Change(Number number, Thing thing, long before, long after, Decided decided) {}

    /** Events by the moment at which they were recorded and the streams that they are of. */
    record Decided(Instant at, Set<UUID> streams) {}

    private final Versions versions;
    private final Between between;
    private final Map<Number, Map<Thing, Long>> before;
    private final Map<Number, Map<Thing, Long>> after;
    private final Map<Thing, List<Number>> changed;

    Difference(Versions versions, Between between) {
        this.versions = versions;
        this.between = between;
        this.before = between.addends(versions.at(between.then()));
        this.after = between.addends(versions.at(between.later()));
        this.changed = changed(before, after);
    }

    /** The numbers of the figures that are wanted, and the parts of splits of which something changed. */
    Set<Number> numbers() {
        Set<Number> numbers = new TreeSet<>();
        Addends.numbers().stream()
                .filter(number -> between.wanted().figures().contains(number.figure()))
                .forEach(numbers::add);
        changed.values().forEach(numbers::addAll);
        return numbers;
    }

    /** A number at the earlier moment. */
    long before(Number number) {
        return total(before, number);
    }

    /** A number at the later moment. */
    long after(Number number) {
        return total(after, number);
    }

    /** How many changes there are. */
    int size() {
        return changed.values().stream().mapToInt(List::size).sum();
    }

    /** Whatever adds something else; of each number they make up the difference. */
    List<Change> changes() {
        var related = new Related(versions);
        return changed.entrySet().stream()
                .flatMap(one -> {
                    Thing thing = one.getKey();
                    var course = new Course(thing, related.to(thing), between, one.getValue());
                    return one.getValue().stream()
                            .map(number -> new Change(
                                    number,
                                    thing,
                                    of(before, number, thing),
                                    of(after, number, thing),
                                    course.decided(number)));
                })
                .toList();
    }

    private static Map<Thing, List<Number>> changed(
            Map<Number, Map<Thing, Long>> before, Map<Number, Map<Thing, Long>> after) {
        Map<Thing, List<Number>> changed = new HashMap<>();
        Set<Number> numbers = new HashSet<>(before.keySet());
        numbers.addAll(after.keySet());
        for (Number number : numbers) {
            Set<Thing> things =
                    new HashSet<>(before.getOrDefault(number, Map.of()).keySet());
            things.addAll(after.getOrDefault(number, Map.of()).keySet());
            things.stream()
                    .filter(thing -> of(before, number, thing) != of(after, number, thing))
                    .forEach(thing -> changed.computeIfAbsent(thing, one -> new ArrayList<>())
                            .add(number));
        }
        return changed;
    }

    private static long of(Map<Number, Map<Thing, Long>> addends, Number number, Thing thing) {
        return addends.getOrDefault(number, Map.of()).getOrDefault(thing, 0L);
    }

    private static long total(Map<Number, Map<Thing, Long>> addends, Number number) {
        return addends.getOrDefault(number, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What one thing added, moment by moment. */
    private static final class Course {

        private final Thing thing;
        private final Versions versions;
        private final Between between;
        private final Map<Instant, Set<UUID>> turns;
        private final Map<Instant, Map<Number, Long>> added = new HashMap<>();

        Course(Thing thing, Versions versions, Between between, List<Number> numbers) {
            this.thing = thing;
            this.versions = versions;
            this.between = between.of(numbers);
            this.turns = versions.turns(between.then(), between.later());
            add(between.then(), numbers);
            turns.keySet().forEach(turn -> add(turn, numbers));
        }

        /** Keeps of all that is added at a moment only what is this thing's. */
        private void add(Instant moment, List<Number> numbers) {
            Map<Number, Map<Thing, Long>> all = between.addends(versions.at(moment));
            Map<Number, Long> own = new HashMap<>();
            numbers.forEach(number -> own.put(number, of(all, number, thing)));
            added.put(moment, own);
        }

        /** The last moment at which it came to add something else, with the streams to which that is due. */
        Decided decided(Number number) {
            Decided last = null;
            long known = added.get(between.then()).get(number);
            for (Map.Entry<Instant, Set<UUID>> turn : turns.entrySet()) {
                long next = added.get(turn.getKey()).get(number);
                if (next != known) {
                    last = new Decided(turn.getKey(), deciding(turn.getKey(), turn.getValue(), number, next));
                }
                known = next;
            }
            return last;
        }

        /** Of several streams that tell something at one moment only those without which it would not be so. */
        private Set<UUID> deciding(Instant turn, Set<UUID> streams, Number number, long next) {
            Set<UUID> needed = new HashSet<>();
            for (UUID stream : streams.size() == 1 ? Set.<UUID>of() : streams) {
                if (of(between.addends(versions.atWithout(turn, stream)), number, thing) != next) {
                    needed.add(stream);
                }
            }
            return needed.isEmpty() ? streams : needed;
        }
    }
}
