package nl.leerspoor.query.figures.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.leerspoor.events.reportsnapshot.ReportSnapshotEvent.Report;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.query.figures.ReportedFigures;
import nl.leerspoor.query.projection.Views;
import nl.leerspoor.query.question.CaughtUp;
import nl.leerspoor.query.question.TwoClocks;
import nl.leerspoor.query.question.TwoClocks.Known;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drafts of reports: figures that may be published. Each is handed in at the writing side under its hash, which publishes
 * only what was handed in; one that nobody published is forgotten after a week.
 */
@Component
public class Drafts {

    /**
     * A draft.
     *
     * @param position up to which all events are in it, as far as its dates let them
     */
    public record Told(Report report, long position) {}

    private final ReportedFigures figures;
    private final CaughtUp caughtUp;
    private final JdbcClient jdbc;

    Drafts(ReportedFigures figures, CaughtUp caughtUp, @Qualifier("projectorJdbc") JdbcClient jdbc) {
        this.figures = figures;
        this.caughtUp = caughtUp;
        this.jdbc = jdbc;
    }

    /**
     * The figures of a region on a day, with everything that was stored until now.
     *
     * @param knownAt up to when entries count; whoever asks sees to it that no more are to come
     * @throws ProblemException with 503 when the views lack something that was stored
     */
    public Told tell(String region, LocalDate validOn, Instant knownAt) {
        long position = caughtUp.position(Views.COUNTED, head());
        if (isAnythingParked(region)) {
            throw new ProblemException(HttpProblem.VIEW_BEHIND.problem());
        }
        var report = new Report(
                region,
                validOn,
                LocalDate.ofInstant(knownAt, TwoClocks.ZONE),
                knownAt,
                ReportedFigures.DEFINITION_VERSION,
                figures.of(region, validOn, Optional.of(new Known(knownAt.toString(), knownAt))));
        handIn(report);
        return new Told(report, position);
    }

    private long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** Then the figures lack what could not be applied. */
    private boolean isAnythingParked(String region) {
        return jdbc.sql("""
                        select exists (select from query.parked_event p
                                         left join query.entry e on e.position = p.position
                                        where coalesce(e.region, :region) = :region)""").param("region", region).query(Boolean.class).single();
    }

    private void handIn(Report report) {
        // who is told the same again a day later has a week from then
        jdbc.sql("delete from command.told_figures where told_at < now() - interval '8 days'"
                        + " or (hash = :hash and told_at < now() - interval '1 day')")
                .param("hash", report.hash())
                .update();
        jdbc.sql("insert into command.told_figures (hash, report) values (:hash, :report) on conflict do nothing")
                .param("hash", report.hash())
                .param("report", report.canonical())
                .update();
    }
}
