package nl.leerspoor.platform.proof.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leerspoor.platform.proof.Checkpoint;
import nl.leerspoor.platform.proof.EventRow;
import nl.leerspoor.platform.proof.JsonLine;
import nl.leerspoor.platform.proof.RunningRoot;
import nl.leerspoor.platform.proof.dossier.Manifest;
import nl.leerspoor.platform.proof.dossier.ProvenEvent;
import nl.leerspoor.platform.proof.verifier.ExportCheck.Unreadable;

/**
 * Looks whether a dossier has all that the log has of it, in an export that reaches as far as its checkpoint: then nothing
 * was left out at the end of a stream either, nor a stream that begins with what the dossier is of.
 */
final class DossierInLog {

    private final Manifest.About about;
    private final Checkpoint checkpoint;
    private final Set<Long> positions = new HashSet<>();
    private final Set<String> streams = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private final RunningRoot tree = new RunningRoot();

    DossierInLog(Manifest.About about, Checkpoint checkpoint, List<ProvenEvent> events) {
        this.about = about;
        this.checkpoint = checkpoint;
        events.forEach(event -> {
            positions.add(event.row().position());
            streams.add(event.row().stream());
        });
    }

    /** Takes the next line of the export; those after the dossier's checkpoint say nothing. */
    void line(String line) throws Unreadable {
        try {
            Map<String, String> members = JsonLine.parse(line);
            if (members.containsKey("eventId") && tree.size() < checkpoint.size()) {
                event(ExportCheck.row(members));
            }
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("a line of the log can't be read: " + wrong.getMessage());
        }
    }

    /** What the log has and the dossier has not, after the last line. */
    List<String> findings() throws Unreadable {
        if (tree.size() < checkpoint.size()) {
            throw new Unreadable("the log ends before the checkpoint of the dossier: %d events instead of %d"
                    .formatted(tree.size(), checkpoint.size()));
        }
        if (!tree.root().equals(checkpoint.root())) {
            findings.addFirst("the log that was given is not the one of the dossier's checkpoint");
        }
        return findings;
    }

    private void event(EventRow row) {
        tree.add(row.leaf());
        boolean missing = streams.contains(row.stream()) ? !positions.contains(row.position()) : begins(row);
        if (missing) {
            findings.add("the event at position %d (%s), number %d of stream %s, is in the log and not in the dossier"
                    .formatted(row.position(), row.name(), row.version(), row.stream()));
        }
    }

    private boolean begins(EventRow row) {
        if (row.version() != 0) {
            return false;
        }
        try {
            String payload = new String(row.payload(), StandardCharsets.UTF_8);
            return about.id().equals(JsonLine.outer(payload).get(about.kind() + "Id"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
