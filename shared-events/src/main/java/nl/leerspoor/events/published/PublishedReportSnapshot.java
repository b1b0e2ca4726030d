package nl.leerspoor.events.published;

import static nl.leerspoor.events.published.Telling.told;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;

/** What is told of reported figures; the numbers are for who may read them, since small ones may tell of people. */
@About(stream = "reportsnapshot", collection = "snapshots", readAt = "/v1/snapshots/{subject}")
public sealed interface PublishedReportSnapshot extends Published {

    UUID snapshotId();

    @Override
    default UUID subject() {
        return snapshotId();
    }

    @Told(
            title = "Verslag gepubliceerd",
            english = "Report snapshot published",
            description =
                    "De kengetallen van een regio op een dag zijn gepubliceerd, en veranderen in dit verslag niet meer.",
            duty = Duty.FETCH)
    record ReportSnapshotPublished(
            UUID snapshotId,
            String region,
            LocalDate effectiveOn,
            LocalDate validOn,
            LocalDate knownOn,
            int definitionVersion)
            implements PublishedReportSnapshot {}

    @Told(
            title = "Verslag vervangen",
            english = "Report snapshot superseded",
            description = "Een verslag met latere kennis kwam in de plaats van dit, dat blijft zoals het was.",
            duty = Duty.FETCH)
    record ReportSnapshotSuperseded(
            UUID snapshotId, String region, LocalDate effectiveOn, UUID supersededBy, String supersedingReason)
            implements PublishedReportSnapshot {}

    static Telling of(ReportSnapshotEvent event) {
        return switch (event) {
            case ReportSnapshotEvent.ReportSnapshotPublished e ->
                told(new ReportSnapshotPublished(
                        e.snapshotId(), e.region(), e.effectiveOn(), e.validOn(), e.knownOn(), e.definitionVersion()));
            case ReportSnapshotEvent.ReportSnapshotSuperseded e ->
                told(new ReportSnapshotSuperseded(
                        e.snapshotId(), e.region(), e.effectiveOn(), e.supersededBy(), e.reason()));
        };
    }
}
