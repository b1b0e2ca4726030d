package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.events.Erasure;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.Recorded;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.query.projection.AppliedStreams.Applied;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The rows of one version of a view. All that it does belongs in a transaction of the projector, and within one of the
 * two locks: batches share it, and who makes rows anew has it alone. So nobody sees a stream half made, and an event is
 * never parked behind a stream that is being restored.
 */
final class View<E extends Event, S> {

    private static final int LOCK_OF_VIEWS = 704_115_623;

    private final Projection<E, S> projection;
    private final ViewVersion version;
    private final StreamReader reader;
    private final RecentFacts<E> recent;
    private final AppliedStreams applied;
    private final ParkedEvents parked;
    private final PeriodTable<S> table;
    private final JdbcOperations jdbc;

    View(Projection<E, S> projection, ViewVersion version, StreamReader reader, JdbcOperations jdbc) {
        this.projection = projection;
        this.version = version;
        this.reader = reader;
        this.recent = new RecentFacts<>(reader, projection.family());
        this.applied = new AppliedStreams(jdbc, version.name());
        this.parked = new ParkedEvents(jdbc, version.name());
        this.jdbc = jdbc;
        this.table = new PeriodTable<>(jdbc, version.table(projection), projection);
    }

    ViewVersion version() {
        return version;
    }

    Projection<E, S> projection() {
        return projection;
    }

    ParkedEvents parked() {
        return parked;
    }

    /** Lets nobody restore streams until the transaction ends. */
    void share() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Keeps everybody else out until the transaction ends; fails with a passing error when that can't be had soon. */
    void own() {
        jdbc.execute("set local lock_timeout = '5s'");
        lock("pg_advisory_xact_lock");
    }

    private void lock(String how) {
        jdbc.query(
                "select " + how + "(?, hashtext(?))",
                row -> {
                    // it is granted
                },
                LOCK_OF_VIEWS,
                version.name());
    }

    /**
     * Takes facts in, in the order of the tail. What the view has already is passed over.
     *
     * @throws IllegalStateException when an earlier fact of a stream was never taken in, or a row is gone
     */
    void apply(List<Recorded<E>> facts) {
        Map<UUID, List<Recorded<E>>> streams = facts.stream()
                .collect(Collectors.groupingBy(Recorded::stream, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Applied> before = applied.lock(streams.keySet());
        Map<UUID, List<Recorded<E>>> news = new LinkedHashMap<>();
        streams.forEach((stream, all) -> {
            long known = before.getOrDefault(stream, Applied.NOTHING).version();
            List<Recorded<E>> more =
                    all.stream().filter(fact -> fact.fact().version() > known).toList();
            if (!more.isEmpty()) {
                requireNext(stream, known, more.getFirst().fact().version());
                news.put(stream, more);
            }
        });
        write(
                projection.personal() ? reader.readUpTo(versions(news), projection.family()) : recent.upTo(news),
                projection.personal() ? withoutErased(news, before) : before);
    }

    /** All rows of somebody who was erased are made anew, those of earlier days and earlier knowledge too. */
    private Map<UUID, Applied> withoutErased(Map<UUID, List<Recorded<E>>> news, Map<UUID, Applied> before) {
        List<UUID> erased = news.entrySet().stream()
                .filter(stream -> stream.getValue().stream()
                        .anyMatch(recorded -> recorded.fact().event() instanceof Erasure))
                .map(Map.Entry::getKey)
                .toList();
        if (erased.isEmpty()) {
            return before;
        }
        table.clear(erased);
        Map<UUID, Applied> others = new HashMap<>(before);
        erased.forEach(others::remove);
        return others;
    }

    private static <E extends Event> Map<UUID, Long> versions(Map<UUID, List<Recorded<E>>> news) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        news.forEach(
                (stream, more) -> versions.put(stream, more.getLast().fact().version()));
        return versions;
    }

    /** Makes the rows of some streams anew from all their events, parked ones too. The view must be owned. */
    void restore(Collection<UUID> streams) {
        clear(streams);
        fill(streams);
    }

    /** Forgets all of some streams. The view must be owned. */
    void clear(Collection<UUID> streams) {
        table.clear(streams);
        applied.clear(streams);
        parked.release(streams);
    }

    /** Makes the rows of streams of which there are none. The view must be owned. */
    void fill(Collection<UUID> streams) {
        write(reader.read(streams, projection.family()), Map.of());
    }

    private void write(Map<UUID, List<Recorded<E>>> whole, Map<UUID, Applied> before) {
        Map<UUID, RowChanges<S>> changes = new LinkedHashMap<>();
        Map<UUID, Applied> after = new HashMap<>();
        whole.forEach((stream, facts) -> {
            Applied known = before.getOrDefault(stream, Applied.NOTHING);
            int first = (int) known.version() + 1;
            RowChanges<S> change = RowChanges.of(facts, first, projection.evolution());
            changes.put(stream, change);
            after.put(
                    stream,
                    applied(
                            known,
                            facts.subList(first, facts.size()),
                            change.opened().size()));
        });
        if (!changes.isEmpty()) {
            table.write(changes);
            applied.write(after);
        }
    }

    private Applied applied(Applied known, List<Recorded<E>> more, int rows) {
        long ids = known.ids();
        for (Recorded<E> fact : more) {
            ids ^= fact.fact().id().getMostSignificantBits();
        }
        Recorded<E> last = more.getLast();
        return new Applied(last.fact().version(), last.position(), ids, known.rows() + rows);
    }

    private void requireNext(UUID stream, long known, long offered) {
        if (offered != known + 1) {
            throw new IllegalStateException("The view %s misses events of %s: it has version %s and is offered %d"
                    .formatted(version.name(), stream, known < 0 ? "none" : known, offered));
        }
    }
}
