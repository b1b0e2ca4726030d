package nl.leerspoor.platform.sealing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where checkpoints of one log are kept besides the database, out of reach of who runs that: a folder with the newest, the
 * last of each day, and the public key. What was written there is the memory that a database can't be made to forget.
 */
final class Outside {

    private static final String NEWEST = "checkpoint";

    private final Path folder;

    /** The folder of one log below the one for all. */
    Outside(Path checkpoints, String origin) {
        this.folder = checkpoints.resolve(origin.replaceAll("[^A-Za-z0-9.-]", "_"));
    }

    /** The newest checkpoint that was written. */
    Optional<String> newest() throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(NEWEST)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Writes a checkpoint, unless it is the newest already. */
    void write(String note, LocalDate day) throws IOException {
        if (!newest().filter(note::equals).isPresent()) {
            Files.createDirectories(folder);
            put("checkpoint-" + day, note);
            put(NEWEST, note);
        }
    }

    /** Writes the key with which anybody checks what is here. */
    void writeKey(String key) throws IOException {
        Files.createDirectories(folder);
        put("key", key + "\n");
    }

    /** At every moment the file is the old one or the new one, whole. */
    private void put(String name, String content) throws IOException {
        Path next = folder.resolve(name + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
