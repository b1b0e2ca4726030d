package nl.leerspoor.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;
import nl.leerspoor.platform.eventstore.StreamReader;

/**
 * The facts of the streams that changed last, so that a stream is read once and not for each of its events. A stream
 * only grows, so what is kept here is never out of date.
 */
final class RecentFacts<E extends Event> {

    private static final int STREAMS = 500;

    private final StreamReader reader;
    private final Class<E> family;
    private final Map<UUID, List<Fact<E>>> facts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, List<Fact<E>>> eldest) {
            return size() > STREAMS;
        }
    };

    RecentFacts(StreamReader reader, Class<E> family) {
        this.reader = reader;
        this.family = family;
    }

    /** The facts of a stream up to and including this one. */
    List<Fact<E>> upTo(UUID stream, Fact<E> fact) {
        int size = Math.toIntExact(fact.version() + 1);
        List<Fact<E>> known = recall(stream);
        if (known.size() < size) {
            known = known.size() == size - 1 ? plus(known, fact) : reader.read(stream, fact.version(), family);
            keep(stream, known);
        }
        if (known.size() < size) {
            throw new IllegalStateException(
                    "The stream %s has %d events where %d were expected".formatted(stream, known.size(), size));
        }
        return known.subList(0, size);
    }

    private static <E extends Event> List<Fact<E>> plus(List<Fact<E>> known, Fact<E> fact) {
        List<Fact<E>> longer = new ArrayList<>(known);
        longer.add(fact);
        return longer;
    }

    private synchronized List<Fact<E>> recall(UUID stream) {
        return facts.getOrDefault(stream, List.of());
    }

    private synchronized void keep(UUID stream, List<Fact<E>> known) {
        facts.put(stream, known);
    }
}
