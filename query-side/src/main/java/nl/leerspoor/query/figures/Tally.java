package nl.leerspoor.query.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One number of a figure, with its parts by each split that is wanted, while rows are added to it one by one. */
final class Tally<R> {

    private static final class Part {

        private long value;
    }

    /** A subject that was counted already: in the number itself, or in a part of a split. */
    private record Seen(Split<?> split, Object part, Object subject) {}

    private final Count<R> count;
    private final Sheet sheet;
    private final List<Split<R>> splits;
    private final List<Map<Object, Part>> parts;
    private final Set<Seen> seen = new HashSet<>();
    private long total;

    Tally(Count<R> count, Sheet sheet) {
        this.count = count;
        this.sheet = sheet;
        this.splits = count.splits().stream()
                .filter(split -> sheet.wants(split.name()))
                .toList();
        this.parts =
                splits.stream().<Map<Object, Part>>map(split -> new HashMap<>()).toList();
    }

    /**
     * Adds a row, if it counts.
     *
     * @param once whom it is about, when others are about the same and all together count once; else null
     */
    void add(R row, Object once) {
        if (!count.condition().test(row)) {
            return;
        }
        boolean sum = count.measure() != null;
        Object subject = sum ? null : once;
        long worth = sum ? count.measure().applyAsLong(row) : 1;
        if (isNew(null, null, subject)) {
            total += worth;
        }
        for (int i = 0; i < splits.size(); i++) {
            Split<R> split = splits.get(i);
            Object part = split.key().apply(row);
            if (part != null && isNew(split, part, subject)) {
                parts.get(i).computeIfAbsent(part, one -> new Part()).value += worth;
            }
        }
    }

    private boolean isNew(Split<R> split, Object part, Object subject) {
        return subject == null || seen.add(new Seen(split, part, subject));
    }

    /** Writes the number and its parts on the sheet. */
    void tell() {
        sheet.number(count.figure(), count.number(), total);
        for (int i = 0; i < splits.size(); i++) {
            String split = splits.get(i).name();
            sheet.split(count.figure(), split);
            parts.get(i).forEach((key, part) -> sheet.part(count.figure(), split, key.toString(), part.value));
        }
    }
}
