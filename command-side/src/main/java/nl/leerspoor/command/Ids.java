package nl.leerspoor.command;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Draws ids: random, and rising with time, so that indexes stay dense. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    private Ids() {}

    /**
     * A fresh UUID of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, 12 bits of the fraction of a millisecond
     * (6.2, method 3) and 62 bits by chance.
     */
    public static UUID next() {
        Instant now = Instant.now();
        long fraction = now.getNano() % NANOS_OF_A_MILLI * 4_096L / NANOS_OF_A_MILLI;
        long time = now.toEpochMilli() << 16 | 0x7000L | fraction;
        return new UUID(time, RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
