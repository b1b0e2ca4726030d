package nl.leerspoor.query.trajectories;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import nl.leerspoor.query.question.TwoClocks;
import org.springframework.stereotype.Component;

/** Reads single trajectories on two clocks. */
@Component
class TrajectoryRows {

    private static final String VERSION = """
            select a.version from query.applied_stream a
              join query.view_version v on v.view || '@' || v.number = a.view
             where v.view = :view and v.state = 'SERVING' and a.stream_id = :id""";

    /** Whose a trajectory is: of the school and the leerbedrijf of its match, and of who guides it. */
    static final Own OWN = new Own(
            "(school_id = :scopeOrganisation or cast(leerbedrijf_id as text) = :scopeOrganisation)",
            "werkcoach_id = :scopeWerkcoach");

    private final ScopedViews views;

    TrajectoryRows(ScopedViews views) {
        this.views = views;
    }

    /**
     * A trajectory as it was on a day.
     *
     * @param version of its stream, as far as the view has applied it: the place of the last event
     */
    record Found(TrajectoryView trajectory, long version) {}

    /** One trajectory as it was on a day, with the version by which it was read: in one statement they agree. */
    Optional<Found> find(Scope scope, UUID id, TwoClocks clocks) {
        String rows = "select t.*, (" + VERSION + ") as version"
                + " from query.trajectory_period t where t.trajectory_id = :id and " + clocks.hold("t")
                + " and " + scope.condition(OWN);
        return views.read(
                scope,
                jdbc -> scope.bind(clocks.bind(jdbc.sql(rows)))
                        .param("id", id)
                        .param("view", Views.TRAJECTORIES)
                        .query((row, n) -> new Found(
                                TrajectoryView.of(new Columns(row), clocks), row.getObject("version", Long.class)))
                        .optional());
    }

    /** The first day of the first praktijkovereenkomst that came into force, of a trajectory that was found. */
    Optional<LocalDate> firstAgreementFrom(Scope scope, UUID id, TwoClocks clocks) {
        String rows = "select p.starts_on from query.praktijkovereenkomst_period p"
                + " where p.trajectory_id = :id and p.activated_on is not null and " + clocks.hold("p")
                + " order by p.starts_on limit 1";
        return views.read(
                scope,
                jdbc -> clocks.bind(jdbc.sql(rows))
                        .param("id", id)
                        .query((row, n) -> new Columns(row).day("starts_on"))
                        .optional());
    }
}
