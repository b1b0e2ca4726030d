package nl.leerspoor.standalone.twente;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The ids of the scenario's things: UUIDs of version 5, the same on every machine and in every run. */
public final class TwenteIds {

    /** The namespace for URLs of RFC 9562. */
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final UUID TWENTE = version5(URL, "leerspoor:twente");

    private TwenteIds() {}

    /** The id of a thing of a kind, as {@code candidate} and {@code K009}. */
    public static UUID of(String kind, String key) {
        return version5(TWENTE, kind + "/" + key);
    }

    private static UUID version5(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L,
                    hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
