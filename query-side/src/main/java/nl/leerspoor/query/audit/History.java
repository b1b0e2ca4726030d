package nl.leerspoor.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.leerspoor.query.projection.EventLog.Entry;
import nl.leerspoor.query.question.TwoClocks.Known;
import tools.jackson.databind.JsonNode;

/** Everything that was entered about one thing, retracted facts too, and what each entry did to an earlier one. */
final class History {

    /** In which order the events are told. */
    enum Order {
        /** By the day on which they hold, after corrections of that day; within a day as they were entered. */
        EFFECTIVE,
        /** As they were entered. */
        RECORDED
    }

    private final List<Entry> entries;
    private final Map<Long, Instant> sealed;
    private final Map<UUID, UUID> retractedBy = new HashMap<>();
    private final Map<UUID, List<UUID>> correctedBy = new HashMap<>();
    private final Map<UUID, LocalDate> redatedTo = new HashMap<>();

    private History(List<Entry> entries, Map<Long, Instant> sealed) {
        this.entries = entries;
        this.sealed = sealed;
        for (Entry entry : entries) {
            retracted(entry).forEach(id -> retractedBy.put(id, entry.id()));
        }
        for (Entry entry : entries) {
            UUID corrected = corrected(entry);
            if (corrected != null && !retractedBy.containsKey(entry.id())) {
                correctedBy.merge(corrected, List.of(entry.id()), History::joined);
                if (entry.payload().hasNonNull("newStart")) {
                    redatedTo.put(corrected, date(entry, "newStart"));
                }
            }
        }
    }

    /**
     * The events of a stream, as far as they had been entered.
     *
     * @param sealed since when each position is under a signature, of those that are
     */
    static List<HistoryEntry> of(List<Entry> entries, Optional<Known> known, Order order, Map<Long, Instant> sealed) {
        List<Entry> entered = entries.stream()
                .filter(entry -> known.map(moment -> !entry.recordedAt().isAfter(moment.at()))
                        .orElse(true))
                .toList();
        Stream<HistoryEntry> told = new History(entered, sealed).told();
        return switch (order) {
            case RECORDED -> told.toList();
            case EFFECTIVE ->
                told.sorted(Comparator.comparing(HistoryEntry::holdsOn).thenComparing(HistoryEntry::version))
                        .toList();
        };
    }

    private Stream<HistoryEntry> told() {
        return entries.stream().map(this::told);
    }

    private HistoryEntry told(Entry entry) {
        LocalDate effectiveOn = date(entry, "effectiveOn");
        return new HistoryEntry(
                entry.id(),
                entry.name(),
                entry.revision(),
                entry.version(),
                entry.position(),
                effectiveOn,
                redatedTo.getOrDefault(entry.id(), effectiveOn),
                entry.recordedAt(),
                sealed.get(entry.position()),
                metadata(entry, "recordedBy"),
                metadata(entry, "role"),
                metadata(entry, "organisation"),
                metadata(entry, "correlationId"),
                metadata(entry, "causationId"),
                metadata(entry, "commandId"),
                metadata(entry, "source"),
                corrected(entry),
                retracted(entry),
                correctedBy.getOrDefault(entry.id(), List.of()),
                retractedBy.get(entry.id()),
                entry.payload());
    }

    private static UUID corrected(Entry entry) {
        return id(entry.payload().path("correctsEventId"));
    }

    private static List<UUID> retracted(Entry entry) {
        return Stream.concat(
                        Stream.of(entry.payload().path("retractsEventId")),
                        StreamSupport.stream(
                                entry.payload().path("alsoRetracts").spliterator(), false))
                .map(History::id)
                .filter(Objects::nonNull)
                .toList();
    }

    private static UUID id(JsonNode value) {
        return value.isString() ? UUID.fromString(value.asString()) : null;
    }

    private static LocalDate date(Entry entry, String name) {
        return LocalDate.parse(entry.payload().path(name).asString());
    }

    private static String metadata(Entry entry, String name) {
        return entry.metadata().path(name).asString("");
    }

    private static List<UUID> joined(List<UUID> some, List<UUID> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
