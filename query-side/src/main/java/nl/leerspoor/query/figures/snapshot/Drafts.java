package nl.leerspoor.query.figures.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** An event is stored within this time after the moment at which it counts as recorded. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    /**
     * A draft.
     *
     * @param position up to which all events are in it, as far as its dates let them
     */
    public record Told(Report report, long position) {}

    private final ReportedFigures figures;
    private final CaughtUp caughtUp;
    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(ReportedFigures figures, CaughtUp caughtUp, @Qualifier("auditJdbc") JdbcClient jdbc, Clock clock) {
        this.figures = figures;
        this.caughtUp = caughtUp;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The figures of a region on a day, with everything that was stored until now.
     *
     * @param known up to when entries count, and of today up to when no more are to come
     * @throws ProblemException with 503 when the views lack something that was stored
     */
    public Told tell(String region, LocalDate validOn, Known known) {
        // first the moment: what counts up to there is stored by the time that the head is read
        Instant knownAt = upTo(known);
        long position = whole(region);
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

    /** Whether nothing more is to come: of today it is what was entered until a moment ago. */
    boolean isOver(Known known) {
        return !known.at().isAfter(settled())
                || known.text()
                        .equals(LocalDate.now(clock.withZone(TwoClocks.ZONE)).toString());
    }

    /** Up to when entries count of what is known. */
    Instant upTo(Known known) {
        Instant settled = settled();
        return known.at().isAfter(settled) ? settled : known.at();
    }

    private Instant settled() {
        return clock.instant().minus(ON_ITS_WAY).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A position up to which the figures of a region lack nothing, and all that was stored until now.
     *
     * @throws ProblemException with 503 when they lack something
     */
    long whole(String region) {
        long position = caughtUp.position(Views.COUNTED, head());
        if (isAnythingParked(region)) {
            throw new ProblemException(HttpProblem.VIEW_BEHIND.problem());
        }
        return position;
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
