package nl.leerspoor.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.leerspoor.events.Event;
import nl.leerspoor.platform.eventstore.Recorded;

/**
 * What becomes of the rows of one subject when some facts are entered, one after the other: rows that stood and are
 * closed, and rows that are new. A row that the same facts open and close again is new, and closed already.
 *
 * @param closed rows that stood before
 * @param opened new rows
 */
record RowChanges<S>(List<Closed<S>> closed, List<Opened<S>> opened) {

    /** A row that is known no more from a moment on. */
    record Closed<S>(Period<S> period, Instant at, long position) {}

    /**
     * A new row.
     *
     * @param until when it is known no more, or null
     */
    record Opened<S>(Period<S> period, Instant from, Instant until, long position) {

        private Opened<S> closed(Instant at, long by) {
            return new Opened<>(period, from, at, by);
        }
    }

    /**
     * The changes that the facts from an index on make.
     *
     * @param facts all facts of the subject, in the order of recording
     * @param first the index of the first that the rows don't know
     */
    static <E extends Event, S> RowChanges<S> of(List<Recorded<E>> facts, int first, Period.Evolution<E, S> evolution) {
        List<Closed<S>> closed = new ArrayList<>();
        List<Opened<S>> opened = new ArrayList<>();
        Map<Period<S>, Opened<S>> young = new LinkedHashMap<>();
        List<Period<S>> before = periods(facts, first, evolution);
        for (int i = first; i < facts.size(); i++) {
            Instant at = facts.get(i).fact().recordedAt();
            long position = facts.get(i).position();
            List<Period<S>> after = periods(facts, i + 1, evolution);
            for (Period<S> gone : without(before, after)) {
                Opened<S> opening = young.remove(gone);
                if (opening == null) {
                    closed.add(new Closed<>(gone, at, position));
                } else {
                    opened.add(opening.closed(at, position));
                }
            }
            without(after, before).forEach(period -> young.put(period, new Opened<>(period, at, null, position)));
            before = after;
        }
        opened.addAll(young.values());
        return new RowChanges<>(closed, opened);
    }

    private static <E extends Event, S> List<Period<S>> periods(
            List<Recorded<E>> facts, int size, Period.Evolution<E, S> evolution) {
        return Period.of(facts.subList(0, size).stream().map(Recorded::fact).toList(), evolution);
    }

    private static <S> List<Period<S>> without(List<Period<S>> periods, List<Period<S>> others) {
        Set<Period<S>> staying = new HashSet<>(others);
        return periods.stream().filter(period -> !staying.contains(period)).toList();
    }
}
