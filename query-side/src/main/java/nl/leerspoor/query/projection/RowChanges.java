package nl.leerspoor.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Timeline<E, S> timeline = new Timeline<>(evolution);
        facts.subList(0, first).forEach(known -> timeline.enter(known.fact()));
        for (Recorded<E> recorded : facts.subList(first, facts.size())) {
            Instant at = recorded.fact().recordedAt();
            long position = recorded.position();
            Timeline.Change<S> change = timeline.enter(recorded.fact());
            for (Period<S> gone : change.gone()) {
                Opened<S> opening = young.remove(gone);
                if (opening == null) {
                    closed.add(new Closed<>(gone, at, position));
                } else {
                    opened.add(opening.closed(at, position));
                }
            }
            change.come().forEach(period -> young.put(period, new Opened<>(period, at, null, position)));
        }
        opened.addAll(young.values());
        return new RowChanges<>(closed, opened);
    }
}
