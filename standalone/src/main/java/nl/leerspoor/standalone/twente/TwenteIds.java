package nl.leerspoor.standalone.twente;

import java.util.UUID;
import nl.leerspoor.command.NamedId;

/** The ids of the scenario's things: UUIDs of version 5, the same on every machine and in every run. */
public final class TwenteIds {

    /** The namespace for URLs of RFC 9562. */
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final UUID TWENTE = NamedId.of(URL, "leerspoor:twente");

    private TwenteIds() {}

    /** The id of a thing of a kind, as {@code candidate} and {@code K009}. */
    public static UUID of(String kind, String key) {
        return NamedId.of(TWENTE, kind + "/" + key);
    }
}
