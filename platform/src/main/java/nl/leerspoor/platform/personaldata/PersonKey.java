package nl.leerspoor.platform.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** The key of one person, ready for use. It lives as long as the work at hand, and is kept nowhere. */
final class PersonKey {

    /** What Tink may use, and nothing older. */
    static final Configuration CIPHERS = AeadConfig2026.get();

    private final KeysetHandle keyset;
    private final Aead cipher;

    private PersonKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.cipher = keyset.getPrimitive(CIPHERS, Aead.class);
    }

    static PersonKey of(KeysetHandle keyset) throws GeneralSecurityException {
        return new PersonKey(keyset);
    }

    /** A new key out of the system's source of chance. */
    static PersonKey drawn() {
        try {
            return new PersonKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    KeysetHandle keyset() {
        return keyset;
    }

    Envelope seal(Place place, byte[] value) {
        try {
            return new Envelope(place.person(), id(), cipher.encrypt(value, place.associatedData()));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Opened open(Place place, Envelope envelope) {
        if (!envelope.person().equals(place.person())) {
            return new Opened.Fault(Opened.Cause.NOT_SEALED_FOR_THIS_PERSON);
        }
        if (envelope.key() != id()) {
            return new Opened.Fault(Opened.Cause.UNKNOWN_KEY);
        }
        try {
            return new Opened.Value(cipher.decrypt(envelope.ciphertext(), place.associatedData()));
        } catch (GeneralSecurityException alteredOrMoved) {
            return new Opened.Fault(Opened.Cause.ALTERED_OR_MOVED);
        }
    }

    private long id() {
        return Integer.toUnsignedLong(keyset.getPrimary().getId());
    }
}
