package nl.leerspoor.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.Recorded;
import nl.leerspoor.platform.eventstore.StreamReader;
import nl.leerspoor.query.projection.AppliedStreams.Applied;
import org.springframework.jdbc.core.JdbcOperations;

/** The rows of one version of a view. All that it does belongs in a transaction of the projector. */
final class View<E extends Event, S> {

    private final Projection<E, S> projection;
    private final ViewVersion version;
    private final StreamReader reader;
    private final RecentFacts<E> recent;
    private final AppliedStreams applied;
    private final PeriodTable<S> table;

    View(Projection<E, S> projection, ViewVersion version, StreamReader reader, JdbcOperations jdbc) {
        this.projection = projection;
        this.version = version;
        this.reader = reader;
        this.recent = new RecentFacts<>(reader, projection.family());
        this.applied = new AppliedStreams(jdbc, version.name());
        this.table = new PeriodTable<>(jdbc, version.table(projection), projection);
    }

    ViewVersion version() {
        return version;
    }

    Projection<E, S> projection() {
        return projection;
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
        write(recent.upTo(news), before);
    }

    /** Makes the rows of some streams anew from all their events. */
    void restore(Collection<UUID> streams) {
        applied.lock(streams);
        recent.forget(streams);
        table.clear(streams);
        write(reader.read(streams, projection.family()), Map.of());
    }

    private void write(Map<UUID, List<Recorded<E>>> whole, Map<UUID, Applied> before) {
        Map<UUID, RowChanges<S>> changes = new LinkedHashMap<>();
        Map<UUID, Applied> after = new HashMap<>();
        whole.forEach((stream, facts) -> {
            Applied known = before.getOrDefault(stream, Applied.NOTHING);
            int first = (int) known.version() + 1;
            changes.put(stream, RowChanges.of(facts, first, projection.evolution()));
            after.put(stream, applied(known, facts.subList(first, facts.size())));
        });
        if (!changes.isEmpty()) {
            table.write(changes);
            applied.write(after);
        }
    }

    private Applied applied(Applied known, List<Recorded<E>> more) {
        long ids = known.ids();
        for (Recorded<E> fact : more) {
            ids ^= fact.fact().id().getMostSignificantBits();
        }
        Recorded<E> last = more.getLast();
        return new Applied(last.fact().version(), last.position(), ids);
    }

    private void requireNext(UUID stream, long known, long offered) {
        if (offered != known + 1) {
            throw new IllegalStateException("The view %s misses events of %s: it has version %s and is offered %d"
                    .formatted(version.name(), stream, known < 0 ? "none" : known, offered));
        }
    }
}
