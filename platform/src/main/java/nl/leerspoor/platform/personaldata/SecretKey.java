package nl.leerspoor.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** 32 random bytes that lie in a file outside the database. */
final class SecretKey {

    static final int SIZE = 32;

    private static final int ID_BYTES = 8;

    private final byte[] bytes;

    SecretKey(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A key has " + bytes.length + " bytes; it needs " + SIZE);
        }
        this.bytes = bytes.clone();
    }

    /**
     * Reads keys: one in base64 on each line, the newest first. Empty lines and those that begin with {@code #} say
     * nothing.
     *
     * @throws IllegalArgumentException when there is none, or one has not 32 bytes or is not base64
     */
    static List<SecretKey> parse(String text) {
        List<SecretKey> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(SecretKey::ofLine)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no key");
        }
        return keys;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Tells keys apart without telling what they are. */
    String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("leerspoor key id|1|".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static SecretKey ofLine(String line) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException noBase64) {
            // its message would quote the key
            throw new IllegalArgumentException("A key is not base64");
        }
        return new SecretKey(secret);
    }
}
