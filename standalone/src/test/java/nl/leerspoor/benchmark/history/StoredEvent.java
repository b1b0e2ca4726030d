package nl.leerspoor.benchmark.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.events.Event;
import nl.leerspoor.events.Fact;

/** An event as it is to stand in the store. */
public record StoredEvent(
        String streamType,
        UUID stream,
        long version,
        UUID id,
        Instant recordedAt,
        Author author,
        UUID decision,
        Event event) {

    /** What the command side writes beside the event. */
    public Map<String, String> metadata() {
        return author.metadata(decision, recordedAt);
    }

    /** The event in its stream, as both sides fold it. */
    public <E extends Event> Fact<E> fact(Class<E> family) {
        return new Fact<>(id, version, recordedAt, author.name(), family.cast(event));
    }
}
