package nl.leerspoor.query.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the messages of one subscription are signed with, both ways of Standard Webhooks 1.0: {@code v1} (HMAC-SHA256), for
 * which the receiver has the secret too, and {@code v1a} (Ed25519), for which a public key will do.
 */
final class Key {

    private static final String HMAC = "HmacSHA256";
    private static final String ED25519 = "Ed25519";
    private static final int SECRET_BYTES = 32;

    /** An Ed25519 public key ends its encoding (RFC 8410) with the key itself. */
    private static final int PUBLIC_BYTES = 32;

    private final byte[] secret;
    private final PrivateKey signing;
    private final byte[] verifying;

    private Key(byte[] secret, PrivateKey signing, byte[] verifying) {
        this.secret = secret;
        this.signing = signing;
        this.verifying = verifying;
    }

    /** A new one. */
    static Key draw(SecureRandom random) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(ED25519);
            KeyPair pair = pairs.generateKeyPair();
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            byte[] encoded = pair.getPublic().getEncoded();
            return new Key(
                    secret,
                    pair.getPrivate(),
                    Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** One that was kept as {@link #bytes()}. */
    static Key of(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        byte[] secret = new byte[SECRET_BYTES];
        byte[] verifying = new byte[PUBLIC_BYTES];
        byte[] encoded = new byte[bytes.length - SECRET_BYTES - PUBLIC_BYTES];
        all.get(secret).get(verifying).get(encoded);
        try {
            return new Key(
                    secret,
                    KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    verifying);
        } catch (GeneralSecurityException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    /** All of it, to be sealed. */
    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(secret);
        all.writeBytes(verifying);
        all.writeBytes(signing.getEncoded());
        return all.toByteArray();
    }

    /** For who verifies {@code v1}: nobody else may have it. */
    String secretText() {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** For who verifies {@code v1a}. */
    String publicText() {
        return "whpk_" + Base64.getEncoder().encodeToString(verifying);
    }

    /**
     * The header {@code webhook-signature} of a message, signed with each of several keys.
     *
     * @param seconds the time of this attempt, in seconds since 1970
     */
    static String signatures(List<Key> keys, String id, long seconds, byte[] body) {
        byte[] head = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
        return keys.stream()
                .map(key -> "v1," + key.mac(content) + " v1a," + key.signature(content))
                .collect(Collectors.joining(" "));
    }

    private String mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private String signature(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(signing);
            signature.update(content);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
