package nl.leerspoor.platform.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.proof.AuthenticationKeys;

/**
 * Who was erased and when, kept for ever in a file outside the database, where no restored backup turns it back. It has a
 * line for each person, with a code over that line and the code before it, by a key that the database never sees: who
 * changes, adds, removes or swaps lines without that key is noticed. Only what was cut off at the end can't be seen in
 * the file itself; the database, which knows whom it erased, tells that.
 *
 * <p>All nodes of the command side share one file. A line is on disk when {@link #add} returns; one that was cut off in
 * the middle of being written was never acknowledged, and goes.
 */
public final class ShredRegister {

    private static final String FILE = "shred-register";
    private static final String FORMAT = "leerspoor-shred-register-1";

    private final Optional<Path> file;
    private final Optional<AuthenticationKeys> codes;
    private final Clock clock;

    private ShredRegister(Optional<Path> file, Optional<AuthenticationKeys> codes, Clock clock) {
        this.file = file;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The erasure of a person.
     *
     * @param caseId what decided it
     * @param on     the day on which it took effect
     * @param ground the code of what it rests on
     */
    public record Erasure(UUID person, UUID caseId, LocalDate on, String ground) {

        public Erasure {
            if (!ground.matches("\\S+")) {
                throw new IllegalArgumentException("A ground is a code: '" + ground + "'");
            }
        }
    }

    /**
     * The register in a folder; none when it is blank.
     *
     * @param codes the keys of its codes, the newest first
     * @throws ShredRegisterRefused when there is a folder and no key
     */
    static ShredRegister in(String folder, Optional<AuthenticationKeys> codes, Clock clock) {
        Optional<Path> file = Optional.of(folder)
                .filter(named -> !named.isBlank())
                .map(named -> Path.of(named).toAbsolutePath().normalize().resolve(FILE));
        if (file.isPresent() && codes.isEmpty()) {
            throw new ShredRegisterRefused("The shred register " + file.get()
                    + " needs the key of codes: set leerspoor.proof.mac-key-file (LEERSPOOR_MAC_KEY_FILE).");
        }
        return new ShredRegister(file, codes, clock);
    }

    /** Whether there is to be one. */
    public boolean isKept() {
        return file.isPresent();
    }

    /** Whether it was begun. */
    public boolean exists() {
        return file.filter(Files::exists).isPresent();
    }

    /** @throws KeysAway when there is none: then nobody is erased */
    void requireKept() {
        if (!isKept()) {
            throw new KeysAway("This process has no shred register");
        }
    }

    /**
     * Begins it, with whom is known to be erased already.
     *
     * @throws ShredRegisterRefused when it can't be written
     */
    public synchronized void found(Collection<Erasure> known) {
        Path path = file.orElseThrow();
        try {
            Files.createDirectories(path.getParent());
            Chain chain = new Chain();
            String beginning = chain.next(FORMAT + " " + clock.instant());
            StringBuilder lines = new StringBuilder(beginning);
            known.forEach(erasure -> lines.append(chain.next(line(erasure))));
            Path unfinished = Files.createTempFile(path.getParent(), FILE, ".unfinished");
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                write(channel, lines.toString());
            }
            Files.move(unfinished, path);
            try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new ShredRegisterRefused(
                    "The shred register " + path + " can't be made ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    /**
     * Who was erased, in that order; nobody where there is no register.
     *
     * @throws ShredRegisterRefused when it can't be read, or somebody changed it
     */
    public List<Erasure> read() {
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return parsed(Files.readString(file.get())).erasures();
        } catch (NoSuchFileException missing) {
            throw new ShredRegisterRefused("The shred register " + file.get() + " is missing.");
        } catch (IOException e) {
            throw new ShredRegisterRefused(
                    "The shred register " + file.get() + " can't be read ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    /**
     * Adds an erasure, unless the person stands in it already, and returns when that is on disk.
     *
     * @throws KeysAway when it can't be written now
     */
    synchronized void add(Erasure erasure) {
        requireKept();
        Path path = file.orElseThrow();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // until the file is closed; closing it anywhere else in this process would give the lock back
            channel.lock();
            Content content = parsed(whole(channel));
            if (content.people().contains(erasure.person())) {
                return;
            }
            channel.truncate(content.length());
            channel.position(content.length());
            write(channel, content.chain().next(line(erasure)));
        } catch (IOException | ShredRegisterRefused e) {
            throw new KeysAway("The shred register can't be written", e);
        }
    }

    private static String whole(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads on to the end
        }
        return UTF_8.decode(bytes.flip()).toString();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private String line(Erasure erasure) {
        return String.join(
                " ",
                clock.instant().toString(),
                erasure.person().toString(),
                erasure.caseId().toString(),
                erasure.on().toString(),
                erasure.ground());
    }

    /** What stands in the file, but for a last line that was not written to its end. */
    private record Content(List<Erasure> erasures, Set<UUID> people, Chain chain, long length) {}

    private Content parsed(String text) {
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<String> lines = whole.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith(FORMAT + " ")) {
            throw new ShredRegisterRefused(file.orElseThrow() + " is no shred register.");
        }
        Chain chain = new Chain();
        List<Erasure> erasures = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String said = chain.checked(lines.get(number - 1), number);
            if (number > 1) {
                erasures.add(erasure(said, number));
            }
        }
        Set<UUID> people = new HashSet<>();
        erasures.forEach(erasure -> people.add(erasure.person()));
        return new Content(erasures, people, chain, whole.getBytes(UTF_8).length);
    }

    private Erasure erasure(String line, int number) {
        try {
            String[] parts = line.split(" ");
            return new Erasure(
                    UUID.fromString(parts[1]), UUID.fromString(parts[2]), LocalDate.parse(parts[3]), parts[4]);
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException unreadable) {
            throw changed(number);
        }
    }

    private ShredRegisterRefused changed(int number) {
        return new ShredRegisterRefused("The shred register " + file.orElseThrow() + " was changed at line " + number
                + ", or its key of codes is missing: put back the register and the keys that belong together.");
    }

    /** The codes of the lines, each over its line and the code before. */
    private final class Chain {

        private String last = "";

        /** A line with its code. */
        String next(String line) {
            last = Base64.getEncoder().encodeToString(codes.orElseThrow().code(bytes(line)));
            return line + " " + last + "\n";
        }

        /** What a line says. */
        String checked(String line, int number) {
            int end = line.lastIndexOf(' ');
            String said = line.substring(0, Math.max(end, 0));
            String code = line.substring(end + 1);
            if (!codes.orElseThrow().isGenuine(bytes(said), decoded(code, number))) {
                throw changed(number);
            }
            last = code;
            return said;
        }

        private byte[] decoded(String code, int number) {
            try {
                return Base64.getDecoder().decode(code);
            } catch (IllegalArgumentException noCode) {
                throw changed(number);
            }
        }

        private byte[] bytes(String line) {
            return (FORMAT + "\n" + last + "\n" + line).getBytes(UTF_8);
        }
    }
}
