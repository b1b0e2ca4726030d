package nl.leerspoor.command.reportsnapshot;

import nl.leerspoor.command.By;
import nl.leerspoor.command.ClaimedKeys;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Outcome;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.ToldFigures;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.PublishSnapshot;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.SupersedeSnapshot;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Publishes reports, of which there is one with the same dates and definitions in a region, and supersedes them. */
@Component
class ReportSnapshotHandler {

    private final Repository<ReportSnapshotStream> snapshots;
    private final ToldFigures told;
    private final ClaimedKeys claims;

    ReportSnapshotHandler(Repository<ReportSnapshotStream> snapshots, ToldFigures told, ClaimedKeys claims) {
        this.snapshots = snapshots;
        this.told = told;
        this.claims = claims;
    }

    @CommandHandler
    Outcome handle(PublishSnapshot command, By by) {
        Aggregate<ReportSnapshotStream> snapshot =
                Streams.create(snapshots, command.target(), ReportSnapshotStream::new);
        ReportSnapshot state = snapshot.invoke(stream -> stream.timeline().latest());
        Decision<ReportSnapshotEvent> decision =
                Publishing.publish(state, command, told.under(command.hash()), by.at());
        return Joint.by(by)
                .with(snapshot, decision)
                .claiming(
                        claims,
                        "report-snapshot/" + command.region(),
                        "%s/%s/%d".formatted(command.validOn(), command.knownOn(), command.definitionVersion()),
                        command.snapshotId(),
                        ReportSnapshotRefusal.SNAPSHOT_ALREADY_PUBLISHED)
                .record();
    }

    @CommandHandler
    Outcome handle(SupersedeSnapshot command, By by) {
        Aggregate<ReportSnapshotStream> snapshot = Streams.load(snapshots, command.target());
        ReportSnapshot state = snapshot.invoke(stream -> stream.on(command.effectiveOn()));
        return Joint.by(by)
                .with(
                        snapshot,
                        Publishing.supersede(
                                state,
                                command,
                                Streams.find(snapshots, command.supersededBy())
                                        .map(found -> found.invoke(stream -> stream.on(command.effectiveOn())))))
                .record();
    }
}
