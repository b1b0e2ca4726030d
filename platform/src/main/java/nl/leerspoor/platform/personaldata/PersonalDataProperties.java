package nl.leerspoor.platform.personaldata;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are that the database never sees. Each file has one key of 32 bytes in base64 on a line.
 *
 * @param keyEncryptionKeyFile the file of the keys that those of people are wrapped by, the newest first; empty for none
 * @param indexKeyFile         the file of the key by which sealed names are found; empty for none
 * @param makeMissingKeys      whether to make files that are missing, as long as nobody has a key or was erased
 * @param shredRegister        the folder of the register of erasures; empty for none, and then nobody is erased
 * @param foundShredRegister   whether to begin a register where there is none, with whom the database knows to be erased
 */
@ConfigurationProperties("leerspoor.personal-data")
public record PersonalDataProperties(
        @DefaultValue("") String keyEncryptionKeyFile,
        @DefaultValue("") String indexKeyFile,
        @DefaultValue("false") boolean makeMissingKeys,
        @DefaultValue("") String shredRegister,
        @DefaultValue("false") boolean foundShredRegister) {

    Optional<KeyFile> keyEncryptionFile() {
        return file(keyEncryptionKeyFile);
    }

    Optional<KeyFile> indexFile() {
        return file(indexKeyFile);
    }

    private static Optional<KeyFile> file(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(new KeyFile(Path.of(path)));
    }
}
