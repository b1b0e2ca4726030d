package nl.leerspoor.platform.personaldata;

import java.util.Optional;

/** Seals secrets of the program that lie in the database, by keys that don't. What is of a person has a key of its own. */
public final class SecretSealing {

    /**
     * A sealed secret.
     *
     * @param bytes Tink's format: 12 bytes of nonce, the encrypted value, 16 bytes of tag
     * @param by    the id of the key
     */
    public record Sealed(byte[] bytes, String by) {}

    private final Optional<KeyEncryptionKeys> keys;

    SecretSealing(Optional<KeyEncryptionKeys> keys) {
        this.keys = keys;
    }

    /**
     * Seals a secret by the newest key.
     *
     * @param place where it belongs: it opens nowhere else
     * @throws KeysAway when this process has no keys
     */
    public Sealed seal(String place, byte[] secret) {
        return new Sealed(here().seal(place, secret), here().primary());
    }

    /**
     * Opens a secret.
     *
     * @throws KeysAway              when this process hasn't the key
     * @throws IllegalStateException when it was changed, or belongs to another place
     */
    public byte[] open(String place, Sealed sealed) {
        return here().open(place, sealed.bytes(), sealed.by());
    }

    /** Whether it has to be sealed anew, so that an older key can be thrown away. */
    public boolean isByOlderKey(Sealed sealed) {
        return keys.filter(all -> !all.primary().equals(sealed.by())).isPresent();
    }

    private KeyEncryptionKeys here() {
        return keys.orElseThrow(() -> new KeysAway("This process has no key-encryption key"));
    }
}
