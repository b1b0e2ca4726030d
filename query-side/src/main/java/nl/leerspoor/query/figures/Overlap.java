package nl.leerspoor.query.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.query.figures.Suppression.Told;

/**
 * By how much the numbers of regions add up to more than the country's, in which each person counts once (rule B31): how
 * many went on in another region. Who is told all of them can subtract, so it is a number like those that are told.
 */
final class Overlap {

    private Overlap() {}

    static Told of(Told country, Collection<Told> regions) {
        Map<String, Map<String, Object>> figures = new HashMap<>();
        country.figures()
                .forEach((figure, numbers) -> figures.put(
                        figure,
                        of(
                                numbers,
                                regions.stream()
                                        .map(region -> region.figures().get(figure))
                                        .filter(Objects::nonNull)
                                        .toList())));
        return new Told(figures, Map.of());
    }

    private static Map<String, Object> of(Map<?, ?> country, List<? extends Map<?, ?>> regions) {
        Set<Object> names = Stream.concat(Stream.of(country), regions.stream())
                .flatMap(numbers -> numbers.keySet().stream())
                .collect(Collectors.toSet());
        Map<String, Object> overlap = new HashMap<>();
        for (Object name : names) {
            Object whole = country.get(name);
            List<?> parts = regions.stream()
                    .map(numbers -> numbers.get(name))
                    .filter(Objects::nonNull)
                    .toList();
            List<Map<?, ?>> maps = maps(parts);
            if (!maps.isEmpty()) {
                overlap.put((String) name, of(whole instanceof Map<?, ?> more ? more : Map.of(), maps));
            } else if (parts.stream().allMatch(Long.class::isInstance)) {
                long sum = parts.stream().mapToLong(Long.class::cast).sum();
                overlap.put((String) name, sum - (whole instanceof Long number ? number : 0));
            }
        }
        return overlap;
    }

    private static List<Map<?, ?>> maps(List<?> values) {
        return values.stream()
                .<Map<?, ?>>mapMulti((value, maps) -> {
                    if (value instanceof Map<?, ?> map) {
                        maps.accept(map);
                    }
                })
                .toList();
    }
}
