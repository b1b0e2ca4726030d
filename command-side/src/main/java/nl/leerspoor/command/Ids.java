package nl.leerspoor.command;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Draws ids: random, and rising with time, so that indexes stay dense. */
public final class Ids {

    private Ids() {}

    /** A fresh UUID of version 7. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
