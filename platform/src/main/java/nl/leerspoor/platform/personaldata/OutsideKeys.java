package nl.leerspoor.platform.personaldata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.leerspoor.platform.personaldata.PersonKeys.Wrapping;

/**
 * The keys that lie outside the database, in files. A process starts with them or not at all: with keys of people that
 * it can't unwrap it would lock these people out of what is theirs, and somebody would find out later.
 *
 * @param encryption empty where no file is named and nobody has a key
 * @param index      empty where no file is named
 */
public record OutsideKeys(Optional<KeyEncryptionKeys> encryption, Optional<BlindIndex> index) {

    /**
     * Reads them.
     *
     * @throws KeyFileRefused when the process may not start with what there is
     */
    static OutsideKeys read(PersonalDataProperties files, PersonKeys keys) {
        List<Wrapping> used = keys.wrappings();
        return new OutsideKeys(
                encryption(files, used),
                files.indexFile()
                        .map(file -> new BlindIndex(secrets(files, file, used).getFirst())));
    }

    private static Optional<KeyEncryptionKeys> encryption(PersonalDataProperties files, List<Wrapping> used) {
        Optional<KeyFile> file = files.keyEncryptionFile();
        if (file.isEmpty() && !used.isEmpty()) {
            throw new KeyFileRefused(inUse(used) + ", but no file with it is named: set"
                    + " leerspoor.personal-data.key-encryption-key-file (LEERSPOOR_KEK_FILE).");
        }
        return file.map(named -> {
            KeyEncryptionKeys keys = KeyEncryptionKeys.of(secrets(files, named, used));
            used.forEach(wrapping -> requireReadable(named, keys, wrapping));
            return keys;
        });
    }

    private static List<SecretKey> secrets(PersonalDataProperties files, KeyFile file, List<Wrapping> used) {
        if (!file.exists()) {
            if (!used.isEmpty()) {
                throw new KeyFileRefused(inUse(used) + ", but the key file " + file
                        + " is missing: put it back from where you keep it safe.");
            }
            if (files.makeMissingKeys()) {
                file.make();
            }
        }
        return file.read();
    }

    private static void requireReadable(KeyFile file, KeyEncryptionKeys keys, Wrapping wrapping) {
        String id = wrapping.key().by();
        if (!keys.ids().contains(id)) {
            throw new KeyFileRefused(inUse(List.of(wrapping)) + ", but the key file " + file + " has only "
                    + String.join(", ", keys.ids()) + ": put the right key back.");
        }
        try {
            keys.unwrap(wrapping.person(), wrapping.key());
        } catch (IllegalStateException altered) {
            throw new KeyFileRefused(inUse(List.of(wrapping))
                    + ", as the table says, but can't unwrap them: somebody changed keys.person_key.");
        }
    }

    private static String inUse(List<Wrapping> used) {
        return used.stream()
                .map(wrapping -> "key-encryption key %s wraps keys of people (%d)"
                        .formatted(wrapping.key().by(), wrapping.people()))
                .collect(Collectors.joining(" and "))
                .replaceFirst("^k", "K");
    }
}
