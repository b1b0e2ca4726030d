package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.util.Collection;

/** The middle one of some numbers, or the mean of the middle two. */
final class Median {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Median() {}

    /** Null of nothing. */
    static BigDecimal of(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        int[] sorted = numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
        long low = sorted[(sorted.length - 1) / 2];
        long high = sorted[sorted.length / 2];
        return BigDecimal.valueOf(low + high).divide(TWO);
    }
}
