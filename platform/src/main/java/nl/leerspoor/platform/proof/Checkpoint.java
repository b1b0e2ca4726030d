package nl.leerspoor.platform.proof;

import java.util.List;

/**
 * How large a log was at some time, and the root over it (c2sp.org/tlog-checkpoint). Signed, it can't be taken back: every
 * later log must begin with these entries.
 *
 * @param origin which log it is, for all the world
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    public Checkpoint {
        if (!NoteKey.isName(origin) || size < 0) {
            throw new IllegalArgumentException("Not the origin or the size of a log");
        }
    }

    /** Reads the text of a checkpoint; throws when it is none. What stands below its three lines says nothing to us. */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES || !lines.get(1).matches("0|[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("A checkpoint is an origin, a size and a root");
        }
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    public SignedNote sign(NoteSigner signer) {
        return signer.sign(text());
    }
}
