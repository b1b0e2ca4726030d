package nl.leerspoor.platform.personaldata;

import java.util.Optional;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Seals personal data, and makes sure that they can't be read any more. */
public final class PersonSealing {

    private final Optional<KeyEncryptionKeys> encryption;
    private final PersonKeys keys;
    private final KeyKeeping keeping;
    private final ShredRegister register;

    /**
     * @param keys     by the login whose transactions write what is sealed
     * @param keeping  by another login, which commits on its own
     * @param register of whom is erased
     */
    public PersonSealing(
            Optional<KeyEncryptionKeys> encryption, PersonKeys keys, KeyKeeping keeping, ShredRegister register) {
        this.encryption = encryption;
        this.keys = keys;
        this.keeping = keeping;
        this.register = register;
    }

    /** Seals values of one person, to be written in the transaction at hand. */
    @FunctionalInterface
    public interface Sealer {

        Envelope seal(Place place, byte[] value);
    }

    /**
     * The key of a person, which is made when there is none. It is the one that everybody sees, and stays until the
     * transaction at hand ends: an erasure waits for that.
     *
     * @throws PersonErased          when the person was erased
     * @throws KeysAway              when the key can't be made, read or unwrapped now
     * @throws IllegalStateException when there is no transaction
     */
    public Sealer of(UUID person) {
        StoredKey stored = keys.locked(person);
        if (stored instanceof StoredKey.Absent) {
            ensureKey(person);
            stored = keys.locked(person);
        }
        return switch (stored) {
            case StoredKey.Kept kept -> required().unwrap(person, kept.key())::seal;
            case StoredKey.Destroyed destroyed -> throw new PersonErased(person);
            // READ COMMITTED sees what was just committed, and nobody can delete it
            case StoredKey.Absent absent -> throw new IllegalStateException("The key of a person vanished: " + person);
        };
    }

    /**
     * Destroys the key of a person in the transaction at hand. What was sealed for that person, here and in every copy,
     * is unreadable from its commit on, and nothing can be sealed for that person again, also where nothing was yet.
     * Once more, it changes nothing.
     *
     * <p>The register has it on disk just before the commit, when everything else of the transaction is done: so nothing
     * is committed, let alone acknowledged, that a restored backup could turn back. When the commit itself fails after
     * that, the erasure was decided on all the same, and the next start carries it out.
     *
     * @throws KeysAway              when it can't be done now
     * @throws IllegalStateException when there is no transaction
     */
    public void erase(ShredRegister.Erasure erasure) {
        register.requireKept();
        if (keys.of(erasure.person()) instanceof StoredKey.Absent) {
            ensureKey(erasure.person());
        }
        keys.destroy(erasure.person());
        TransactionSynchronizationManager.registerSynchronization(new LastBeforeCommit(erasure));
    }

    /** Registers an erasure, unless the transaction has gone back to a savepoint from before it. */
    private final class LastBeforeCommit implements TransactionSynchronization {

        private final ShredRegister.Erasure erasure;

        LastBeforeCommit(ShredRegister.Erasure erasure) {
            this.erasure = erasure;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (keys.of(erasure.person()) instanceof StoredKey.Destroyed) {
                register.add(erasure);
            }
        }
    }

    private void ensureKey(UUID person) {
        keeping.ensure(person, required().wrap(person, PersonKey.drawn()));
    }

    private KeyEncryptionKeys required() {
        return encryption.orElseThrow(() -> new KeysAway("This process has no key-encryption key"));
    }
}
