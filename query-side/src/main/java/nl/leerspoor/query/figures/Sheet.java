package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Figures as they are filled in: each has numbers, and splits of its total by something. */
final class Sheet {

    private final Optional<Set<String>> wanted;
    private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();

    /** @param wanted the splits to give; empty for all */
    Sheet(Optional<Set<String>> wanted) {
        this.wanted = wanted;
    }

    boolean wants(String split) {
        return wanted.map(splits -> splits.contains(split)).orElse(true);
    }

    void number(String figure, String name, long value) {
        figure(figure).put(name, value);
    }

    /** A mean or median, to two decimals, half up; null when there is nothing to take it of. */
    void number(String figure, String name, BigDecimal value) {
        figure(figure).put(name, rounded(value));
    }

    void numbers(String figure, Map<String, Object> numbers) {
        figure(figure).putAll(numbers);
    }

    static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    /** Shows a split even when nothing falls into it. */
    void split(String figure, String split) {
        if (wants(split)) {
            keys(figure, split);
        }
    }

    /** One part of a split; a part of nothing is left out. */
    void part(String figure, String split, String key, long value) {
        if (wants(split) && value != 0) {
            keys(figure, split).put(key, value);
        }
    }

    /** One part of a split that has several numbers. */
    void part(String figure, String split, String key, Map<String, Object> numbers) {
        if (wants(split)) {
            keys(figure, split).put(key, numbers);
        }
    }

    /** Further numbers of a figure under a name. */
    @SuppressWarnings("unchecked")
    Map<String, Object> nested(String figure, String name) {
        return (Map<String, Object>) figure(figure).computeIfAbsent(name, key -> new TreeMap<String, Object>());
    }

    Map<String, Map<String, Object>> figures() {
        return figures;
    }

    private Map<String, Object> figure(String name) {
        return figures.computeIfAbsent(name, figure -> new LinkedHashMap<>());
    }

    private Map<String, Object> keys(String figure, String split) {
        return nested(figure, "by" + Character.toUpperCase(split.charAt(0)) + split.substring(1));
    }
}
