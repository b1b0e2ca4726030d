package nl.leerspoor.command.reportsnapshot;

import nl.leerspoor.command.Stream;
import nl.leerspoor.command.TargetOfCommand;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** The stream of one report. {@link ReportSnapshotHandler} decides on it with what was told, and with other reports. */
@Aggregate(type = "reportsnapshot", filterEventsByType = true, commandTargetResolver = TargetOfCommand.NAME)
public class ReportSnapshotStream extends Stream<ReportSnapshotEvent, ReportSnapshot> {

    public ReportSnapshotStream() {
        super(new ReportSnapshot.NotPublished(), ReportSnapshot::evolve);
    }

    @EventSourcingHandler
    void on(ReportSnapshotEvent event, EventMessage<?> message) {
        append(event.snapshotId(), event, message);
    }
}
