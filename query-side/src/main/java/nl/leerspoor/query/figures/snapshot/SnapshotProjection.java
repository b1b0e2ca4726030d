package nl.leerspoor.query.figures.snapshot;

import java.util.Optional;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent;
import nl.leerspoor.query.figures.snapshot.SnapshotState.Supersession;
import nl.leerspoor.query.projection.Projection;
import nl.leerspoor.query.projection.Row;
import nl.leerspoor.query.projection.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code query.report_snapshot_period}. */
@Configuration(proxyBeanMethods = false)
class SnapshotProjection {

    @Bean
    Projection<ReportSnapshotEvent, SnapshotState> snapshots() {
        return new Projection<>(
                Views.SNAPSHOTS,
                ReportSnapshotEvent.class,
                SnapshotCourse::evolve,
                1,
                "report_snapshot_period",
                "snapshot_id",
                SnapshotProjection::row);
    }

    private static Row row(SnapshotState state) {
        var report = state.report();
        Optional<Supersession> supersession = Optional.ofNullable(state.supersession());
        return new Row()
                .with("region", report.region())
                .with("valid_on", report.validOn())
                .with("known_on", report.knownOn())
                .with("known_at", report.knownAt())
                .with("definition_version", report.definitionVersion())
                .withJson("figures", report.figures())
                .with("hash", state.hash())
                .with("event_id", state.publication().eventId())
                .with("published_on", state.publication().on())
                .with("published_at", state.publication().at())
                .with("published_by", state.publication().by())
                .with("superseded_by", supersession.map(Supersession::by).orElse(null))
                .with("superseded_on", supersession.map(Supersession::on).orElse(null))
                .with(
                        "superseding_reason",
                        supersession.map(Supersession::reason).orElse(null));
    }
}
