package nl.leerspoor.platform.personaldata;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens what is sealed. */
public final class PersonOpening {

    private final Optional<KeyEncryptionKeys> encryption;
    private final PersonKeys keys;

    /** Opens with the key-encryption keys that there are; without one, everything sealed is away. */
    public PersonOpening(Optional<KeyEncryptionKeys> encryption, PersonKeys keys) {
        this.encryption = encryption;
        this.keys = keys;
    }

    /** Opens values of one person under the key that this person has now. */
    @FunctionalInterface
    public interface Opener {

        Opened open(Place place, Envelope envelope);
    }

    /**
     * The key of a person is looked up once, for all that is opened with it. It is for the work at hand and not to be
     * kept: somebody may destroy it at any time.
     *
     * @throws KeysAway when it can't be looked up or unwrapped now
     */
    public Opener of(UUID person) {
        return switch (keys.of(person)) {
            case StoredKey.Kept kept -> required().unwrap(person, kept.key())::open;
            case StoredKey.Destroyed destroyed -> (place, envelope) -> erased(person, envelope);
            case StoredKey.Absent absent -> (place, envelope) -> new Opened.Fault(Opened.Cause.UNKNOWN_KEY);
        };
    }

    /**
     * Looks the keys of some people up at once, for all that is opened in one piece of work, and forgets them. Whoever is
     * not among them is looked up when it comes to it.
     *
     * @throws KeysAway when they can't be looked up now
     */
    public <T> T together(Collection<UUID> people, Supplier<T> work) {
        return keys.together(people, work);
    }

    /** Once the key is gone nobody can tell any more whether a value was whole, but still whose it was. */
    private static Opened erased(UUID person, Envelope envelope) {
        return envelope.person().equals(person)
                ? new Opened.Erased()
                : new Opened.Fault(Opened.Cause.NOT_SEALED_FOR_THIS_PERSON);
    }

    private KeyEncryptionKeys required() {
        return encryption.orElseThrow(() -> new KeysAway("This process has no key-encryption key"));
    }
}
