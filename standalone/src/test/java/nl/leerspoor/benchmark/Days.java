package nl.leerspoor.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import nl.leerspoor.benchmark.history.PastYears;

/** Dates and regions to ask for. */
final class Days {

    private Days() {}

    /** Any day of the three years. */
    static LocalDate any(SplittableRandom random) {
        int days = (int) (PastYears.LAST_DAY.toEpochDay() - PastYears.FIRST_DAY.toEpochDay());
        return PastYears.FIRST_DAY.plusDays(random.nextInt(days + 1));
    }

    static <T> T oneOf(SplittableRandom random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
