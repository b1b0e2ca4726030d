package nl.leerspoor.platform.proof.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.leerspoor.platform.proof.AuthenticationKeys;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.JsonLine;
import nl.leerspoor.platform.proof.NoteKey;
import nl.leerspoor.platform.proof.RunningRoot;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.proof.WitnessKey;

/** Checks an export of the log line by line, in the memory of one line and a number per stream. */
final class ExportCheck {

    private static final String FORMAT = "leerspoor-log-1";
    private static final int MOST_FINDINGS = 50;

    /** Something is not as it was: where, and what. */
    record Finding(String what) {}

    /** An export that can't be read to its end says nothing. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private final List<NoteKey> keys;
    private final Witnesses witnesses;
    private final Optional<AuthenticationKeys> codes;
    private final long withoutCodesUpTo;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<Long, Hash> rootsAt = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final RunningRoot tree = new RunningRoot();
    private final SealedLeaves sealed = new SealedLeaves();
    private SignedNote newest;
    private long lines;
    private long lastPosition;
    private long withCodes;
    private boolean begun;
    private boolean ended;

    /**
     * @param keys             public keys of logs: checkpoints of others say nothing
     * @param witnesses        keys of those who have to have seen the log
     * @param codes            to check authentication codes, if they are at hand
     * @param withoutCodesUpTo the position up to which no codes are asked for
     */
    ExportCheck(
            List<NoteKey> keys, List<WitnessKey> witnesses, Optional<AuthenticationKeys> codes, long withoutCodesUpTo) {
        this.keys = keys;
        this.witnesses = new Witnesses(witnesses);
        this.codes = codes;
        this.withoutCodesUpTo = withoutCodesUpTo;
    }

    /** Takes a checkpoint from elsewhere, before the first line: one that was kept, or published. */
    void checkpoint(String note, String source) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            Optional<NoteKey> key = keys.stream()
                    .filter(one -> one.name().equals(checkpoint.origin()))
                    .findFirst();
            if (key.isEmpty()) {
                return;
            }
            if (signed.isSignedBy(key.get())) {
                checkpoints.add(checkpoint);
                newest = checkpoints.stream().anyMatch(one -> one.size() > checkpoint.size()) ? newest : signed;
                witnesses
                        .look(signed, checkpoint, "of " + checkpoint.size() + " events " + source)
                        .forEach(this::find);
                rootsAt.put(checkpoint.size(), checkpoint.size() == tree.size() ? tree.root() : null);
            } else {
                find("the checkpoint of %d events %s was not signed with the key of %s"
                        .formatted(checkpoint.size(), source, checkpoint.origin()));
            }
        } catch (IllegalArgumentException malformed) {
            find("a checkpoint " + source + " is none: " + malformed.getMessage());
        }
    }

    /** Takes the next line of the export. */
    void line(String line) throws Unreadable {
        lines++;
        try {
            Map<String, String> members = JsonLine.parse(line);
            if (!begun) {
                begin(members);
            } else if (ended) {
                throw new IllegalArgumentException("there is something after the end");
            } else if (members.containsKey("checkpoint") && tree.size() == 0) {
                checkpoint(members.get("checkpoint"), "in the export");
            } else if (members.containsKey("hashes")) {
                Tile tile = Tile.of(0, 0, bytes(members, "hashes"));
                sealed.add(tile.hashes(), number(members, "last"));
            } else if (members.containsKey("end")) {
                end(number(members, "end"));
            } else {
                event(members);
            }
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("line " + lines + " can't be read: " + wrong.getMessage());
        }
    }

    /** What was found, after the last line. */
    List<Finding> findings() throws Unreadable {
        if (!ended) {
            throw new Unreadable("the export breaks off after line " + lines + ": get it again");
        }
        if (checkpoints.isEmpty()) {
            find("no checkpoint is signed with a key that was given");
        }
        witnesses.absent().forEach(this::find);
        boolean same = true;
        for (Checkpoint checkpoint : checkpoints) {
            same &= isKept(checkpoint);
        }
        List<String> differences = sealed.differences();
        if (same && !differences.isEmpty()) {
            find("the tiles of the log are not those of its events, though its checkpoints are: "
                    + differences.getFirst());
        } else {
            differences.forEach(this::find);
        }
        return findings;
    }

    /** How many events there are, and how many of them are under a signature. */
    String summary() {
        long signed = checkpoints.stream().mapToLong(Checkpoint::size).max().orElse(0);
        long unsealed = Math.max(0, tree.size() - signed);
        String codesSaid = codes.isEmpty()
                ? "authentication codes were not checked, for their key was not given"
                : withCodes + " have a genuine authentication code";
        String summary =
                "%d events in %d streams, in order and without gaps; the first %d are under a signed checkpoint; %s"
                        .formatted(tree.size(), versions.size(), Math.min(signed, tree.size()), codesSaid);
        return unsealed > 0 && codes.isEmpty()
                ? summary + "; the last " + unsealed + " were not sealed yet, and nothing is known about them"
                : summary;
    }

    /** What witnesses say, each in a sentence. */
    List<String> witnessed() {
        return witnesses.said();
    }

    /** The checkpoint of most events that was found genuine. */
    Optional<SignedNote> newest() {
        return Optional.ofNullable(newest);
    }

    private void begin(Map<String, String> members) {
        if (!FORMAT.equals(members.get("format")) || !EventRow.FORMAT.equals(members.get("events"))) {
            throw new IllegalArgumentException("this is no export in the format " + FORMAT + " of " + EventRow.FORMAT);
        }
        begun = true;
    }

    private void end(long events) {
        if (events != tree.size()) {
            throw new IllegalArgumentException("it has %d events and says %d".formatted(tree.size(), events));
        }
        ended = true;
    }

    private void event(Map<String, String> members) {
        EventRow event = row(members);
        order(event);
        code(event, Optional.ofNullable(members.get("mac")).map(Base64.getDecoder()::decode));
        Hash leaf = event.leaf();
        sealed.compare(event.position(), leaf);
        tree.add(leaf);
        if (rootsAt.containsKey(tree.size())) {
            rootsAt.put(tree.size(), tree.root());
        }
    }

    /** The event that a line is; throws when it is none. */
    static EventRow row(Map<String, String> members) {
        return new EventRow(
                number(members, "position"),
                text(members, "eventId"),
                text(members, "stream"),
                number(members, "version"),
                text(members, "streamType"),
                text(members, "name"),
                text(members, "revision"),
                bytes(members, "payload"),
                bytes(members, "metadata"),
                text(members, "timestamp"));
    }

    private void order(EventRow event) {
        if (event.position() <= lastPosition) {
            find("the event at position %d comes after position %d".formatted(event.position(), lastPosition));
        }
        lastPosition = event.position();
        Long before = versions.put(event.stream(), event.version());
        long expected = before == null ? 0 : before + 1;
        if (event.version() != expected) {
            find("the event at position %d is number %d of stream %s, where number %d should be"
                    .formatted(event.position(), event.version(), event.stream(), expected));
        }
    }

    /** Events from before the first checkpoint may be older than codes are. */
    private void code(EventRow event, Optional<byte[]> code) {
        if (codes.isEmpty() || event.position() <= withoutCodesUpTo) {
            return;
        }
        if (code.isPresent()) {
            if (codes.get().isGenuine(event, code.get())) {
                withCodes++;
            } else {
                find("the event at position %d (%s) is not the one that its authentication code is over"
                        .formatted(event.position(), event.eventId()));
            }
        } else if (checkpoints.stream().anyMatch(checkpoint -> checkpoint.size() <= tree.size())) {
            find("the event at position %d (%s) has no authentication code"
                    .formatted(event.position(), event.eventId()));
        }
    }

    private boolean isKept(Checkpoint checkpoint) {
        if (checkpoint.size() > tree.size()) {
            find("the log is shorter than a checkpoint of %s: %d events instead of %d"
                    .formatted(checkpoint.origin(), tree.size(), checkpoint.size()));
            return false;
        }
        if (!checkpoint.root().equals(rootsAt.get(checkpoint.size()))) {
            find("the first %d events are not those that %s signed".formatted(checkpoint.size(), checkpoint.origin()));
            return false;
        }
        return true;
    }

    private void find(String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(what));
        }
    }

    private static String text(Map<String, String> members, String name) {
        String text = members.get(name);
        if (text == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return text;
    }

    private static long number(Map<String, String> members, String name) {
        return Long.parseLong(text(members, name));
    }

    private static byte[] bytes(Map<String, String> members, String name) {
        return Base64.getDecoder().decode(text(members, name));
    }
}
