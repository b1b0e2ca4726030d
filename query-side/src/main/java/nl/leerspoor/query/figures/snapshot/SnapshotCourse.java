package nl.leerspoor.query.figures.snapshot;

import nl.leerspoor.events.Fact;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotPublished;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportSnapshotSuperseded;
import nl.leerspoor.query.figures.snapshot.SnapshotState.Publication;

/** What each fact changes in what is told of a report; never its figures. */
final class SnapshotCourse {

    private SnapshotCourse() {}

    static SnapshotState evolve(SnapshotState state, Fact<ReportSnapshotEvent> fact) {
        return switch (fact.event()) {
            case ReportSnapshotPublished e ->
                new SnapshotState(
                        e.report(),
                        e.hash(),
                        new Publication(fact.id(), fact.effectiveOn(), fact.recordedAt(), fact.recordedBy()),
                        null);
            case ReportSnapshotSuperseded e -> state.superseded(e.supersededBy(), fact.effectiveOn(), e.reason());
        };
    }
}
