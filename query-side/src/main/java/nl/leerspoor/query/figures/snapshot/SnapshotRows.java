package nl.leerspoor.query.figures.snapshot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.ReportedFigure;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.stereotype.Component;

/** Finds published reports. */
@Component
class SnapshotRows {

    /** Reports as they are known now. */
    static final String SNAPSHOTS = """
            select s.*, case when s.superseded_by is null then 'PUBLISHED' else 'SUPERSEDED' end as state
              from query.report_snapshot_period s
             where s.known_until = 'infinity' and s.holds_until = 'infinity'""";

    private final ScopedViews views;
    private final CaughtUp caughtUp;

    SnapshotRows(ScopedViews views, CaughtUp caughtUp) {
        this.views = views;
        this.caughtUp = caughtUp;
    }

    /**
     * A report.
     *
     * @param figures  in the order of their names
     * @param position of the last event about it
     */
    record Found(SnapshotView snapshot, List<ReportedFigure> figures, long position) {

        /** What its figures and dates hash to, by what they are now. */
        Report report() {
            return new Report(
                    snapshot.region(),
                    snapshot.validOn(),
                    snapshot.knownOn(),
                    snapshot.knownAt(),
                    snapshot.definitionVersion(),
                    figures);
        }

        Map<String, BigDecimal> numbers() {
            return byName(figures);
        }
    }

    /**
     * A report.
     *
     * @throws ProblemException with 404 when there is none in this scope, with 503 when the view is behind
     */
    Found find(Scope scope, UUID id, long minPosition) {
        caughtUp.position(List.of(Views.SNAPSHOTS), minPosition);
        Optional<Found> found = views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql("select * from (" + SNAPSHOTS + ") s where snapshot_id = :snapshot and "
                                + scope.condition(Own.NOTHING)))
                        .param("snapshot", id)
                        .query((row, n) -> {
                            var columns = new Columns(row);
                            return new Found(
                                    SnapshotView.of(columns, null),
                                    columns.parts("figures", ReportedFigure.class),
                                    columns.bigNumber("applied_position"));
                        })
                        .optional());
        return found.orElseThrow(() -> new ProblemException(
                HttpProblem.NOT_FOUND.saying("Dit verslag is er niet.", "There is no such report.")));
    }

    /** Numbers by name, in the order of their names. */
    static Map<String, BigDecimal> byName(List<ReportedFigure> figures) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        figures.forEach(figure -> numbers.put(figure.name(), figure.value()));
        return numbers;
    }
}
