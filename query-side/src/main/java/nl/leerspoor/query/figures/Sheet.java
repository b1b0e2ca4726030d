package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Figures as they are filled in: each has numbers, and splits of them by something. */
final class Sheet {

    private final Wanted wanted;
    private final boolean ofPeriod;
    private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();

    /**
     * @param wanted   the figures and splits to give
     * @param ofPeriod whether numbers of a period are wanted too
     */
    Sheet(Wanted wanted, boolean ofPeriod) {
        this.wanted = wanted;
        this.ofPeriod = ofPeriod;
    }

    boolean wants(Figure figure) {
        return wanted.figures().contains(figure);
    }

    boolean wants(String split) {
        return wanted.wants(split);
    }

    boolean isOfPeriod() {
        return ofPeriod;
    }

    void number(Figure figure, String name, long value) {
        figure(figure).put(name, value);
    }

    /** A mean or median, to two decimals, half up; null when there is nothing to take it of. */
    void number(Figure figure, String name, BigDecimal value) {
        figure(figure).put(name, rounded(value));
    }

    static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    /** A part of a whole, to two decimals; null of nothing. */
    static BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    /** Shows a split even when nothing falls into it. */
    void split(Figure figure, String split) {
        if (wants(split)) {
            keys(figure, split);
        }
    }

    /** One part of a split; a part of nothing is left out. */
    void part(Figure figure, String split, String key, long value) {
        if (wants(split) && value != 0) {
            keys(figure, split).put(key, value);
        }
    }

    /** One part of a split that has several numbers. */
    void part(Figure figure, String split, String key, Map<String, Object> numbers) {
        if (wants(split)) {
            keys(figure, split).put(key, numbers);
        }
    }

    /** How a split is told: {@code bySector}. */
    static String by(String split) {
        return "by" + Character.toUpperCase(split.charAt(0)) + split.substring(1);
    }

    /** Further numbers of a figure under a name. */
    @SuppressWarnings("unchecked")
    Map<String, Object> nested(Figure figure, String name) {
        return (Map<String, Object>) figure(figure).computeIfAbsent(name, key -> new TreeMap<String, Object>());
    }

    Map<String, Map<String, Object>> figures() {
        return figures;
    }

    /** What was filled in before under a number. */
    long number(Figure figure, String name) {
        return (long) figure(figure).get(name);
    }

    private Map<String, Object> figure(Figure figure) {
        return figures.computeIfAbsent(figure.label(), name -> new LinkedHashMap<>());
    }

    private Map<String, Object> keys(Figure figure, String split) {
        return nested(figure, by(split));
    }
}
