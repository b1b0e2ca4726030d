package nl.leerspoor.query.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.leerspoor.query.figures.Families.Family;

/**
 * Leaves small numbers out of figures that are for others than those who work in a region (rule B34), and with each of
 * them others, so that nobody finds it by subtracting what is told from a total: the parts of a split, the regions of the
 * country, and both at once. It decides on the country and all its regions together, whatever is asked; so what one
 * question leaves out, no other tells. What is left out is null and named; nothing that is, is told as 0.
 *
 * <p>What the regions tell of one another is {@link AcrossRegions}; which numbers are told together, {@link Families}.
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

    /** Who is asked for an outcome completed or stopped, and not for a reason that {@code stopped.byReason} counts. */
    private static final Map<String, Set<String>> TOLD_BY =
            Map.of("outcomes.response", Set.of("completed.total", "stopped.total", "stopped.byReason"));

    /** What is, but for those who count once in several, the sum of others. */
    private static final Map<String, List<String>> ADDS_UP =
            Map.of("outcomes.response.END.due", List.of("completed.total", "stopped.total"));

    /** Numbers that are another figure's too. */
    private static final Map<String, String> SAME = Map.of("employersDeclined.total", "employers.declined");

    /**
     * Figures as they are, of a region or of the country.
     *
     * @param contributors of sums, how many people or things they are of, by the names of figure and number with dots
     */
    record Told(Map<String, Map<String, Object>> figures, Map<String, Integer> contributors) {

        /** What lies at a place: a number, a map of more, or null. */
        Object at(String place) {
            Object found = figures;
            for (String name : place.split("\\.")) {
                found = found instanceof Map<?, ?> more ? more.get(name) : null;
            }
            return found;
        }

        /** A number, or if it is a sum of fewer people or things than that, how many they are. */
        long weight(String place) {
            long value = at(place) instanceof Long number ? number : 0;
            return Math.min(value, contributors.getOrDefault(place, Integer.MAX_VALUE));
        }

        boolean isSmall(String place) {
            return isFew(weight(place));
        }
    }

    /** Figures without what is small, with the places that were left empty. */
    record Published(Map<String, Map<String, Object>> figures, List<String> suppressed) {}

    private final SortedMap<String, Told> sheets = new TreeMap<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();
    private final Families families;
    private final AcrossRegions across;

    /** Decides for a country and all its regions that have anything to tell. */
    Suppression(Told country, Map<String, Told> regions) {
        sheets.putAll(regions);
        sheets.put(COUNTRY, country);
        families = new Families(sheets.values());
        across = new AcrossRegions(country, regions);
        sheets.keySet().forEach(sheet -> hidden.put(sheet, new TreeSet<>()));
        Set<String> figures = new LinkedHashSet<>();
        sheets.values().forEach(told -> figures.addAll(told.figures().keySet()));
        figures.forEach(this::hideNumbers);
        figures.forEach(figure -> families.of(figure).forEach(family -> hide(figure, family)));
    }

    Published country() {
        return published(COUNTRY);
    }

    Published region(String code) {
        return published(code);
    }

    private void hideNumbers(String figure) {
        for (String name : families.names(figure, Long.class)) {
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
            Set<String> rows = across.withOthers(small, List.of(Set.of(place)));
            if (rows.isEmpty() && !inCountry && !AIMS.contains(name) && across.isOverlapSmall(place)) {
                rows = across.firstWith(Set.of(place));
            }
            rows.forEach(region -> hidden.get(region).add(place));
            if (inCountry || !small.isEmpty() && !across.protect(rows, List.of(Set.of(place)), true)) {
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
        Set<String> leaves = families.leaves(family);
        Set<String> small = new TreeSet<>();
        sheets.keySet().forEach(sheet -> {
            if (isWhollyHidden(sheet, figure, family)
                    || isRestFew(sheets.get(sheet), figure, family)
                    || !(family.plain() && sheet.equals(COUNTRY))
                            && leaves.stream().anyMatch(sheets.get(sheet)::isSmall)) {
                small.add(sheet);
            }
        });
        boolean whole = small.remove(COUNTRY) || isTotalTold(figure) && across.isOverlapFew(leaves);
        Set<String> parts = whole ? leaves : smallParts(leaves);
        List<Set<String>> columns = new ArrayList<>();
        leaves.stream().filter(leaf -> !parts.contains(leaf)).forEach(leaf -> columns.add(Set.of(leaf)));
        columns.add(parts);
        Set<String> rows = across.withOthers(small, columns);
        if (rows.isEmpty() && leaves.stream().anyMatch(leaf -> !parts.contains(leaf) && across.isOverlapSmall(leaf))) {
            rows = across.firstWith(leaves);
        }
        rows.forEach(region -> hidden.get(region).addAll(family.places()));
        hidden.get(COUNTRY).addAll(parts.containsAll(leaves) && !leaves.isEmpty() ? family.places() : parts);
    }

    private boolean isWhollyHidden(String sheet, String figure, Family family) {
        Set<String> out = hidden.get(sheet);
        return out.contains(figure + "." + TOTAL)
                || Families.FOLLOWS.getOrDefault(family.by(), Set.of()).stream()
                        .map(by -> figure + "." + Sheet.by(by))
                        .anyMatch(split -> isOut(out, split))
                || TOLD_BY.entrySet().stream()
                        .anyMatch(told -> family.places().stream().anyMatch(place -> place.startsWith(told.getKey()))
                                && told.getValue().stream().anyMatch(place -> isOut(out, place)));
    }

    /** Whether the total is told of the country and of each region. */
    private boolean isTotalTold(String figure) {
        return hidden.values().stream().noneMatch(out -> out.contains(figure + "." + TOTAL));
    }

    /**
     * Whether a sum and what it is a sum of tell by how few they differ: who is in two parts of a split counts once in its
     * total, and who is in none in none of them; who completed and stopped counts once in each, and is asked twice.
     */
    private static boolean isRestFew(Told told, String figure, Family family) {
        String split = figure + "." + Sheet.by(family.by());
        boolean few = told.at(split) instanceof Map<?, ?> parts
                && !parts.isEmpty()
                && isFewApart(
                        told,
                        figure + "." + TOTAL,
                        parts.keySet().stream().map(part -> split + "." + part).toList());
        return few
                || ADDS_UP.entrySet().stream()
                        .anyMatch(sum -> family.places().stream()
                                        .anyMatch(place -> sum.getKey().startsWith(place + "."))
                                && isFewApart(told, sum.getKey(), sum.getValue()));
    }

    private static boolean isFewApart(Told told, String total, List<String> parts) {
        return told.at(total) instanceof Long whole
                && parts.stream().allMatch(part -> told.at(part) instanceof Long)
                && isFew(Math.abs(whole
                        - parts.stream().mapToLong(part -> (long) told.at(part)).sum()));
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

    static boolean isFew(long number) {
        return number > 0 && number < FEWEST;
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
