package nl.leerspoor.query.figures.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;

/**
 * A published report.
 *
 * @param supersession null while it stands
 */
record SnapshotState(Report report, String hash, Publication publication, Supersession supersession) {

    /** Who published it, and when. */
    record Publication(UUID eventId, LocalDate on, Instant at, String by) {}

    /** What took its place. */
    record Supersession(UUID by, LocalDate on, String reason) {}

    SnapshotState superseded(UUID by, LocalDate on, String reason) {
        return new SnapshotState(report, hash, publication, new Supersession(by, on, reason));
    }
}
