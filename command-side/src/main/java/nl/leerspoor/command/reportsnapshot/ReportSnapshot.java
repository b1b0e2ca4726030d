package nl.leerspoor.command.reportsnapshot;

import java.util.UUID;
import nl.leerspoor.command.Timeline.Impossible;
import nl.leerspoor.events.Fact;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotPublished;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotSuperseded;

/** A report as the facts make it. */
sealed interface ReportSnapshot {

    /** Nothing was published under this id. */
    record NotPublished() implements ReportSnapshot {}

    /** It stands. */
    record Published(UUID id, Report report) implements ReportSnapshot {}

    /** Another one took its place. */
    record Superseded(UUID id, Report report, UUID by) implements ReportSnapshot {}

    /** The state after one more fact. */
    static ReportSnapshot evolve(ReportSnapshot state, Fact<ReportSnapshotEvent> fact) {
        return switch (fact.event()) {
            case ReportSnapshotPublished e
            when state instanceof NotPublished -> new Published(e.snapshotId(), e.report());
            case ReportSnapshotPublished e -> throw new Impossible(state, e);
            case ReportSnapshotSuperseded e
            when state instanceof Published published ->
                new Superseded(published.id(), published.report(), e.supersededBy());
            case ReportSnapshotSuperseded e -> throw new Impossible(state, e);
        };
    }
}
