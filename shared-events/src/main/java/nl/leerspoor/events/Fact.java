package nl.leerspoor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An event in its stream, with what the envelope says of it.
 *
 * @param id          the event's own id, which corrections and retractions name
 * @param version     its place in its stream, from 0
 * @param recordedAt  when it was entered
 * @param recordedBy  who entered it, a pseudonymous id
 * @param effectiveOn the day from which it holds, after corrections of that day
 */
public record Fact<E extends Event>(
        UUID id, long version, Instant recordedAt, String recordedBy, LocalDate effectiveOn, E event) {

    public Fact(UUID id, long version, Instant recordedAt, String recordedBy, E event) {
        this(id, version, recordedAt, recordedBy, event.effectiveOn(), event);
    }

    private Fact<E> movedTo(LocalDate day) {
        return new Fact<>(id, version, recordedAt, recordedBy, day, event);
    }

    Fact<E> correctedBy(Redating redating) {
        return redating.corrects().equals(id) ? movedTo(redating.correctedDate()) : this;
    }
}
