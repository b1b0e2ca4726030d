package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The middle one of some numbers, or the mean of the middle two. */
final class Median {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Median() {}

    /** Null of nothing. */
    static BigDecimal of(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        List<Integer> sorted = numbers.stream().sorted().toList();
        long low = sorted.get((sorted.size() - 1) / 2);
        long high = sorted.get(sorted.size() / 2);
        return BigDecimal.valueOf(low + high).divide(TWO);
    }
}
