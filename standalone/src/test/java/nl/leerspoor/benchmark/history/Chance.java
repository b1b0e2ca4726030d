package nl.leerspoor.benchmark.history;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way for the same seed. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Whether something happens that happens in so many of a hundred cases. */
    boolean in100(int cases) {
        return random.nextInt(100) < cases;
    }

    /** A whole number, both bounds included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    String oneOf(String... codes) {
        return codes[random.nextInt(codes.length)];
    }

    /** A random id, as events get. */
    UUID id() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        return new UUID(high, variant());
    }

    /** An id that rises with time, as things get that are made at a moment. */
    UUID idAt(long epochMillis) {
        long high = epochMillis << 16 | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, variant());
    }

    private long variant() {
        return random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    }
}
