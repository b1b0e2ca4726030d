package nl.leerspoor.query.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.leerspoor.query.figures.Suppression.Told;

/** Which numbers of figures there are in any of some tables, and which of them are told together or not at all. */
final class Families {

    /** A qualification has one sector and one level, so its parts add up to theirs: it is told whole or not at all. */
    static final Map<String, Set<String>> FOLLOWS = Map.of("crebo", Set.of("sector", "level"));

    private final Collection<Told> sheets;

    Families(Collection<Told> sheets) {
        this.sheets = sheets;
    }

    /** Numbers that stand or fall together: a split of a figure, or several by the same. */
    record Family(String by, Set<String> places, boolean plain) {}

    /** The numbers of a figure that are of one kind. */
    Set<String> names(String figure, Class<?> kind) {
        Set<String> names = new TreeSet<>();
        sheets.forEach(told -> told.figures().getOrDefault(figure, Map.of()).forEach((name, value) -> {
            if (kind.isInstance(value)) {
                names.add(name);
            }
        }));
        return names;
    }

    /** What is split by the same goes together; what follows from others comes last. */
    List<Family> of(String figure) {
        Map<String, Set<String>> places = new TreeMap<>();
        for (String name : names(figure, Map.class)) {
            int by = name.lastIndexOf(name.startsWith("by") ? "by" : "By");
            String place = figure + "." + name;
            if (by >= 0) {
                String split = name.substring(by + 2);
                places.computeIfAbsent(
                                Character.toLowerCase(split.charAt(0)) + split.substring(1), one -> new TreeSet<>())
                        .add(place);
            } else if (names(place).stream().allMatch(inner -> isMap(place + "." + inner))) {
                names(place).forEach(inner -> places.put(name + "." + inner, Set.of(place + "." + inner)));
            } else {
                places.put(name, Set.of(place));
            }
        }
        return places.entrySet().stream()
                .map(entry -> new Family(entry.getKey(), entry.getValue(), isPlain(entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparing(family -> FOLLOWS.containsKey(family.by())))
                .toList();
    }

    /** Whether it is one split with a number for each part. */
    private boolean isPlain(String by, Set<String> places) {
        String place = places.iterator().next();
        return places.size() == 1
                && !FOLLOWS.containsKey(by)
                && place.substring(place.indexOf('.') + 1).startsWith("by")
                && names(place).stream().noneMatch(name -> isMap(place + "." + name));
    }

    private boolean isMap(String place) {
        return sheets.stream().anyMatch(told -> told.at(place) instanceof Map<?, ?>);
    }

    private Set<String> names(String place) {
        Set<String> names = new TreeSet<>();
        sheets.forEach(told -> {
            if (told.at(place) instanceof Map<?, ?> more) {
                more.keySet().forEach(name -> names.add((String) name));
            }
        });
        return names;
    }

    /** The numbers of a family that are counts or sums, in all sheets. */
    Set<String> leaves(Family family) {
        Set<String> leaves = new TreeSet<>();
        family.places().forEach(place -> sheets.forEach(told -> addLeaves(place, told.at(place), leaves::add)));
        return leaves;
    }

    private static void addLeaves(String place, Object value, Consumer<String> leaf) {
        if (value instanceof Map<?, ?> more) {
            more.forEach((name, inner) -> addLeaves(place + "." + name, inner, leaf));
        } else if (value instanceof Long) {
            leaf.accept(place);
        }
    }
}
