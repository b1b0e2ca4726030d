package nl.leerspoor.query.audit;

import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.Own;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.stereotype.Component;

/** Knows whose streams are, for those who want to see all that was entered in one. A stream never leaves its region. */
@Component
class OwnStreams {

    /** Whoever has a trajectory now may know how it went before. */
    private static final String TRAJECTORY = """
            select trajectory_id from query.trajectory_period
             where trajectory_id = :stream and known_until = 'infinity' and holds_until = 'infinity' and\s""";

    private static final Own OWN = new Own(
            "school_id = :scopeOrganisation or cast(leerbedrijf_id as text) = :scopeOrganisation",
            "werkcoach_id = :scopeWerkcoach");

    private final ScopedViews views;
    private final CaughtUp caughtUp;

    OwnStreams(ScopedViews views, CaughtUp caughtUp) {
        this.views = views;
        this.caughtUp = caughtUp;
    }

    /**
     * Whether a stream is within a scope; only trajectories are somebody's own.
     *
     * @param least the position from which it has to be known
     */
    boolean reaches(Scope scope, UUID stream, long least) {
        if (scope.whole()) {
            return isThere(scope, stream, "select stream_id from query.entry where stream_id = :stream and ");
        }
        caughtUp.position(List.of(Views.TRAJECTORIES), least);
        return isThere(scope, stream, TRAJECTORY);
    }

    private boolean isThere(Scope scope, UUID stream, String rows) {
        return views.read(
                scope,
                jdbc -> scope.bind(jdbc.sql(rows + scope.condition(OWN) + " limit 1"))
                        .param("stream", stream)
                        .query(UUID.class)
                        .optional()
                        .isPresent());
    }
}
