package nl.leerspoor.query.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Leaves small numbers out of figures that are for others than those who work in a region (rule B34), and with each of
 * them others, so that nobody finds it by subtracting what is told from a total: the parts of a split, the regions of the
 * country, and both at once. It decides on the country and all its regions together, whatever is asked; so what one
 * question leaves out, no other tells. What is left out is null and named; nothing that is, is told as 0.
 *
 * <p>Which numbers go along is decided by their names and not by their sizes: so they are mostly the same from one day to
 * the next, and tell little of how large they are.
 */
final class Suppression {

    /** How what is left out is told of in answers. */
    static final String DESCRIPTION = "Wat is weggelaten omdat het om minder dan " + 5
            + " gaat, of omdat zo'n getal er anders uit te berekenen is: namen met punten. In `figures` staat daar null."
            + " Alleen voor wie geen regio heeft.";

    /** The least of people or things that a number has to be about. */
    static final int FEWEST = 5;

    private static final String COUNTRY = "";
    private static final String TOTAL = "total";

    /** What pilots aim at is no number of people; a maximum is the number of one. */
    private static final Set<String> AIMS = Set.of("target");

    private static final Set<String> OF_ONE = Set.of("maxDays");

    /** A qualification has one sector and one level, so its parts add up to theirs: it is told whole or not at all. */
    private static final Map<String, Set<String>> FOLLOWS = Map.of("crebo", Set.of("sector", "level"));

    /** Who is asked for an outcome completed or stopped, and not for a reason that {@code stopped.byReason} counts. */
    private static final Map<String, Set<String>> TOLD_BY =
            Map.of("outcomes.response", Set.of("completed.total", "stopped.total", "stopped.byReason"));

    /** Numbers that are another figure's too. */
    private static final Map<String, String> SAME = Map.of("employersDeclined.total", "employers.declined");

    /**
     * Figures as they are, of a region or of the country.
     *
     * @param contributors of sums, how many people or things they are of, by the names of figure and number with dots
     */
    record Told(Map<String, Map<String, Object>> figures, Map<String, Integer> contributors) {

        /** What lies at a place: a number, a map of more, or null. */
        private Object at(String place) {
            Object found = figures;
            for (String name : place.split("\\.")) {
                found = found instanceof Map<?, ?> more ? more.get(name) : null;
            }
            return found;
        }

        /** A number, or if it is a sum of fewer people or things than that, how many they are. */
        private long weight(String place) {
            long value = at(place) instanceof Long number ? number : 0;
            return Math.min(value, contributors.getOrDefault(place, Integer.MAX_VALUE));
        }

        private boolean isSmall(String place) {
            return isFew(weight(place));
        }
    }

    /** Figures without what is small, with the places that were left empty. */
    record Published(Map<String, Map<String, Object>> figures, List<String> suppressed) {}

    /** Numbers that stand or fall together: a split of a figure, or several by the same. */
    private record Family(String by, Set<String> places, boolean plain) {}

    private final SortedMap<String, Told> sheets = new TreeMap<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();
    private final Told overlap;

    /** Decides for a country and all its regions that have anything to tell. */
    Suppression(Told country, Map<String, Told> regions) {
        overlap = Overlap.of(country, regions.values());
        sheets.putAll(regions);
        sheets.put(COUNTRY, country);
        sheets.keySet().forEach(sheet -> hidden.put(sheet, new TreeSet<>()));
        Set<String> figures = new LinkedHashSet<>();
        sheets.values().forEach(told -> figures.addAll(told.figures().keySet()));
        figures.forEach(this::hideNumbers);
        figures.forEach(figure -> families(figure).forEach(family -> hide(figure, family)));
    }

    Published country() {
        return published(COUNTRY);
    }

    Published region(String code) {
        return published(code);
    }

    private void hideNumbers(String figure) {
        for (String name : names(figure, Long.class)) {
            String place = figure + "." + name;
            Set<String> small = new TreeSet<>();
            sheets.forEach((sheet, told) -> {
                if (OF_ONE.contains(name)
                        || !AIMS.contains(name) && isSmall(told, figure, name)
                        || hidden.get(sheet).contains(SAME.getOrDefault(place, place))) {
                    small.add(sheet);
                }
            });
            boolean inCountry = small.remove(COUNTRY);
            Set<String> rows = withOthers(small, List.of(Set.of(place)));
            if (rows.isEmpty() && !inCountry && !AIMS.contains(name) && overlap.isSmall(place)) {
                rows = firstWith(Set.of(place));
            }
            rows.forEach(region -> hidden.get(region).add(place));
            if (inCountry || !small.isEmpty() && !protect(rows, List.of(Set.of(place)), true)) {
                hidden.get(COUNTRY).add(place);
            }
        }
        sheets.keySet().forEach(sheet -> hideWithTotal(sheet, figure));
    }

    /** Small is also what is all but a few of the total. */
    private static boolean isSmall(Told told, String figure, String name) {
        String place = figure + "." + name;
        String total = figure + "." + TOTAL;
        return told.isSmall(place)
                || told.at(total) instanceof Long && isFew(Math.abs(told.weight(total) - told.weight(place)));
    }

    /** Means, medians and shares are of numbers; and of what is few in all there is nothing more to tell. */
    private void hideWithTotal(String sheet, String figure) {
        Set<String> out = hidden.get(sheet);
        boolean few = out.contains(figure + "." + TOTAL) || out.contains(figure + ".n");
        boolean some = out.stream()
                .anyMatch(place -> place.startsWith(figure + ".")
                        && !place.endsWith(".inPeriod")
                        && OF_ONE.stream().noneMatch(one -> place.endsWith("." + one)));
        Map<String, Object> numbers = sheets.get(sheet).figures().getOrDefault(figure, Map.of());
        numbers.forEach((name, number) -> {
            boolean derived = number instanceof Number && !(number instanceof Long);
            if (few && number != null && !AIMS.contains(name) || some && derived) {
                out.add(figure + "." + name);
            }
        });
    }

    private void hide(String figure, Family family) {
        Set<String> leaves = leaves(family);
        Set<String> small = new TreeSet<>();
        sheets.keySet().forEach(sheet -> {
            if (isWhollyHidden(sheet, figure, family)
                    || !(family.plain() && sheet.equals(COUNTRY))
                            && leaves.stream().anyMatch(sheets.get(sheet)::isSmall)) {
                small.add(sheet);
            }
        });
        Set<String> parts = small.remove(COUNTRY) || isOverlapTold(figure, leaves) ? leaves : smallParts(leaves);
        List<Set<String>> columns = new ArrayList<>();
        leaves.stream().filter(leaf -> !parts.contains(leaf)).forEach(leaf -> columns.add(Set.of(leaf)));
        columns.add(parts);
        Set<String> rows = withOthers(small, columns);
        if (rows.isEmpty() && leaves.stream().anyMatch(leaf -> !parts.contains(leaf) && overlap.isSmall(leaf))) {
            rows = firstWith(leaves);
        }
        rows.forEach(region -> hidden.get(region).addAll(family.places()));
        hidden.get(COUNTRY).addAll(parts.containsAll(leaves) && !leaves.isEmpty() ? family.places() : parts);
    }

    private boolean isWhollyHidden(String sheet, String figure, Family family) {
        Set<String> out = hidden.get(sheet);
        return out.contains(figure + "." + TOTAL)
                || FOLLOWS.getOrDefault(family.by(), Set.of()).stream()
                        .map(by -> figure + "." + Sheet.by(by))
                        .anyMatch(split -> isOut(out, split))
                || TOLD_BY.entrySet().stream()
                        .anyMatch(told -> family.places().stream().anyMatch(place -> place.startsWith(told.getKey()))
                                && told.getValue().stream().anyMatch(place -> isOut(out, place)));
    }

    /** Whether a number, or something of a split, is left out. */
    private static boolean isOut(Set<String> out, String place) {
        return out.stream().anyMatch(left -> (left + ".").startsWith(place + "."));
    }

    /** The small parts of a split of the country with others: at least two, which are of enough people together. */
    private Set<String> smallParts(Set<String> leaves) {
        Told country = sheets.get(COUNTRY);
        Set<String> parts = new TreeSet<>();
        leaves.stream().filter(country::isSmall).forEach(parts::add);
        for (String leaf : parts.isEmpty() ? Set.<String>of() : leaves) {
            long sum = parts.stream().mapToLong(country::weight).sum();
            if (parts.size() < 2 || sum < FEWEST || sum == parts.size()) {
                if (country.weight(leaf) > 0) {
                    parts.add(leaf);
                }
            }
        }
        long sum = parts.stream().mapToLong(country::weight).sum();
        boolean enough = parts.isEmpty() || parts.size() > 1 && sum >= FEWEST && sum > parts.size();
        return enough ? parts : leaves;
    }

    /** Whether totals of regions would tell by how much all parts of the regions together are more than the country's. */
    private boolean isOverlapTold(String figure, Set<String> leaves) {
        return isFew(leaves.stream().mapToLong(overlap::weight).sum())
                && hidden.values().stream().noneMatch(out -> out.contains(figure + "." + TOTAL));
    }

    /** The first region with something at these places: without it nobody can tell by how much the regions overlap. */
    private Set<String> firstWith(Set<String> places) {
        return sheets.keySet().stream()
                .filter(sheet -> !sheet.equals(COUNTRY) && weight(sheet, places) > 0)
                .limit(1)
                .collect(Collectors.toSet());
    }

    /** Regions of which something is left out, and others with them, until nothing is told of the former. */
    private Set<String> withOthers(Set<String> small, List<Set<String>> columns) {
        Set<String> rows = new TreeSet<>(small);
        boolean alone = columns.size() == 1 && columns.getFirst().size() == 1;
        for (String region : sheets.keySet()) {
            if (!rows.isEmpty()
                    && !protect(rows, columns, alone)
                    && !region.equals(COUNTRY)
                    && columns.stream().anyMatch(column -> weight(region, column) > 0)) {
                rows.add(region);
            }
        }
        return rows;
    }

    /**
     * Whether regions hide one another: two have something to hide, and what the country tells of all of them together is
     * of nobody or of enough.
     *
     * @param told whether it is known of each that it is not 0
     */
    private boolean protect(Set<String> rows, List<Set<String>> columns, boolean told) {
        long filled = rows.stream()
                .filter(region -> columns.stream().anyMatch(column -> weight(region, column) > 0))
                .count();
        return filled > 1
                && columns.stream().allMatch(column -> {
                    long sum = rows.stream()
                            .mapToLong(region -> weight(region, column))
                            .sum();
                    return !isFew(sum) && (!told || sum > filled);
                });
    }

    private long weight(String sheet, Collection<String> places) {
        return places.stream().mapToLong(sheets.get(sheet)::weight).sum();
    }

    private static boolean isFew(long number) {
        return number > 0 && number < FEWEST;
    }

    /** The numbers of a figure that are of one kind. */
    private Set<String> names(String figure, Class<?> kind) {
        Set<String> names = new TreeSet<>();
        sheets.values()
                .forEach(told -> told.figures().getOrDefault(figure, Map.of()).forEach((name, value) -> {
                    if (kind.isInstance(value)) {
                        names.add(name);
                    }
                }));
        return names;
    }

    /** What is split by the same goes together; what follows from others comes last. */
    private List<Family> families(String figure) {
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
        return sheets.values().stream().anyMatch(told -> told.at(place) instanceof Map<?, ?>);
    }

    private Set<String> names(String place) {
        Set<String> names = new TreeSet<>();
        sheets.values().forEach(told -> {
            if (told.at(place) instanceof Map<?, ?> more) {
                more.keySet().forEach(name -> names.add((String) name));
            }
        });
        return names;
    }

    /** The numbers of a family that are counts or sums, in all sheets. */
    private Set<String> leaves(Family family) {
        Set<String> leaves = new TreeSet<>();
        family.places()
                .forEach(place -> sheets.values().forEach(told -> addLeaves(place, told.at(place), leaves::add)));
        return leaves;
    }

    private static void addLeaves(String place, Object value, Consumer<String> leaf) {
        if (value instanceof Map<?, ?> more) {
            more.forEach((name, inner) -> addLeaves(place + "." + name, inner, leaf));
        } else if (value instanceof Long) {
            leaf.accept(place);
        }
    }

    private Published published(String sheet) {
        Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
        List<String> suppressed = new ArrayList<>();
        Told told = sheets.getOrDefault(sheet, new Told(Map.of(), Map.of()));
        Set<String> out = hidden.getOrDefault(sheet, Set.of());
        told.figures().forEach((figure, numbers) -> figures.put(figure, without(figure, numbers, out, suppressed)));
        return new Published(figures, suppressed);
    }

    private static Map<String, Object> without(
            String place, Map<?, ?> numbers, Set<String> out, List<String> suppressed) {
        Map<String, Object> left = new LinkedHashMap<>();
        numbers.forEach((name, value) -> {
            String here = place + "." + name;
            if (out.contains(here)) {
                left.put((String) name, null);
                suppressed.add(here);
            } else {
                left.put((String) name, value instanceof Map<?, ?> more ? without(here, more, out, suppressed) : value);
            }
        });
        return left;
    }
}
