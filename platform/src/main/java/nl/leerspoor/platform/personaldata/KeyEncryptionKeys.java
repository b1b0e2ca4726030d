package nl.leerspoor.platform.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The keys that the keys of people are wrapped by, and secrets of the program sealed (AES-256-GCM). They never come into
 * the database. New keys are wrapped by the first; the others are there to unwrap what they wrapped before.
 */
public final class KeyEncryptionKeys {

    private static final AesGcmParameters PARAMETERS = parameters();

    private final Map<String, Aead> keys;
    private final String primary;

    private KeyEncryptionKeys(Map<String, Aead> keys) {
        this.keys = keys;
        this.primary = keys.keySet().iterator().next();
    }

    /** Those whose secrets are given, the newest first. */
    static KeyEncryptionKeys of(List<SecretKey> secrets) {
        Map<String, Aead> keys = new LinkedHashMap<>();
        secrets.forEach(secret -> keys.put(secret.id(), cipher(secret)));
        return new KeyEncryptionKeys(keys);
    }

    /** The id of the key that wraps new ones. It is made from the key, and tells nothing of it. */
    String primary() {
        return primary;
    }

    Set<String> ids() {
        return keys.keySet();
    }

    WrappedKey wrap(UUID person, PersonKey key) {
        try {
            return new WrappedKey(
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            key.keyset(), keys.get(primary), bound(person), PersonKey.CIPHERS),
                    primary);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Unwraps the key of a person.
     *
     * @throws KeysAway              when it was wrapped by a key that is not here
     * @throws IllegalStateException when it was changed, or is another person's
     */
    PersonKey unwrap(UUID person, WrappedKey key) {
        Aead cipher = keys.get(key.by());
        if (cipher == null) {
            throw new KeysAway("Key-encryption key " + key.by() + " is not here");
        }
        try {
            KeysetHandle keyset =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(key.bytes(), cipher, bound(person), PersonKey.CIPHERS);
            return PersonKey.of(keyset);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("The key of person " + person + " was changed, or is another's", altered);
        }
    }

    /** Seals something else than the key of a person, for one place. */
    byte[] seal(String place, byte[] value) {
        try {
            return keys.get(primary).encrypt(value, elsewhere(place));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Opens what was sealed for one place.
     *
     * @throws KeysAway              when it was sealed by a key that is not here
     * @throws IllegalStateException when it was changed, or belongs to another place
     */
    byte[] open(String place, byte[] sealed, String by) {
        Aead cipher = keys.get(by);
        if (cipher == null) {
            throw new KeysAway("Key-encryption key " + by + " is not here");
        }
        try {
            return cipher.decrypt(sealed, elsewhere(place));
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("The secret of " + place + " was changed, or is another's", altered);
        }
    }

    private static byte[] elsewhere(String place) {
        return ("leerspoor secret|1|" + place).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bound(UUID person) {
        return ("leerspoor person key|1|" + person).getBytes(StandardCharsets.UTF_8);
    }

    private static Aead cipher(SecretKey secret) {
        try {
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(PARAMETERS)
                    .setKeyBytes(SecretBytes.copyFrom(secret.bytes(), InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(PersonKey.CIPHERS, Aead.class);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(SecretKey.SIZE)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
