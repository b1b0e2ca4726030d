package nl.leerspoor.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * The events that some work in one transaction appends, in order. They are written when a command has been decided; or
 * they are held back, seen by those who read the streams in the same work, and written together at its end. Whoever
 * writes has all others wait until the commit, so who decides much holds back. Used by one thread.
 */
public final class Appends {

    /** An event and the row that it becomes. */
    record Append(DomainEventMessage<?> message, DomainEventData<byte[]> row) {}

    private static final ScopedValue<Appends> CURRENT = ScopedValue.newInstance();

    private final boolean heldBack;
    private final List<Append> held = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();

    private Appends(boolean heldBack) {
        this.heldBack = heldBack;
    }

    /** Events that are written as soon as their command has been decided. */
    public static Appends writtenAtOnce() {
        return new Appends(false);
    }

    /** Events that wait for {@link EventStorage#write}. */
    public static Appends heldBack() {
        return new Appends(true);
    }

    /** Does some work in this thread, of which these are the appends. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** How many events there are so far. */
    public int count() {
        return held.size() + positions.size();
    }

    /** Forgets the events after the first so many, which were not to be. Only what is held back can be forgotten. */
    public void backTo(int count) {
        held.subList(count - positions.size(), held.size()).clear();
    }

    /** The place among all events of the last of the first so many; empty when there are none. They must be written. */
    public OptionalLong positionOf(int count) {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(positions.get(count - 1));
    }

    /** The appends of the work at hand, if somebody wants to know. */
    static Optional<Appends> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    boolean areHeldBack() {
        return heldBack;
    }

    void hold(List<Append> more) {
        held.addAll(more);
    }

    List<Append> held() {
        return held;
    }

    /** The rows of a stream that are held back, from a version on. */
    List<DomainEventData<byte[]>> held(String stream, long from) {
        return held.stream()
                .map(Append::row)
                .filter(row -> row.getAggregateIdentifier().equals(stream) && row.getSequenceNumber() >= from)
                .toList();
    }

    void written(List<Long> at) {
        held.clear();
        positions.addAll(at);
    }
}
