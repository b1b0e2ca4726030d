package nl.leerspoor.platform.proof.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.SignedNote;
import nl.leerspoor.platform.proof.WitnessKey;
import nl.leerspoor.platform.proof.WitnessKey.Cosignature;

/** What witnesses say of the checkpoints of a log. */
final class Witnesses {

    /** The most events of which a witness said that it saw them, and when. */
    private record Seen(long size, Cosignature cosignature) {}

    private final List<WitnessKey> keys;
    private final Map<WitnessKey, Seen> seen = new LinkedHashMap<>();

    Witnesses(List<WitnessKey> keys) {
        this.keys = keys;
    }

    /** Takes a checkpoint that the log signed, and gives what is wrong with the lines of witnesses below it. */
    List<String> look(SignedNote note, Checkpoint checkpoint, String which) {
        List<String> wrong = new ArrayList<>();
        for (WitnessKey key : keys) {
            key.cosignature(note)
                    .ifPresentOrElse(
                            by -> seen.merge(
                                    key,
                                    new Seen(checkpoint.size(), by),
                                    (one, other) -> other.size() > one.size() ? other : one),
                            () -> {
                                if (key.isNamedIn(note)) {
                                    wrong.add("the checkpoint " + which + " was not cosigned by " + key.label()
                                            + ", though it says so");
                                }
                            });
        }
        return wrong;
    }

    /** Who has seen nothing of the log. */
    List<String> absent() {
        return keys.stream()
                .filter(key -> !seen.containsKey(key))
                .map(key -> "no checkpoint was cosigned by " + key.label())
                .toList();
    }

    List<String> said() {
        return seen.entrySet().stream()
                .map(entry -> "%s says that it saw the first %d at %s"
                        .formatted(
                                entry.getKey().name(),
                                entry.getValue().size(),
                                entry.getValue().cosignature().at()))
                .toList();
    }
}
