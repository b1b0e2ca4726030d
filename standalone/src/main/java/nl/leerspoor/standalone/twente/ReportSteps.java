package nl.leerspoor.standalone.twente;

import nl.leerspoor.command.Command;
import nl.leerspoor.command.reportsnapshot.ReportSnapshotCommand.PublishSnapshot;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;

/** What the pilot reported. */
final class ReportSteps {

    private ReportSteps() {}

    /** Publishes what was told of a day. */
    static Command publish(ScenarioFact fact, Report told) {
        return new PublishSnapshot(
                TwenteIds.of("reportsnapshot", fact.text("peildatum")),
                told.region(),
                fact.effectiveOn(),
                told.validOn(),
                told.knownOn(),
                told.definitionVersion(),
                told.hash());
    }
}
