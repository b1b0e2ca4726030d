package nl.leerspoor.platform.proof;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the authentication codes of events (HMAC-SHA256 over a row without its position). Who has none can't add a
 * row that looks genuine. New codes are by the first key; the others are there to check older ones.
 */
public final class AuthenticationKeys {

    private static final String ALGORITHM = "HmacSHA256";

    /** A key is at least as long as its codes. */
    private static final int SHORTEST = Hash.SIZE;

    private final List<SecretKeySpec> keys;

    private AuthenticationKeys(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * Reads keys: one in base64 on each line, the newest first. Empty lines and those that begin with {@code #} say nothing.
     *
     * @throws IllegalArgumentException when there is none, or one is shorter than 32 bytes or not base64
     */
    public static AuthenticationKeys parse(String text) {
        List<SecretKeySpec> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(AuthenticationKeys::key)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no key");
        }
        return new AuthenticationKeys(keys);
    }

    /** The code of a row, by the newest key. */
    public byte[] code(EventRow row) {
        return code(row.bytesWithoutPosition());
    }

    /** The code of something else, by the newest key; its bytes begin with what it is, which no row begins with. */
    public byte[] code(byte[] bytes) {
        return code(keys.getFirst(), bytes);
    }

    /** Whether a code was made by one of the keys for this row. */
    public boolean isGenuine(EventRow row, byte[] code) {
        return isGenuine(row.bytesWithoutPosition(), code);
    }

    /** Whether a code was made by one of the keys for these bytes. */
    public boolean isGenuine(byte[] bytes, byte[] code) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(code(key, bytes), code));
    }

    private static SecretKeySpec key(String line) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException noBase64) {
            // its message would quote the key
            throw new IllegalArgumentException("A key is not base64");
        }
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("A key has " + secret.length + " bytes; it needs " + SHORTEST);
        }
        return new SecretKeySpec(secret, ALGORITHM);
    }

    private static byte[] code(SecretKeySpec key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
