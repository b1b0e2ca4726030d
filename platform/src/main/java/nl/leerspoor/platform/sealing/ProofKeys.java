package nl.leerspoor.platform.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.NoteSigner;

/**
 * The keys that this process was given.
 *
 * @param codes  over events; without them events are appended without codes
 * @param signer of checkpoints; without it this process seals nothing
 */
public record ProofKeys(Optional<AuthenticationKeys> codes, Optional<NoteSigner> signer) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    /**
     * Reads the keys, and makes those that are missing where that is wanted.
     *
     * @param required whether it is an error to have no keys of codes
     * @throws KeyTrouble when a key is missing or wrong
     */
    static ProofKeys read(ProofProperties given, boolean required) {
        Optional<String> codes =
                text("mac-key", given.macKey(), given.macKeyFile(), given.makeMissingKeys(), ProofKeys::newCodeKey);
        Optional<String> signing = text(
                "signing-key",
                given.signingKey(),
                given.signingKeyFile(),
                given.makeMissingKeys(),
                () -> NoteSigner.draw("leerspoor.local/" + HexFormat.of().formatHex(random(4)), RANDOM)
                        .secret());
        if (codes.isEmpty() && (required || signing.isPresent())) {
            throw new KeyTrouble("There is no key for the codes over events: set leerspoor.proof.mac-key-file.");
        }
        return new ProofKeys(
                codes.map(text -> parsed("mac-key", () -> AuthenticationKeys.parse(text))),
                signing.map(text -> parsed("signing-key", () -> NoteSigner.parse(text))));
    }

    private static <T> T parsed(String name, Supplier<T> key) {
        try {
            return key.get();
        } catch (IllegalArgumentException wrong) {
            throw new KeyTrouble("leerspoor.proof." + name + ": " + wrong.getMessage() + ".");
        }
    }

    private static Optional<String> text(
            String name, String value, Path file, boolean makeMissing, Supplier<String> drawn) {
        if (!value.isBlank()) {
            return Optional.of(value);
        }
        if (file == null || file.toString().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException missing) {
            if (!makeMissing) {
                throw new KeyTrouble("leerspoor.proof." + name + "-file: there is no file " + file + ".");
            }
            return Optional.of(make(file, drawn));
        } catch (IOException unreadable) {
            throw new KeyTrouble("leerspoor.proof." + name + "-file: " + file + " can't be read.");
        }
    }

    /** Another node may make the same file now; then that one counts. */
    private static String make(Path file, Supplier<String> drawn) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = Files.newByteChannel(
                    file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                channel.write(StandardCharsets.UTF_8.encode(drawn.get() + "\n"));
            } catch (FileAlreadyExistsException somebodyElses) {
                // read below
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new KeyTrouble("The file " + file + " for a new key can't be written.");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String newCodeKey() {
        return Base64.getEncoder().encodeToString(random(SECRET_BYTES));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
