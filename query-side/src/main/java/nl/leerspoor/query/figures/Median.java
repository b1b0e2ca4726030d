package nl.leerspoor.query.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;

/** The middle one of some numbers, or the mean of the middle two; numbers are added one by one. */
final class Median {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int FIRST_ROOM = 16;

    private int[] numbers = new int[FIRST_ROOM];
    private int size;

    /** Null of nothing. */
    static BigDecimal of(Collection<Integer> numbers) {
        var median = new Median();
        numbers.forEach(median::add);
        return median.value();
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Null of nothing. */
    BigDecimal value() {
        if (size == 0) {
            return null;
        }
        Arrays.sort(numbers, 0, size);
        long low = numbers[(size - 1) / 2];
        long high = numbers[size / 2];
        return BigDecimal.valueOf(low + high).divide(TWO);
    }
}
