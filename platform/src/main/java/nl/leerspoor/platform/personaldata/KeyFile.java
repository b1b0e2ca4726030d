package nl.leerspoor.platform.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file with secret keys that nobody but its owner, and a group that the owner chose, can read. */
final class KeyFile {

    private static final Set<PosixFilePermission> NOBODY_ELSE = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path path;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The keys in it, the newest first.
     *
     * @throws KeyFileRefused when it is not there, others can read it, or it holds something else than keys
     */
    List<SecretKey> read() {
        try {
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                requirePrivate();
            }
            return SecretKey.parse(Files.readString(path));
        } catch (IllegalArgumentException noKeys) {
            throw new KeyFileRefused("The key file " + path + " can't be used: " + noKeys.getMessage() + ".");
        } catch (IOException e) {
            // neither the message nor the cause of a failed decoding may quote what stands in the file
            throw new KeyFileRefused(
                    "The key file " + path + " can't be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    /** Makes it with a new key, for its owner only; whole and on disk, or not at all. Leaves one that is there. */
    void make() {
        try {
            Path folder = path.getParent();
            boolean posix = Files.getFileStore(existing(folder)).supportsFileAttributeView("posix");
            Files.createDirectories(folder, posix ? permissions("rwx------") : new FileAttribute<?>[0]);
            Path draft = Files.createTempFile(
                    folder, "key", ".new", posix ? permissions("rw-------") : new FileAttribute<?>[0]);
            try {
                byte[] key = new byte[SecretKey.SIZE];
                new SecureRandom().nextBytes(key);
                String line = Base64.getEncoder().encodeToString(key) + "\n";
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                    channel.force(true);
                }
                // unlike a move, a link never replaces a key that another process made meanwhile
                Files.createLink(path, draft);
                try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                    directory.force(true);
                }
            } catch (FileAlreadyExistsException another) {
                // that one is as good
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + path + " can't be made", e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private void requirePrivate() throws IOException {
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
        if (granted.stream().anyMatch(NOBODY_ELSE::contains)) {
            throw new KeyFileRefused("The key file " + path + " is open to others ("
                    + PosixFilePermissions.toString(granted) + "): take their rights away with chmod 600.");
        }
    }

    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static FileAttribute<?>[] permissions(String rights) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }
}
