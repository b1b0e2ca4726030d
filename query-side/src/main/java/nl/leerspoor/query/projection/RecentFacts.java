package nl.leerspoor.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.Recorded;
import nl.leerspoor.platform.eventstore.StreamReader;

/**
 * The facts of the streams that changed last, so that a stream is read once and not for each of its events. A stream
 * only grows, so what is kept here is never wrong, at most too short.
 */
final class RecentFacts<E extends Event> {

    private static final int STREAMS = 1_000;

    private final StreamReader reader;
    private final Class<E> family;
    private final Map<UUID, List<Recorded<E>>> facts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<Recorded<E>>> eldest) {
            return size() > STREAMS;
        }
    };

    RecentFacts(StreamReader reader, Class<E> family) {
        this.reader = reader;
        this.family = family;
    }

    /**
     * All facts of each stream, up to and including the new ones, which follow one another. What comes after them in the
     * store is not looked at: it may be what nobody can read, and these can be taken all the same.
     */
    Map<UUID, List<Recorded<E>>> upTo(Map<UUID, List<Recorded<E>>> news) {
        Map<UUID, List<Recorded<E>>> whole = new HashMap<>();
        Map<UUID, Long> unknown = new HashMap<>();
        news.forEach((stream, more) -> {
            List<Recorded<E>> known = recall(stream);
            long first = more.getFirst().fact().version();
            if (known.size() >= first) {
                whole.put(stream, joined(known.subList(0, (int) first), more));
            } else {
                unknown.put(stream, first - 1);
            }
        });
        if (!unknown.isEmpty()) {
            Map<UUID, List<Recorded<E>>> read = reader.readUpTo(unknown, family);
            unknown.keySet()
                    .forEach(stream ->
                            whole.put(stream, joined(read.getOrDefault(stream, List.of()), news.get(stream))));
        }
        keep(whole);
        return whole;
    }

    private List<Recorded<E>> joined(List<Recorded<E>> before, List<Recorded<E>> news) {
        Recorded<E> first = news.getFirst();
        if (before.size() != first.fact().version()) {
            throw new IllegalStateException("The stream %s has %d events where %d were expected"
                    .formatted(first.stream(), before.size(), first.fact().version()));
        }
        List<Recorded<E>> all = new ArrayList<>(before);
        all.addAll(news);
        return all;
    }

    private synchronized List<Recorded<E>> recall(UUID stream) {
        return facts.getOrDefault(stream, List.of());
    }

    private synchronized void keep(Map<UUID, List<Recorded<E>>> whole) {
        facts.putAll(whole);
    }
}
