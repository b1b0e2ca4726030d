package nl.leerspoor.platform.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The public key with which anybody checks notes that somebody signed with Ed25519 (c2sp.org/signed-note). Written as
 * {@code <name>+<id in hexadecimal>+<base64 of the type, 1, and the key>}, which other tools read too.
 *
 * @param name   whose it is, without spaces and plus signs
 * @param ed25519 the 32 bytes of the key
 */
public record NoteKey(String name, byte[] ed25519) {

    static final byte ED25519 = 1;
    static final int LENGTH = 32;

    /** What stands before an Ed25519 key in the encoding that the JDK reads (RFC 8410). */
    private static final byte[] X509 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    public NoteKey {
        if (!isName(name) || ed25519.length != LENGTH) {
            throw new IllegalArgumentException("Not the name or the bytes of a key");
        }
    }

    /** Reads a key; throws when it is not one of these, or not what it says it is. */
    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A public key is <name>+<id>+<base64>");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("Not an Ed25519 key");
        }
        NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new IllegalArgumentException("The key does not have the id that stands before it");
        }
        return key;
    }

    /** Half of what names the key in a signature; the other half is its name. */
    int id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(ed25519)).getInt();
    }

    /** Whether this key's owner signed the text. */
    boolean hasSigned(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException noPointOfTheCurve) {
            throw new IllegalStateException(noPointOfTheCurve);
        }
    }

    /** What people call the key by: its name and its id. */
    public String label() {
        return name + "+" + idText();
    }

    String idText() {
        return "%08x".formatted(id());
    }

    static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePoints()
                        .noneMatch(letter -> letter == '+'
                                || Character.isWhitespace(letter)
                                || Character.isSpaceChar(letter)
                                || Character.isISOControl(letter));
    }

    static byte[] typed(byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array();
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + LENGTH);
        System.arraycopy(ed25519, 0, encoded, X509.length, LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && name.equals(key.name) && Arrays.equals(ed25519, key.ed25519);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(ed25519);
    }

    /** As it is written down. */
    @Override
    public String toString() {
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed(ed25519));
    }
}
