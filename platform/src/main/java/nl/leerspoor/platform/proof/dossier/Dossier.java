package nl.leerspoor.platform.proof.dossier;

import java.util.List;
import nl.leerspoor.platform.proof.Checkpoint;

/**
 * What page and table of a dossier tell.
 *
 * @param streams how many events each stream had in the log of the checkpoint
 * @param events  in the order of positions
 */
public record Dossier(
        Manifest.About about, Checkpoint checkpoint, List<Manifest.Stream> streams, List<ProvenEvent> events) {

    /** What is in the zip, and the hash of each file. */
    public static final String MANIFEST = "manifest.ndjson";

    /** The signed note. */
    public static final String CHECKPOINT = "checkpoint";

    /** A line for each event. */
    public static final String EVENTS = "events.ndjson";

    /** For people. */
    public static final String PAGE = "dossier.html";

    /** For spreadsheets. */
    public static final String TABLE = "gebeurtenissen.csv";

    /** Where the JSON Schemas of payloads are. */
    public static final String SCHEMAS = "schemas/";

    public Dossier {
        streams = List.copyOf(streams);
        events = List.copyOf(events);
    }
}
