package nl.leerspoor.platform.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text with signatures below it (c2sp.org/signed-note).
 *
 * @param text       ends with a line feed
 * @param signatures one at least; those by keys that nobody asks for say nothing
 */
public record SignedNote(String text, List<By> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 16;
    private static final int LONGEST = 100_000;

    /**
     * A signature.
     *
     * @param name whose it is
     * @param id   of the key
     */
    public record By(String name, int id, byte[] signature) {

        /** As it stands below a note. */
        public String line() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(id)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        /** Reads a line; throws when it is none. */
        public static By parse(String line) {
            String[] parts = line.split(" ");
            if (!line.startsWith(DASH) || parts.length != 3 || !NoteKey.isName(parts[1])) {
                throw new IllegalArgumentException("A signature is '" + DASH + "<name> <base64>'");
            }
            byte[] all = Base64.getDecoder().decode(parts[2]);
            if (all.length <= Integer.BYTES) {
                throw new IllegalArgumentException("A signature has an id and more");
            }
            return new By(parts[1], ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, Integer.BYTES, all.length));
        }
    }

    public SignedNote {
        if (!text.endsWith("\n") || !isPlain(text)) {
            throw new IllegalArgumentException("The text of a note ends with a line feed and has no other controls");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        signatures = List.copyOf(signatures);
    }

    /** Reads a note as it was sent or stored; throws when it is none. It says nothing yet about who signed it. */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || blank < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("A note is a text, an empty line, and signatures");
        }
        List<By> signatures = new ArrayList<>();
        note.substring(blank + 2).lines().forEach(line -> signatures.add(By.parse(line)));
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** Whether the owner of the key signed this. A signature in the name of the key that is not by it makes it false. */
    public boolean isSignedBy(NoteKey key) {
        List<By> theirs = signatures.stream()
                .filter(by -> by.name().equals(key.name()) && by.id() == key.id())
                .toList();
        return !theirs.isEmpty() && theirs.stream().allMatch(by -> key.hasSigned(text, by.signature()));
    }

    /** The same with more signatures, but for those that it has. */
    public SignedNote with(List<By> more) {
        Map<String, By> all = new LinkedHashMap<>();
        Stream.concat(signatures.stream(), more.stream()).forEach(by -> all.putIfAbsent(by.line(), by));
        return new SignedNote(text, List.copyOf(all.values()));
    }

    /** As it is sent and stored. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(by -> note.append(by.line()));
        return note.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(letter -> letter < ' ' && letter != '\n');
    }
}
