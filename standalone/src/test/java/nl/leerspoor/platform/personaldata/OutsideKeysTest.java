package nl.leerspoor.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;

/** A process starts with the keys that it needs, or says in one sentence why it does not. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OutsideKeysTest {

    @TempDir
    static Path data;

    private static KeyDatabase database;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void start() {
        database = KeyDatabase.start(data);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void name() {
        file = folder.resolve("keys").resolve("key-encryption.key");
    }

    private OutsideKeys read(boolean make) {
        return OutsideKeys.read(settings(file.toString(), make), database.personKeys());
    }

    private static PersonalDataProperties settings(String keyEncryptionKeyFile, boolean make) {
        return new PersonalDataProperties(keyEncryptionKeyFile, "", make, "", false);
    }

    private KeyEncryptionKeys keys(boolean make) {
        return read(make).encryption().orElseThrow();
    }

    private void write(String permissions, SecretKey... keys) throws IOException {
        StringBuilder text = new StringBuilder("# newest first\n\n");
        for (SecretKey key : keys) {
            text.append(Base64.getEncoder().encodeToString(key.bytes())).append('\n');
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Nested
    @Order(1)
    class WhileNobodyHasAKey {

        @Test
        void aMissingFileIsMadeForItsOwnerOnlyAndKept() throws IOException {
            String made = keys(true).primary();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
            assertThat(keys(true).primary()).isEqualTo(made);
            assertThat(file.getParent().toFile().list()).containsExactly("key-encryption.key");
        }

        @Test
        void aMissingFileIsNotMadeUnlessThatIsWanted() {
            assertThatThrownBy(() -> read(false))
                    .isInstanceOf(KeyFileRefused.class)
                    .hasMessageContaining("can't be read");
            assertThat(file).doesNotExist();
        }

        @Test
        void noFileNeedsToBeNamed() {
            assertThat(OutsideKeys.read(settings("", true), database.personKeys())
                            .encryption())
                    .isEmpty();
        }

        @Test
        void aFileThatOthersCanReadIsRefused() throws IOException {
            write("rw-r--r--", KeyDatabase.secret());

            assertThatThrownBy(() -> read(true))
                    .isInstanceOf(KeyFileRefused.class)
                    .hasMessage("The key file " + file + " is open to others (rw-r--r--): take their rights away with"
                            + " chmod 600.");
        }

        @Test
        void aFileWithSomethingElseIsRefusedAndNotQuoted() throws IOException {
            write("rw-------");
            Files.writeString(file, "correct horse battery staple");

            assertThatThrownBy(() -> read(true))
                    .isInstanceOf(KeyFileRefused.class)
                    .hasMessage("The key file " + file + " can't be used: A key is not base64.")
                    .hasNoCause();
        }
    }

    @Nested
    @Order(2)
    class OnceSomebodyHasAKey {

        private final SecretKey secret = KeyDatabase.secret();

        @Test
        void itNeedsTheRightKey() throws IOException {
            KeyEncryptionKeys right = KeyDatabase.keys(secret);
            database.inTransaction(() -> database.sealing(right).of(UUID.randomUUID()));
            String needed = "Key-encryption key " + right.primary() + " wraps keys of people (1)";

            assertThatThrownBy(() -> read(true))
                    .isInstanceOf(KeyFileRefused.class)
                    .hasMessage(needed + ", but the key file " + file
                            + " is missing: put it back from where you keep it safe.");
            assertThat(file).as("a new one would only hide it").doesNotExist();
            assertThatThrownBy(() -> OutsideKeys.read(settings("", true), database.personKeys()))
                    .isInstanceOf(KeyFileRefused.class)
                    .hasMessageStartingWith(needed + ", but no file with it is named");

            SecretKey wrong = KeyDatabase.secret();
            write("rw-------", wrong);
            assertThatThrownBy(() -> read(true))
                    .isInstanceOf(KeyFileRefused.class)
                    .hasMessage(needed + ", but the key file " + file + " has only " + wrong.id()
                            + ": put the right key back.");

            write("rw-r-----", wrong, secret);
            assertThat(keys(true).primary()).as("to be rotated to").isEqualTo(wrong.id());
            write("rw-------", secret);
            assertThat(keys(false).primary()).isEqualTo(right.primary());
        }
    }
}
