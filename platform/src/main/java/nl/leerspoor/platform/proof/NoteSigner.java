package nl.leerspoor.platform.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Signs notes with an Ed25519 key (c2sp.org/signed-note). The key is written as
 * {@code PRIVATE+KEY+<name>+<id in hexadecimal>+<base64 of the type, 1, and the 32 bytes of the seed>}.
 */
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";

    /** What stands before a seed in the encoding that the JDK reads (RFC 8410). */
    private static final byte[] PKCS8 = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };

    private final NoteKey key;
    private final byte[] seed;

    private NoteSigner(String name, byte[] seed) {
        this.key = new NoteKey(name, publicKeyOf(seed));
        this.seed = seed;
    }

    /** Draws a new key. */
    public static NoteSigner draw(String name, SecureRandom random) {
        byte[] seed = new byte[NoteKey.LENGTH];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    /** Reads a private key; throws when it is not one of these. What it throws does not quote it. */
    public static NoteSigner parse(String text) {
        String[] parts = text.strip().split("\\+", 5);
        if (!text.strip().startsWith(PREFIX) || parts.length != 5) {
            throw new IllegalArgumentException("A private key is " + PREFIX + "<name>+<id>+<base64>");
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[4]);
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException("The private key is not base64");
        }
        if (typed.length != NoteKey.LENGTH + 1 || typed[0] != NoteKey.ED25519) {
            throw new IllegalArgumentException("Not an Ed25519 key");
        }
        NoteSigner signer = new NoteSigner(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
        if (!signer.key.idText().equals(parts[3])) {
            throw new IllegalArgumentException("The private key does not have the id that stands before it");
        }
        return signer;
    }

    /** What others need to check its signatures. */
    public NoteKey key() {
        return key;
    }

    /** Signs a text, which ends with a line feed. */
    public SignedNote sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(text, List.of(new SignedNote.By(key.name(), key.id(), signature.sign())));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The private key as it is written down, which no log may ever see. */
    public String secret() {
        return PREFIX + key.name() + "+" + key.idText() + "+"
                + Base64.getEncoder().encodeToString(NoteKey.typed(seed));
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + NoteKey.LENGTH);
        System.arraycopy(seed, 0, encoded, PKCS8.length, NoteKey.LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** The JDK tells the public key of a seed only while it draws one, so it is made to draw this one. */
    private static byte[] publicKeyOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - NoteKey.LENGTH, encoded.length);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Draws what was drawn before. */
    private static final class Drawn extends SecureRandom {

        private final transient byte[] seed;

        private Drawn(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
