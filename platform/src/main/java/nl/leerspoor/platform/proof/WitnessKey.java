package nl.leerspoor.platform.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The public key of a witness, who says of a log that it saw it grow, and when (c2sp.org/tlog-cosignature, the type with
 * Ed25519). Written as {@code <name>+<id in hexadecimal>+<base64 of the type, 4, and the key>}.
 *
 * @param key its name and its bytes
 */
public record WitnessKey(NoteKey key) {

    static final byte COSIGNATURE = 4;

    private static final String HEADER = "cosignature/v1\ntime ";
    private static final int SIGNATURE = 64;

    /** Reads a key; throws when it is not one of these, or not what it says it is. */
    public static WitnessKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("The key of a witness is <name>+<id>+<base64>");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != NoteKey.LENGTH + 1 || typed[0] != COSIGNATURE) {
            throw new IllegalArgumentException("Not the Ed25519 key of a witness");
        }
        var key = new WitnessKey(new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length)));
        if (!key.idText().equals(parts[1])) {
            throw new IllegalArgumentException("The key of the witness does not have the id that stands before it");
        }
        return key;
    }

    public String name() {
        return key.name();
    }

    /** What people call it by: its name and its id. */
    public String label() {
        return name() + "+" + idText();
    }

    /**
     * What a witness says of a checkpoint.
     *
     * @param at   when it saw it, to the second
     * @param line as it stands below the checkpoint
     */
    public record Cosignature(Instant at, SignedNote.By line) {}

    /** Whether a note has a line in the name of this key, genuine or not. */
    public boolean isNamedIn(SignedNote note) {
        return !theirs(note).isEmpty();
    }

    /**
     * When the owner of the key cosigned this, for the first time if more than once; empty when they did not. A line in the
     * name of the key that is not by it makes it empty.
     */
    public Optional<Cosignature> cosignature(SignedNote note) {
        List<SignedNote.By> theirs = theirs(note);
        return theirs.stream().allMatch(by -> isGenuine(note.text(), by.signature()))
                ? theirs.stream()
                        .map(by -> new Cosignature(Instant.ofEpochSecond(time(by.signature())), by))
                        .min((one, other) -> one.at().compareTo(other.at()))
                : Optional.empty();
    }

    private List<SignedNote.By> theirs(SignedNote note) {
        return note.signatures().stream()
                .filter(by -> by.name().equals(name()) && by.id() == id())
                .toList();
    }

    private boolean isGenuine(String text, byte[] timed) {
        return timed.length == Long.BYTES + SIGNATURE
                && time(timed) >= 0
                && time(timed) <= Instant.MAX.getEpochSecond()
                && key.hasSigned(message(text, time(timed)), Arrays.copyOfRange(timed, Long.BYTES, timed.length));
    }

    private static long time(byte[] timed) {
        return ByteBuffer.wrap(timed).getLong();
    }

    /** What a witness signs. */
    static String message(String text, long time) {
        return HEADER + time + "\n" + text;
    }

    int id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name() + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(COSIGNATURE);
        return ByteBuffer.wrap(digest.digest(key.ed25519())).getInt();
    }

    private String idText() {
        return "%08x".formatted(id());
    }

    /** As it is written down. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + NoteKey.LENGTH)
                .put(COSIGNATURE)
                .put(key.ed25519())
                .array();
        return label() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
