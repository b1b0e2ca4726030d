package nl.leerspoor.query.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.leerspoor.platform.database.Failure;
import nl.leerspoor.query.projection.Building.Step;
import nl.leerspoor.query.projection.ViewVersion.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The life of a version: begun, built beside the one that serves, swapped with it, kept for a day, dropped. */
@Component
class Rebuilding {

    private static final int SWAP_ATTEMPTS = 5;

    private final ViewVersions versions;
    private final Building building;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rebuilding(
            ViewVersions versions,
            Building building,
            @Qualifier("projectorJdbc") JdbcClient jdbc,
            @Qualifier("projectorTransactionManager") PlatformTransactionManager transactions) {
        this.versions = versions;
        this.building = building;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A version that is being built; a new one unless there is one of this release already. */
    ViewVersion begin(Projection<?, ?> projection) {
        return transaction.execute(status -> {
            versions.change();
            return versions.of(projection.view()).stream()
                    .filter(version -> version.state() == State.BUILDING && versions.isOurs(version))
                    .filter(version -> !versions.isReplay(version))
                    .findFirst()
                    .orElseGet(() -> versions.make(projection, State.BUILDING));
        });
    }

    /**
     * A version that is built only to be compared: that of a replay which still runs, else a new one in place of the
     * one before. It goes away by itself after a day.
     */
    ViewVersion replay(Projection<?, ?> projection) {
        return transaction.execute(status -> {
            versions.change();
            List<ViewVersion> before = versions.of(projection.view()).stream()
                    .filter(version -> version.state() == State.BUILDING && versions.isReplay(version))
                    .toList();
            Optional<ViewVersion> running = before.stream()
                    .filter(version -> !version.built() && versions.isOurs(version))
                    .findFirst();
            return running.orElseGet(() -> {
                before.forEach(versions::drop);
                ViewVersion version = versions.make(projection, State.BUILDING);
                versions.replays(version);
                return version;
            });
        });
    }

    /** The version that serves, with the rows of regions kept apart; the very first one serves while it is built. */
    ViewVersion beginFirst(Projection<?, ?> projection) {
        return transaction.execute(status -> {
            versions.change();
            versions.guard(projection);
            return versions.serving(projection.view()).orElseGet(() -> {
                ViewVersion first = versions.make(projection, State.SERVING);
                versions.serve(first);
                return first;
            });
        });
    }

    /** Builds what this release can build, until nothing is left to do or others are at it. */
    void build() {
        versions.ours().stream().filter(version -> !version.built()).forEach(version -> {
            Step step = building.step(version);
            while (step == Step.DONE && !Thread.currentThread().isInterrupted()) {
                step = building.step(version);
            }
        });
    }

    /**
     * Has questions answered from this version from now on. The one that serves stands still meanwhile and this one takes
     * in what it lacks, so that no reader sees time go back.
     */
    void swap(ViewVersion version) {
        patiently(() -> transaction.execute(status -> {
            versions.change();
            ViewVersion now = versions.find(version.view(), version.number()).orElseThrow();
            if (now.state() != State.SERVING) {
                Optional<ViewVersion> served = versions.serving(now.view());
                served.map(versions::open).ifPresent(View::own);
                View<?, ?> view = versions.open(now);
                view.own();
                building.catchUp(view, versions.position(now));
                versions.serve(now);
            }
            return now;
        }));
    }

    /** Gives up a version that doesn't serve. */
    void abandon(ViewVersion version) {
        transaction.executeWithoutResult(status -> {
            versions.change();
            versions.find(version.view(), version.number())
                    .filter(now -> now.state() != State.SERVING)
                    .ifPresent(versions::drop);
        });
    }

    /** Drops versions that served, or were replayed for comparison, until a day ago, and removes what is left of those dropped some moments ago. */
    void sweep() {
        transaction.executeWithoutResult(status -> {
            versions.change();
            jdbc.sql("""
                            update query.view_version set state = 'DROPPED', dropped_at = now()
                             where state = 'RETIRED' and retired_at < now() - interval '1 day'
                                or state = 'BUILDING' and replay and made_at < now() - interval '1 day'""").update();
            jdbc.sql("""
                            select view, number from query.view_version
                             where state = 'DROPPED' and cleared_at is null and dropped_at < now() - interval '10 seconds'
                            """)
                    .query((row, n) -> new Dropped(row.getString(1), row.getInt(2)))
                    .list()
                    .forEach(this::clear);
        });
    }

    private record Dropped(String view, int number) {}

    private void clear(Dropped dropped) {
        Optional<Projection<?, ?>> projection = versions.find(dropped.view());
        if (projection.isEmpty()) {
            return;
        }
        String name = dropped.view() + "@" + dropped.number();
        String rows = "query." + projection.get().table() + "_" + dropped.number();
        versions.beside(rows)
                .forEach(beside -> jdbc.sql("drop table " + beside + " cascade").update());
        jdbc.sql("drop table if exists " + rows).update();
        jdbc.sql("delete from query.token_entry where processor_name = :name")
                .param("name", name)
                .update();
        for (String table : new String[] {"applied", "applied_stream", "parked_event", "incomplete_stream"}) {
            jdbc.sql("delete from query." + table + " where view = :name")
                    .param("name", name)
                    .update();
        }
        jdbc.sql("update query.view_version set cleared_at = now() where view = :view and number = :number")
                .param("view", dropped.view())
                .param("number", dropped.number())
                .update();
    }

    /** Long questions may keep the SQL view busy: asking again is better than having all others wait behind us. */
    private static <T> T patiently(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (attempt == SWAP_ATTEMPTS || !Failure.isPassing(failure)) {
                    throw failure;
                }
            }
        }
    }
}
