package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.platform.eventstore.StreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a version of a view before its processor takes it over: all streams in the order of their ids, page by page, and
 * then those that changed meanwhile. A page and how far the building is are one transaction, so any node goes on where
 * another was killed, and while one makes a page the others pass.
 */
@Component
class Building {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);

    private static final int STREAMS = 250;
    private static final int POSITIONS = 5_000;
    private static final int NEARLY = 50;

    /** What became of one step. */
    enum Step {
        /** There is more to do. */
        DONE,
        /** Another node is at it. */
        BUSY,
        /** It was the last. */
        LAST,
        /** The version is built already, or is to be built no more. */
        FINISHED
    }

    private record Stage(String after, boolean paged, long to) {}

    private final ViewVersions versions;
    private final StreamReader reader;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    Building(
            ViewVersions versions,
            StreamReader reader,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorJdbcTemplate") JdbcTemplate template,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.versions = versions;
        this.reader = reader;
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does the next piece of work for a version. */
    Step step(ViewVersion version) {
        Step step = transaction.execute(status -> take(version));
        if (step == Step.LAST) {
            tidy(version);
        }
        return step;
    }

    /** Lists read pages out of an index alone only where the server knows that all rows of a block are visible. */
    private void tidy(ViewVersion version) {
        try {
            jdbc.sql("vacuum query." + version.table(versions.projection(version.view())))
                    .update();
        } catch (DataAccessException later) {
            LOG.warn("{} is built but not vacuumed, the server will: {}", version.name(), Failure.of(later));
        }
    }

    private Step take(ViewVersion version) {
        Optional<ViewVersion> now = versions.find(version.view(), version.number());
        if (now.isEmpty() || now.get().built()) {
            return Step.FINISHED;
        }
        Optional<Stage> stage = stage(version);
        if (stage.isEmpty()) {
            return Step.BUSY;
        }
        View<?, ?> view = versions.open(version);
        view.own();
        return stage.get().paged()
                ? takeChanges(view, stage.get().to())
                : takePage(view, stage.get().after());
    }

    /** Takes in all that was appended since; the view must be owned. */
    void catchUp(View<?, ?> view, long from) {
        long head = head();
        refill(view, changed(view, from, head));
        builtTo(view.version(), head);
    }

    /** How far the building of a version is, for people. */
    String progress(ViewVersion version) {
        long done = jdbc.sql("select streams_done from query.view_version where view = :view and number = :number")
                .param("view", version.view())
                .param("number", version.number())
                .query(Long.class)
                .single();
        return done + " of " + streams(versions.projection(version.view())) + " streams";
    }

    /** How many streams a view has in the store. */
    long streams(Projection<?, ?> projection) {
        return jdbc.sql("""
                        select count(*) from eventstore.domain_event_entry
                         where sequence_number = 0 and payload_type = any(:names)""")
                .param("names", projection.eventNames())
                .query(Long.class)
                .single();
    }

    /** The position of the newest event. */
    long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private Optional<Stage> stage(ViewVersion version) {
        return jdbc.sql("""
                        select built_after, paged, built_to from query.view_version
                         where view = :view and number = :number and built_at is null and state <> 'DROPPED'
                           for update skip locked""")
                .param("view", version.view())
                .param("number", version.number())
                .query((row, n) -> new Stage(row.getString(1), row.getBoolean(2), row.getLong(3)))
                .optional();
    }

    private Step takePage(View<?, ?> view, String after) {
        List<String> page = jdbc.sql("""
                        select aggregate_identifier from eventstore.domain_event_entry
                         where aggregate_identifier > :after and sequence_number = 0 and payload_type = any(:names)
                         order by aggregate_identifier limit :streams""")
                .param("after", after)
                .param("names", view.projection().eventNames())
                .param("streams", STREAMS)
                .query(String.class)
                .list();
        fill(view, page.stream().map(UUID::fromString).toList());
        jdbc.sql("""
                        update query.view_version
                           set built_after = :after, streams_done = streams_done + :streams, paged = :paged
                         where view = :view and number = :number""")
                .param("after", page.isEmpty() ? after : page.getLast())
                .param("streams", page.size())
                .param("paged", page.size() < STREAMS)
                .param("view", view.version().view())
                .param("number", view.version().number())
                .update();
        return Step.DONE;
    }

    private Step takeChanges(View<?, ?> view, long from) {
        long head = head();
        long to = Math.min(head, from + POSITIONS);
        refill(view, changed(view, from, to));
        builtTo(view.version(), to);
        if (head - to > NEARLY) {
            return Step.DONE;
        }
        jdbc.sql("update query.view_version set built_at = now() where view = :view and number = :number")
                .param("view", view.version().view())
                .param("number", view.version().number())
                .update();
        jdbc.sql("analyze query." + view.version().table(view.projection())).update();
        return Step.LAST;
    }

    private Set<UUID> changed(View<?, ?> view, long from, long to) {
        return new HashSet<>(jdbc.sql("""
                        select distinct aggregate_identifier::uuid from eventstore.domain_event_entry
                         where global_index > :from and global_index <= :to and payload_type = any(:names)""")
                .param("from", from)
                .param("to", to)
                .param("names", view.projection().eventNames())
                .query(UUID.class)
                .list());
    }

    private void builtTo(ViewVersion version, long position) {
        jdbc.sql("update query.view_version set built_to = :position where view = :view and number = :number")
                .param("position", position)
                .param("view", version.view())
                .param("number", version.number())
                .update();
    }

    private void fill(View<?, ?> view, List<UUID> streams) {
        Savepoint.in(template)
                .attempt(() -> view.fill(streams))
                .ifPresent(poison -> streams.forEach(stream -> fillAlone(view, stream)));
    }

    /** Makes the rows of some streams anew; an event that can't be taken is parked. The view must be owned. */
    void refill(View<?, ?> view, Collection<UUID> streams) {
        view.clear(streams);
        fill(view, List.copyOf(streams));
    }

    private void fillAlone(View<?, ?> view, UUID stream) {
        Savepoint.in(template)
                .attempt(() -> view.fill(List.of(stream)))
                .ifPresent(poison -> new Applying<>(view, template).takeApart(reader.messages(List.of(stream))));
    }
}
